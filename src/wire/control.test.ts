import { describe, expect, it } from 'vitest';

import { parseControl } from './control.js';

describe('parseControl', () => {
  it.each(['pause', 'resume', 'stop', 'abort', 'halt'])('reads %s', (action) => {
    expect(parseControl({ kind: 'control', action })).toEqual({ kind: 'control', action });
  });

  it.each([
    null,
    3,
    {},
    { kind: 'control' },
    { kind: 'control', action: 'explode' },
    { kind: 'frame', action: 'stop' },
  ])('takes %j for nothing', (content) => {
    expect(parseControl(content)).toBeUndefined();
  });
});
