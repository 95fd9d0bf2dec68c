import { afterEach, describe, expect, it, vi } from 'vitest';

import { now } from './clock.js';

afterEach(() => {
  vi.useRealTimers();
});

describe('now', () => {
  it('is the time since the epoch, finer than milliseconds', () => {
    const times = Array.from({ length: 200 }, now);
    expect(Math.abs((times[0] as number) - Date.now() / 1000)).toBeLessThan(0.1);
    expect(times.some((time) => !Number.isInteger(time * 1000))).toBe(true);
  });

  it('never goes back while the clock is left alone', () => {
    const times = Array.from({ length: 1000 }, now);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('follows a clock that is set, and goes on from there', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(2_000_000_000_000);
    expect(now()).toBe(2_000_000_000);
    expect(Math.abs(now() - 2_000_000_000)).toBeLessThan(0.05);
    vi.setSystemTime(1_000_000_000_000);
    expect(now()).toBe(1_000_000_000);
  });
});
