import { describe, expect, it } from 'vitest';

import { numpyRepr } from './numpy-repr.js';
import { pythonRepr } from './python-repr.js';

const array = (dtype: string, shape: number[], data: unknown[]): Parameters<typeof numpyRepr>[0] => ({
  dtype,
  shape,
  data,
});
const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

describe('numpyRepr', () => {
  it.each([
    ['<f8', [3], [1, 2.5, -3.25], 'array([ 1.  ,  2.5 , -3.25])'],
    ['<f8', [3], [0.1, 0.2, 1 / 3], 'array([0.1       , 0.2       , 0.33333333])'],
    ['<f8', [2], [1e10, 2.5], 'array([1.0e+10, 2.5e+00])'],
    ['<f8', [4], [NaN, 1.5, Infinity, -Infinity], 'array([ nan,  1.5,  inf, -inf])'],
    ['<f8', [2], [-0, 1], 'array([-0.,  1.])'],
    ['<f4', [2], [1.5, Math.fround(0.1)], 'array([1.5, 0.1], dtype=float32)'],
    ['|b1', [2], [true, false], 'array([ True, False])'],
    ['|u1', [3], [1, 2, 3], 'array([1, 2, 3], dtype=uint8)'],
    ['<i2', [2, 2], [1, -20, 300, 4], 'array([[  1, -20],\n       [300,   4]], dtype=int16)'],
    ['<f8', [0], [], 'array([], dtype=float64)'],
    ['<i8', [2000], range(2000), 'array([   0,    1,    2, ..., 1997, 1998, 1999], shape=(2000,))'],
    ['<i8', [2, 2, 2], range(8), 'array([[[0, 1],\n        [2, 3]],\n\n       [[4, 5],\n        [6, 7]]])'],
    [
      '<i8',
      [40],
      range(40).map((i) => i + 10),
      'array([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,\n       27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,\n       44, 45, 46, 47, 48, 49])',
    ],
  ])('writes %s %j as numpy 2.4 does', (dtype, shape, data, expected) => {
    expect(numpyRepr(array(dtype, shape, data))).toBe(expected);
  });

  it('is what an array is in the repr of anything', () => {
    expect(pythonRepr([array('<f8', [1], [1])])).toBe('[array([1.])]');
    expect(pythonRepr({ dtype: 1 })).toBe('[object Object]');
  });
});
