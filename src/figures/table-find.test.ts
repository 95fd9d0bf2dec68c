import { expect, it } from 'vitest';

import { GrowingFloats } from './growing-floats.js';
import { findCells } from './table-find.js';

const CELLS = [
  ['1', 'Open'],
  ['2', 'closed'],
  ['3', 'OPENING'],
];

const VIEW = {
  rows: CELLS.length,
  headings: ['seq_num', 'shutter'].map((key) => ({ key, label: key, width: 10 })),
  cell: (row: number, column: number): string => CELLS[row]?.[column] ?? '',
};

function found(text: string, from = 0): number[] {
  const hits = new GrowingFloats();
  const work = findCells(VIEW, text, hits, from);
  while (!work.next().done);
  return [...hits.view()];
}

it('finds a text in every cell, whatever its capitals', () => {
  expect(found('open')).toEqual([1, 5]);
  expect(found('OPEN')).toEqual([1, 5]);
  expect(found('3')).toEqual([4]);
  expect(found('nowhere')).toEqual([]);
});

it('goes on from a row', () => {
  expect(found('open', 1)).toEqual([5]);
  expect(found('open', 3)).toEqual([]);
});

it('takes what stands in patterns for itself', () => {
  expect(found('.')).toEqual([]);
  expect(found('(')).toEqual([]);
});

it('lets others in now and then', () => {
  const work = findCells({ ...VIEW, rows: 10_000 }, 'x', new GrowingFloats(), 0);
  let steps = 0;
  while (!work.next().done) steps += 1;
  expect(steps).toBeGreaterThan(20);
});
