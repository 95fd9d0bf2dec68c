import { describe, expect, it } from 'vitest';

import { Column } from './column.js';

const valuesOf = (column: Column): unknown[] => Array.from({ length: column.length }, (_, row) => column.at(row));

describe('Column', () => {
  it('keeps numbers as doubles, also when it has to grow', () => {
    const column = new Column();
    const numbers = Array.from({ length: 300 }, (_, i) => (i === 7 ? NaN : i / 3));
    for (const each of numbers) column.push(each);
    expect(Array.from(column.floats?.view() ?? [])).toEqual(numbers);
    expect(column.length).toBe(300);
  });

  it.each(['text', true, 10n, { a: 1 }, null, undefined])('becomes a list of values at the first %s', (value) => {
    const column = new Column();
    column.push(1.5);
    column.push(value);
    column.push(2);
    expect(column.floats).toBeUndefined();
    expect(valuesOf(column)).toEqual([1.5, value, 2]);
    expect([0, 1, 2].map((row) => column.numberAt(row))).toEqual([1.5, NaN, 2]);
  });

  it('replaces values, by others of their kind or not', () => {
    const column = new Column();
    column.push(1);
    column.push(2);
    column.set(0, 10);
    expect(valuesOf(column)).toEqual([10, 2]);
    column.set(1, 'off');
    expect(valuesOf(column)).toEqual([10, 'off']);
  });

  it('that begins late has no values for the rows before', () => {
    const column = new Column(2);
    column.push(3);
    expect(valuesOf(column)).toEqual([undefined, undefined, 3]);
    expect(column.numberAt(0)).toBeNaN();
  });
});
