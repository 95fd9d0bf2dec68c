import { describe, expect, it } from 'vitest';
import { Extent } from './extent.js';
import { canShow, limitsOf } from './limits.js';

function extentOf(...values: number[]): Extent {
  const extent = new Extent();
  extent.grow(Float64Array.from(values));
  return extent;
}

describe('the limits of an axis', () => {
  it('are those of all data with a tenth on either side', () => {
    expect(limitsOf(null, [extentOf(0, 5), extentOf(10)])).toEqual([-1, 11]);
    expect(limitsOf([3, 4], [extentOf(0, 10)])).toEqual([3, 4]);
  });

  it('of a logarithmic axis are those of what is positive, with a tenth of the decades', () => {
    const [low, high] = limitsOf(null, [extentOf(-5, 0, 1e-2, 1e8)], true);
    expect(Math.log10(low)).toBeCloseTo(-3);
    expect(Math.log10(high)).toBeCloseTo(9);
  });

  it.each([
    ['nothing', []],
    ['nothing positive', [-3, 0, -1e9]],
    ['one value', [5]],
    ['the least double', [5e-324]],
    ['all doubles', [5e-324, 1.7e308]],
    ['no number', [NaN, Infinity, -Infinity]],
  ])('can be drawn on a logarithmic axis for %s', (_, values) => {
    expect(canShow(limitsOf(null, [extentOf(...values)], true), true)).toBe(true);
  });

  it('that cannot be drawn are passed over', () => {
    expect(limitsOf([-1, 10], [extentOf(1, 100)], true)[0]).toBeGreaterThan(0);
    for (const bad of [
      [NaN, 1],
      [0, Infinity],
      [2, 2],
      [1, 1 + 1e-15],
      [-1.7e308, 1.7e308],
    ] as [number, number][]) {
      expect(limitsOf(bad, [extentOf(0, 10)])).toEqual([-1, 11]);
    }
  });

  it('may go down', () => {
    expect(limitsOf([10, 0], [])).toEqual([10, 0]);
  });
});
