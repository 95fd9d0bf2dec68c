import { describe, expect, it } from 'vitest';

import { isArrayLike, numpyRepr } from './numpy-repr.js';

/** Texts of numpy 2.3. */
describe('numpyRepr', () => {
  it.each([
    ['<f8', [3], [1.5, 2, -3.25], 'array([ 1.5 ,  2.  , -3.25])'],
    ['<f8', [2], [1e-5, 1.5], 'array([1.0e-05, 1.5e+00])'],
    ['<f8', [2], [1e9, 2.5], 'array([1.0e+09, 2.5e+00])'],
    ['<f8', [3], [NaN, Infinity, 1], 'array([nan, inf,  1.])'],
    ['<f8', [2], [0, -0], 'array([ 0., -0.])'],
    ['<f4', [2], [0.1, 0.25], 'array([0.1 , 0.25], dtype=float32)'],
    ['|b1', [2], [1, 0], 'array([ True, False])'],
    ['|u1', [2, 2], [1, 2, 3, 40], 'array([[ 1,  2],\n       [ 3, 40]], dtype=uint8)'],
    [
      '<f8',
      [30],
      Array.from({ length: 30 }, (_, i) => i),
      'array([ 0.,  1.,  2.,  3.,  4.,  5.,  6.,  7.,  8.,  9., 10., 11., 12.,\n' +
        '       13., 14., 15., 16., 17., 18., 19., 20., 21., 22., 23., 24., 25.,\n' +
        '       26., 27., 28., 29.])',
    ],
    [
      '<u2',
      [2000],
      Array.from({ length: 2000 }, (_, i) => i),
      'array([   0,    1,    2, ..., 1997, 1998, 1999],\n      shape=(2000,), dtype=uint16)',
    ],
  ])('of %s %j', (dtype, shape, values, text) => {
    const data = dtype === '<f4' ? Float32Array.from(values) : Float64Array.from(values);
    expect(numpyRepr({ dtype, shape, data })).toBe(text);
  });

  it('knows an array', () => {
    expect(isArrayLike({ dtype: '<f8', shape: [1], data: Float64Array.of(1) })).toBe(true);
    expect(isArrayLike([1])).toBe(false);
    expect(isArrayLike(null)).toBe(false);
  });
});
