import { describe, expect, it } from 'vitest';

import { Column } from './column.js';
import { largestOf, readableNumber } from './table-numbers.js';

describe('readableNumber', () => {
  it.each([
    ['as the printed table where that says something', 0.607, 3, 1, '0.607'],
    ['tiny among tiny ones', 2.5e-9, 3, 4e-9, '2.500e-09'],
    ['small among small ones, of which one digit would be left', 0.0012, 3, 0.0034, '1.200e-03'],
    ['tiny among larger ones', 3.7266e-6, 3, 1, '3.727e-06'],
    ['what is left of 0.1 + 0.2 - 0.3', 5.551115123125783e-17, 3, 0.3, '0.000'],
    ['zero', 0, 3, 1e-9, '0.000'],
    ['minus zero', -0, 3, 1, '-0.000'],
    ['negative and tiny', -2.5e-9, 3, 4e-9, '-2.500e-09'],
    ['with no digits asked for', 5, 0, 7, '5'],
    ['tiny with no digits asked for', 0.02, 0, 0.03, '2.000e-02'],
    ['huge', 1.25e22, 3, 2e22, '1.250e+22'],
    ['more digits than a double has', 2.5e-9, 40, 1, '0.0000000025000000000000000523064020753212'],
    ['no number', NaN, 3, 1e-9, 'nan'],
    ['no end', -Infinity, 3, 1e-9, '-inf'],
  ])('%s', (_, value, prec, largest, text) => {
    expect(readableNumber(value, prec, largest)).toBe(text);
  });
});

describe('largestOf', () => {
  it('is the size of the largest finite number, and looks at new rows only', () => {
    const column = new Column();
    const reads: number[] = [];
    const numberAt = column.numberAt.bind(column);
    column.numberAt = (row) => (reads.push(row), numberAt(row));
    for (const value of [1, -5, Infinity, NaN]) column.push(value);
    expect(largestOf(column, 0)).toBe(5);
    column.push(7);
    expect(largestOf(column, 0)).toBe(7);
    expect(reads).toEqual([0, 1, 2, 3, 4]);
  });

  it('begins anew when a row was replaced', () => {
    const column = new Column();
    for (const value of [1, 9]) column.push(value);
    expect(largestOf(column, 0)).toBe(9);
    column.set(1, 2);
    expect(largestOf(column, 1)).toBe(2);
  });

  it('passes over what is no number', () => {
    const column = new Column();
    for (const value of ['open', 3, undefined, [8]]) column.push(value);
    expect(largestOf(column, 0)).toBe(3);
  });
});
