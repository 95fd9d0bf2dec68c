import { expect, it } from 'vitest';

import { arraySummary } from './array-summary.js';

const zeros = (rows: number, columns: number): number[][] => Array.from({ length: rows }, () => Array(columns).fill(0));

it.each([
  ['a list', Array(17).fill(0), '[17]'],
  ['a picture', zeros(20, 30), '[20 × 30]'],
  ['a typed array', new Float64Array(1000), '[1000]'],
  ['an n-dimensional array', { dtype: '<u2', shape: [2048, 2048], data: new Uint16Array(4) }, '[2048 × 2048]'],
  ['a small list', [1, 2, 3], undefined],
  ['a small picture', zeros(4, 4), undefined],
  ['an empty list', [], undefined],
  ['a number', 5, undefined],
  ['a text', 'a text that is longer than sixteen', undefined],
  ['nothing', null, undefined],
  ['an object that has a shape only', { shape: [2048] }, undefined],
])('%s', (_, value, text) => {
  expect(arraySummary(value)).toBe(text);
});
