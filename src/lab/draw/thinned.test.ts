import { describe, expect, it } from 'vitest';
import type { LinePoints } from '../../figures/index.js';
import { seededRandom } from '../../devices/sim/random.js';
import { indexOf } from './line-index.js';
import { traceReduced } from './min-max.js';
import { thinned } from './thinned.js';

function lineOf(x: ArrayLike<number>, y: ArrayLike<number>): LinePoints {
  return { x: Float64Array.from(x), y: Float64Array.from(y), leftOut: 0, gaps: 0 };
}

/** An axis of x as slope and offset. */
interface Scale {
  slope: number;
  offset: number;
  width: number;
  columnsPerPixel: number;
}

function thin(line: LinePoints, { slope, offset, width, columnsPerPixel }: Scale): number[] | undefined {
  const index = indexOf(line);
  const place = (value: number): number => slope * value + offset;
  return thinned(line, index.order, index.values(false), { place, length: width, columnsPerPixel });
}

/** The strokes of a line through some of its points, by default through all. */
function traced({ x, y }: LinePoints, { slope, offset, columnsPerPixel }: Scale, rows?: readonly number[]): string {
  const strokes: string[] = [];
  const pen = {
    moveTo: (px: number, py: number) => strokes.push(`M${px},${py}`),
    lineTo: (px: number, py: number) => strokes.push(`L${px},${py}`),
  };
  const at = (i: number): number => (rows ? (rows[i] as number) : i);
  const points = {
    length: rows ? rows.length : x.length,
    x: (i: number) => slope * (x[at(i)] as number) + offset,
    y: (i: number) => y[at(i)] as number,
  };
  traceReduced(pen as never, points, columnsPerPixel);
  return strokes.join(' ');
}

/** A line in order with what makes pictures differ: equal values, gaps, steps in x, spikes. */
function randomLine(random: () => number, count: number): LinePoints {
  let at = 0;
  const falls = random() < 0.5 ? -1 : 1;
  const gaps = random() < 0.5 ? 0.01 : 0;
  const x = Array.from({ length: count }, () => (at += falls * (random() < 0.2 ? 0 : random() ** 8)));
  const y = Array.from({ length: count }, () => {
    if (random() < gaps) return random() < 0.5 ? NaN : Infinity;
    return random() < 0.01 ? 1000 * random() : Math.round(10 * random());
  });
  return lineOf(x, y);
}

/** A scale that shows the whole of a line. */
function scaleFor({ x }: LinePoints, width: number, columnsPerPixel = 1): Scale {
  const [low, high] = [Math.min(x[0] as number, x.at(-1) as number), Math.max(x[0] as number, x.at(-1) as number)];
  const slope = width / (high - low || 1);
  return { slope, offset: -slope * low, width, columnsPerPixel };
}

describe('a thinned line', () => {
  const seed = Math.floor(Math.random() * 2 ** 32);

  it(`has the strokes of the whole one (seed ${seed})`, () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 60; round++) {
      const line = randomLine(random, 2 + Math.floor(random() * 5000));
      const scale = scaleFor(line, 1 + Math.floor(random() * 500), random() < 0.5 ? 1 : 2);
      const rows = thin(line, scale);
      if (!rows) throw new Error('The line has an order.');
      expect(traced(line, scale, rows)).toBe(traced(line, scale));
    }
  });

  it('that leaves out the least of a column is told apart', () => {
    const line = lineOf([0, 0.1, 0.2, 0.3, 5], [5, -100, 9, 5, 5]);
    const scale = { slope: 1, offset: 0, width: 10, columnsPerPixel: 1 };
    const rows = thin(line, scale) ?? [];
    expect(rows).toContain(1);
    expect(
      traced(
        line,
        scale,
        rows.filter((row) => row !== 1),
      ),
    ).not.toBe(traced(line, scale));
  });

  it('is the same whether the points came at once or one after another', () => {
    const random = seededRandom(seed);
    const whole = randomLine(random, 20_000);
    const scale = scaleFor(whole, 300);
    const lineage = {};
    let grown: LinePoints = whole;
    for (const share of [0.01, 0.1, 0.11, 0.5, 1]) {
      const count = Math.round(share * whole.x.length);
      grown = { ...whole, x: whole.x.subarray(0, count), y: whole.y.subarray(0, count), lineage };
      indexOf(grown);
    }
    expect(thin(grown, scale)).toEqual(thin(whole, scale));
  });

  it('keeps one spike among a million points, and is short', () => {
    const x = Float64Array.from({ length: 1_000_000 }, (_, i) => i);
    const y = x.map((i) => Math.sin(i));
    y[654_321] = 50;
    const line = lineOf(x, y);
    const rows = thin(line, scaleFor(line, 700)) ?? [];
    expect(rows).toContain(654_321);
    expect(rows.length).toBeLessThanOrEqual(4 * 701);
  });

  it('begins and ends one point beyond a plot that shows a part', () => {
    const line = lineOf(
      Array.from({ length: 1000 }, (_, i) => i),
      Array.from({ length: 1000 }, (_, i) => i % 7),
    );
    const rows = thin(line, { slope: 10, offset: -5000, width: 100, columnsPerPixel: 1 }) ?? [];
    expect([rows[0], rows.at(-1)]).toEqual([499, 511]);
  });

  it('is not made of one without order, nor of one that is nearly all gaps', () => {
    const scale = { slope: 1, offset: 0, width: 10, columnsPerPixel: 1 };
    const back = lineOf([0, 2, 1], [1, 2, 3]);
    expect(thin(back, scale)).toBeUndefined();
    const gaps = lineOf(
      Array.from({ length: 20_000 }, (_, i) => i),
      new Array<number>(20_000).fill(NaN),
    );
    expect(thin(gaps, scale)).toBeUndefined();
  });
});
