import { expect, it } from 'vitest';
import { RowSelection } from './row-selection.js';

it('is empty, one row, or all between two', () => {
  const selection = new RowSelection();
  expect([selection.isEmpty, selection.count, selection.has(0)]).toEqual([true, 0, false]);
  selection.select(5);
  expect([selection.isEmpty, selection.count, selection.range]).toEqual([false, 1, { from: 5, to: 6 }]);
  selection.extend(3);
  expect(selection.range).toEqual({ from: 3, to: 6 });
  expect([2, 3, 5, 6].map((row) => selection.has(row))).toEqual([false, true, true, false]);
  selection.extend(7);
  expect(selection.range).toEqual({ from: 5, to: 8 });
  selection.clear();
  expect(selection.isEmpty).toBe(true);
});

it('begins with the row to which it is extended', () => {
  const selection = new RowSelection();
  selection.extend(4);
  expect(selection.range).toEqual({ from: 4, to: 5 });
});
