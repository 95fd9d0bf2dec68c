import { describe, expect, it } from 'vitest';

import { Random } from '../../tests/instruments/random.js';
import { sortRows } from './table-sort.js';
import type { SortDirection } from './table-sort.js';

function sorted(values: readonly unknown[], direction: SortDirection): number[] {
  const work = sortRows({ rows: values.length, value: (row) => values[row] }, 0, direction);
  for (;;) {
    const step = work.next();
    if (step.done) return [...step.value];
  }
}

const inOrder = (values: readonly unknown[], direction: SortDirection): unknown[] =>
  sorted(values, direction).map((row) => values[row]);

describe('sortRows', () => {
  it('sorts numbers of every size, and puts those that are none behind', () => {
    const values = [3, NaN, -Infinity, 1e300, undefined, 0, 5e-324, Infinity];
    expect(inOrder(values, 'ascending')).toEqual([-Infinity, 0, 5e-324, 3, 1e300, Infinity, NaN, undefined]);
    expect(inOrder(values, 'descending')).toEqual([Infinity, 1e300, 3, 5e-324, 0, -Infinity, NaN, undefined]);
  });

  it('sorts numbers, texts and others apart from each other', () => {
    const values = ['b', 2, [1], 10n, 'a', null, true];
    expect(inOrder(values, 'ascending')).toEqual([true, 2, 10n, 'a', 'b', [1], null]);
    expect(inOrder(values, 'descending')).toEqual([[1], 'b', 'a', 10n, 2, true, null]);
  });

  it('takes numbers within texts for numbers', () => {
    expect(inOrder(['s10', 's9', 's100'], 'ascending')).toEqual(['s9', 's10', 's100']);
  });

  it.each(['ascending', 'descending'] as const)('leaves equal values in the order in which they came, %s', (way) => {
    expect(sorted([1, 0, 1, 0, 1], way).filter((row) => row % 2 === 0)).toEqual([0, 2, 4]);
    expect(sorted(['a', 'a', 'a'], way)).toEqual([0, 1, 2]);
  });

  it.each([0, 1, 4095, 4096, 4097, 30_001])('sorts %s rows as one sorts a list', (count) => {
    const random = new Random(count);
    const values = Array.from({ length: count }, () => random.below(1000));
    const order = values.map((_, row) => row).sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
    expect(sorted(values, 'ascending')).toEqual(order);
  });

  it('lets others in now and then', () => {
    const work = sortRows({ rows: 100_000, value: (row) => -row }, 0, 'ascending');
    let steps = 0;
    while (!work.next().done) steps += 1;
    expect(steps).toBeGreaterThan(30);
  });
});
