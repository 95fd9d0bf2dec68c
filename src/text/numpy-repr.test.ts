import { describe, expect, it } from 'vitest';

import { numpyRepr } from './numpy-repr.js';

const f8 = (data: number[], shape = [data.length]): string => numpyRepr({ dtype: '<f8', shape, data });

/** What numpy 2.4.6 wrote. */
describe('numpyRepr', () => {
  it.each([
    [f8([1, 2.5, -3]), 'array([ 1. ,  2.5, -3. ])'],
    [f8([1, 1, 1, 1], [2, 2]), 'array([[1., 1.],\n       [1., 1.]])'],
    [f8([1e-5, 1]), 'array([1.e-05, 1.e+00])'],
    [f8([NaN, 1, Infinity]), 'array([nan,  1., inf])'],
    [f8([]), 'array([], dtype=float64)'],
    [numpyRepr({ dtype: '<i8', shape: [3], data: [1n, -20n, 3n] }), 'array([  1, -20,   3])'],
    [numpyRepr({ dtype: '|b1', shape: [2], data: [1, 0] }), 'array([ True, False])'],
    [numpyRepr({ dtype: '<u2', shape: [1, 1, 2], data: [1, 2] }), 'array([[[1, 2]]], dtype=uint16)'],
  ])('%#', (text, expected) => {
    expect(text).toBe(expected);
  });

  it('wraps lines, and puts the type on a line of its own where it does not fit', () => {
    const data = Array.from({ length: 27 }, (_, i) => 50_000 + i);
    const lines = numpyRepr({ dtype: '<u2', shape: [27], data }).split('\n');
    expect(lines.map((line) => line.length)).toEqual([69, 69, 70, 19]);
    expect(lines.at(-1)).toBe('      dtype=uint16)');
  });

  it('shows the ends of long arrays only', () => {
    const data = Array.from({ length: 1200 }, (_, i) => i);
    expect(numpyRepr({ dtype: '<i8', shape: [1200], data })).toBe(
      'array([   0,    1,    2, ..., 1197, 1198, 1199], shape=(1200,))',
    );
  });
});
