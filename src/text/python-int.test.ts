import { describe, expect, it } from 'vitest';

import { pythonInt } from './python-int.js';

describe('pythonInt', () => {
  it.each([
    [2.9, 2],
    [-2.9, -2],
    [true, 1],
    [' 4 ', 4],
    ['+1_000', 1000],
  ])('makes %j the number %s', (value, int) => {
    expect(pythonInt(value)).toBe(int);
  });

  it.each([NaN, Infinity, '4.0', '', '1__0', null, undefined, {}])('refuses %j', (value) => {
    expect(pythonInt(value)).toBeUndefined();
  });
});
