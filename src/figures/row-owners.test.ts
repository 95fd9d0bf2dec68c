import { describe, expect, it } from 'vitest';
import { Random } from '../../tests/instruments/random.js';
import { RowOwners } from './row-owners.js';

describe('RowOwners', () => {
  it('knows of every row whose it is, and where the next of another descriptor is', () => {
    const random = new Random(1);
    const owners = new RowOwners();
    const expected: number[] = [];
    for (let i = 0; i < 200; i++) {
      const [descriptor, rows] = [random.below(3), random.below(4)];
      owners.add(descriptor, rows);
      for (let k = 0; k < rows; k++) expected.push(descriptor);
    }
    for (let row = 0; row < expected.length; row++) {
      let end = row + 1;
      while (expected[end] === expected[row]) end += 1;
      expect([owners.at(row), owners.endAfter(row)]).toEqual([expected[row], end]);
    }
  });
});
