import { describe, expect, it } from 'vitest';

import { EventModelValueError } from './errors.js';
import { isNDArray, isTypedArray, ndArray, rowAt, rowCount, toLists } from './nd-array.js';

describe('ndArray', () => {
  it('takes the dtype from a typed array, and the shape as given', () => {
    const array = ndArray(Uint16Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
    expect(array).toMatchObject({ dtype: '<u2', shape: [2, 3] });
    expect(toLists(array)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it.each([
    [[1, 2.5], '<f8', [2], [1, 2.5]],
    [[[1], [2]], '<i4', [2, 1], [[1], [2]]],
    [[true, false], '|b1', [2], [true, false]],
    [[2n ** 60n], '<i8', [1], [2n ** 60n]],
    [7, '<f4', [], 7],
    [[], '<f8', [0], []],
    [[[], []], '<f8', [2, 0], [[], []]],
  ] as const)('makes one of lists and back (%#)', (lists, dtype, shape, back) => {
    const array = ndArray(lists as never, undefined, dtype);
    expect([array.dtype, array.shape]).toEqual([dtype, shape]);
    expect(toLists(array)).toEqual(back);
  });

  it.each([
    () => ndArray([[1, 2], [3]]),
    () => ndArray([[1, 2], 3]),
    () => ndArray([1, [2]]),
    () => ndArray(new Float64Array(4), [3]),
    () => ndArray(new Float64Array(4), [-2, -2]),
  ])('refuses what is no array (%#)', (make) => {
    expect(make).toThrow(EventModelValueError);
  });
});

describe('isNDArray and isTypedArray', () => {
  it.each([
    [ndArray([1]), true, false],
    [{ dtype: '<f8', shape: [1], data: new Float64Array(1) }, true, false],
    [{ dtype: 'constructor', shape: [1], data: new Float64Array(1) }, false, false],
    [{ dtype: '<f8', shape: [1], data: [1] }, false, false],
    [new Float64Array(1), false, true],
    [new DataView(new ArrayBuffer(1)), false, false],
    [[1], false, false],
    [null, false, false],
  ])('%# are told apart', (value, nd, typed) => {
    expect([isNDArray(value), isTypedArray(value)]).toEqual([nd, typed]);
  });
});

describe('columns', () => {
  it('are read row by row, whatever they are', () => {
    const image = ndArray([
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ]);
    expect([image, [1, 2, 3], new Uint8Array(4), 5].map(rowCount)).toEqual([2, 3, 4, 0]);
    expect(toLists(rowAt(image, 1) as never)).toEqual([
      [5, 6],
      [7, 8],
    ]);
    expect(rowAt(ndArray([true], undefined, '|b1'), 0)).toBe(true);
    expect(rowAt(Uint8Array.of(3), 0)).toBe(3);
  });
});
