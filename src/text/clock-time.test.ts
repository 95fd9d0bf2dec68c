import { describe, expect, it } from 'vitest';

import { clockTime } from './clock-time.js';

describe('clockTime', () => {
  it.each([
    [1700000000.25, '22:13:20.250000'],
    [1700000000, '22:13:20'],
    [1700000000.000001, '22:13:20.000001'],
    [0.9999999, '00:00:01'],
    [0.0000005, '00:00:00'],
    [0.0000015, '00:00:00.000002'],
    [-0.25, '23:59:59.750000'],
    [-1, '23:59:59'],
  ])('writes %s as %s', (time, text) => {
    expect(clockTime(time)).toBe(text);
  });
});
