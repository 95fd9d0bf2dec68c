import { scaleLinear } from 'd3';
import { describe, expect, it } from 'vitest';
import { stepFrom } from './point-steps.js';
import { ShownPoints } from './shown-points.js';
import type { PointIndex } from './shown-points.js';

/** Lines of these y values at x = 0, 1, 2, ... */
function shown(...lines: number[][]): ShownPoints {
  const axes = { x: scaleLinear(), y: scaleLinear(), isSwapped: false, left: 0, top: 0, width: 100, height: 100 };
  const columns = lines.map((y) => ({ x: Float64Array.from(y.keys()), y: Float64Array.from(y), leftOut: 0, gaps: 0 }));
  return new ShownPoints(axes, columns);
}

/** Where keys lead, one after another. */
function walk(points: ShownPoints, from: PointIndex | undefined, ...keys: string[]): PointIndex | undefined {
  return keys.reduce<PointIndex | undefined>((at, key) => stepFrom(at, key, points), from);
}

const at = (point: number, line = 0): PointIndex => ({ line, point });
const LONG = shown(Array.from({ length: 40 }, () => 1));

describe('stepFrom', () => {
  it('goes from point to point and stops at the ends', () => {
    const points = shown([1, 2, 3]);
    expect(walk(points, at(0), 'ArrowRight')).toEqual(at(1));
    expect(walk(points, at(0), 'ArrowRight', 'ArrowRight', 'ArrowRight')).toEqual(at(2));
    expect(walk(points, at(2), 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')).toEqual(at(0));
  });

  it('passes over gaps and points outside of the plot', () => {
    expect(walk(shown([1, NaN, 500, 2]), at(0), 'ArrowRight')).toEqual(at(3));
    expect(walk(shown([NaN, 1, 2, NaN]), at(2), 'Home')).toEqual(at(1));
    expect(walk(shown([NaN, 1, 2, NaN]), at(1), 'End')).toEqual(at(2));
  });

  it('goes ten further with the page keys, and to both ends', () => {
    expect(walk(LONG, at(5), 'PageDown')).toEqual(at(15));
    expect(walk(LONG, at(5), 'PageUp')).toEqual(at(0));
    expect(walk(LONG, at(35), 'PageDown')).toEqual(at(39));
    expect(walk(LONG, at(5), 'End')).toEqual(at(39));
    expect(walk(LONG, at(5), 'Home')).toEqual(at(0));
  });

  it('goes to the point of another line that is nearest in x', () => {
    const points = shown([1, 1, 1, 1], [NaN], [2, NaN, 2]);
    expect(walk(points, at(3), 'ArrowDown')).toEqual(at(2, 2));
    expect(walk(points, at(2, 2), 'ArrowUp')).toEqual(at(2));
    expect(walk(points, at(2), 'ArrowUp')).toEqual(at(2));
  });

  it.each([
    ['ArrowRight', 0],
    ['ArrowDown', 0],
    ['Home', 0],
    ['PageDown', 0],
    ['ArrowLeft', 39],
    ['End', 39],
  ])('enters with %s at point %i', (key, point) => {
    expect(walk(LONG, undefined, key)).toEqual(at(point));
  });

  it('leads nowhere with other keys or without points', () => {
    expect(walk(LONG, at(3), 'a')).toBeUndefined();
    expect(walk(LONG, at(3), 'Tab')).toBeUndefined();
    expect(walk(shown([]), undefined, 'End')).toBeUndefined();
  });
});
