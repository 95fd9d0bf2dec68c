import { scaleLinear } from 'd3';
import { describe, expect, it } from 'vitest';
import type { LinePoints } from '../../figures/index.js';
import { seededRandom } from '../../devices/sim/random.js';
import { ShownPoints } from './shown-points.js';
import { lookAround, RunningOrder } from './x-order.js';
import type { Order } from './x-order.js';

/** A plot of 100 by 100 pixels that shows 0 to 10 in both directions. */
const AXES = {
  x: scaleLinear([0, 10], [0, 100]),
  y: scaleLinear([0, 10], [100, 0]),
  isSwapped: false,
  left: 0,
  top: 0,
  width: 100,
  height: 100,
};

function line(...pairs: [number, number][]): LinePoints {
  const column = (at: 0 | 1): Float64Array => Float64Array.from(pairs, (pair) => pair[at]);
  return { x: column(0), y: column(1), leftOut: 0, gaps: 0 };
}

function orderOf(values: ArrayLike<number>): Order {
  const running = new RunningOrder();
  for (const part of [0.3, 0.7, 1])
    running.grow(Float64Array.from(values).subarray(0, Math.ceil(part * values.length)));
  return running.order;
}

function shown(...lines: LinePoints[]): ShownPoints {
  return new ShownPoints(AXES, lines);
}

describe('ShownPoints', () => {
  it('finds the nearest point in x, however far away it is in y', () => {
    const points = shown(line([2, 9], [5, 1], [8, 9]));
    expect(points.nearest({ x: 53, y: 10 })).toEqual({ line: 0, point: 1 });
    expect(points.nearest({ x: 66, y: 10 })).toEqual({ line: 0, point: 2 });
  });

  it('takes of points at one x the nearest in y, of whatever line', () => {
    const points = shown(line([5, 1]), line([5, 5], [5, 9]));
    expect(points.nearest({ x: 50, y: 95 })).toEqual({ line: 0, point: 0 });
    expect(points.nearest({ x: 50, y: 45 })).toEqual({ line: 1, point: 0 });
    expect(points.nearest({ x: 50, y: 12 })).toEqual({ line: 1, point: 1 });
  });

  it('passes over gaps and what lies outside of the plot', () => {
    const points = shown(line([5, NaN], [NaN, 5], [5, 20], [5.1, Infinity], [9, 5]));
    expect(points.nearest({ x: 50, y: 50 })).toEqual({ line: 0, point: 4 });
    expect(shown(line([NaN, 1])).nearest({ x: 0, y: 0 })).toBeUndefined();
    expect(shown().nearest({ x: 0, y: 0 })).toBeUndefined();
  });

  it('knows where points are, and that others cannot be seen', () => {
    const points = shown(line([5, 2.5], [11, 5], [5, NaN]));
    expect(points.placeOf({ line: 0, point: 0 })).toEqual({ x: 50, y: 75 });
    for (const point of [1, 2, 3, -1]) expect(points.placeOf({ line: 0, point })).toBeUndefined();
    expect(points.placeOf({ line: 1, point: 0 })).toBeUndefined();
  });

  it('sees of a million points in order no more than it must', () => {
    const column = Float64Array.from({ length: 1_000_000 }, (_, i) => i / 100_000);
    let seen = 0;
    const watched = new Proxy(column, {
      get: (target, name) => {
        if (typeof name === 'string' && /^\d+$/.test(name)) seen += 1;
        return Reflect.get(target, name, target) as unknown;
      },
    });
    expect(orderOf(column)).toBe(1);
    const found: number[] = [];
    lookAround(watched, 1, 2, (i) => found.push(i) < 20);
    expect(found).toContain(200_000);
    expect(seen).toBeLessThan(50);
  });

  it('knows what has no order', () => {
    expect(
      [
        [1, 2, 2],
        [3, 3, 1],
        [1, 3, 2],
        [1, NaN, 2],
      ].map(orderOf),
    ).toEqual([1, -1, 0, 0]);
  });

  it.each([
    ['in any order', () => 0],
    ['that rise', (a: [number, number], b: [number, number]) => a[0] - b[0]],
    ['that fall', (a: [number, number], b: [number, number]) => b[0] - a[0]],
  ])('finds among random points %s what a search through all distances finds', (_, order) => {
    const seed = Math.floor(Math.random() * 2 ** 32);
    console.log(`nearest: seed ${seed}`);
    const random = seededRandom(seed);
    const pairs = Array.from({ length: 2000 }, (): [number, number] => [random() * 12 - 1, random() * 12 - 1]);
    pairs.push([5, NaN], [5.5, Infinity]);
    const lines = [pairs.slice(0, 700).sort(order), pairs.slice(700).sort(order)];
    const points = shown(...lines.map((each) => line(...each)));
    for (let i = 0; i < 200; i++) {
      const to = { x: random() * 100, y: random() * 100 };
      const distances = lines.flat().map(([x, y]) => {
        const inside = x >= -0.05 && x <= 10.05 && y >= -0.05 && y <= 10.05;
        return inside ? Math.hypot(x * 10 - to.x, (100 - y * 10 - to.y) / 50) : Infinity;
      });
      const best = distances.indexOf(Math.min(...distances));
      const found = points.nearest(to);
      expect((found?.line === 1 ? 700 : 0) + (found?.point ?? NaN)).toBe(best);
    }
  });
});
