import { afterEach, describe, expect, it } from 'vitest';

import { host, installHost } from './host.js';

afterEach(() => installHost({}));

describe('host', () => {
  it('is empty in a bare script', () => {
    expect(host()).toEqual({});
  });

  it('is found by every copy of livesky through a global symbol', () => {
    const ports = { screen: {} };
    installHost(ports);
    expect((globalThis as Record<symbol, unknown>)[Symbol.for('livesky.host.1')]).toBe(ports);
    expect(host()).toBe(ports);
  });
});
