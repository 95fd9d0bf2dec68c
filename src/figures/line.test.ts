import { describe, expect, it } from 'vitest';

import { descriptorDoc, eventDoc, startDoc } from '../../tests/instruments/runs.js';
import { seededRandom } from '../devices/sim/random.js';
import { linePoints, seqNumOf } from './line.js';
import { lineNotice } from './line-notice.js';
import { lineStyle } from './line-style.js';
import { RunColumns } from './run-columns.js';
import type { LineSeries } from './spec.js';

const series = (x: string, y: string, epoch: 'run' | 'unix' = 'run'): LineSeries => ({
  run: 'run',
  x,
  y,
  epoch,
  label: '1',
  style: lineStyle({}),
});

function runOf(...data: Record<string, unknown>[]): RunColumns {
  const run = new RunColumns(startDoc());
  run.addDescriptor(descriptorDoc('d', ['x', 'y', 'text']));
  data.forEach((each, i) => run.putEvent(eventDoc('d', i + 1, each)));
  return run;
}

function pointsOf(run: RunColumns, of: LineSeries): { points: [number, number][]; leftOut: number } {
  const { x, y, leftOut } = linePoints(run, of);
  return { points: Array.from(x, (each, i) => [each, y[i] as number]), leftOut };
}

describe('linePoints', () => {
  it('gives the points in the order they were taken', () => {
    const run = runOf({ x: 2, y: 20 }, { x: 1, y: 10 });
    expect(pointsOf(run, series('x', 'y'))).toEqual({
      points: [
        [2, 20],
        [1, 10],
      ],
      leftOut: 0,
    });
  });

  it('keeps NaN as a gap, and counts what is no number', () => {
    const run = runOf({ x: 1, y: NaN }, { x: 2, y: 'off' }, { x: 3, y: 30 });
    expect(pointsOf(run, series('x', 'y'))).toEqual({
      points: [
        [1, NaN],
        [3, 30],
      ],
      leftOut: 1,
    });
    const of = series('x', 'y');
    expect(lineNotice(run, of, linePoints(run, of))).toBe("2 of 3 points left out: 'y' is not a finite number.");
  });

  it('draws booleans as 0 and 1, and big integers', () => {
    const run = runOf({ x: 1, y: true }, { x: 2n, y: false });
    expect(pointsOf(run, series('x', 'y'))).toEqual({
      points: [
        [1, 1],
        [2, 0],
      ],
      leftOut: 0,
    });
  });

  it('passes over rows that lack a field', () => {
    expect(pointsOf(runOf({ x: 1 }, { x: 2, y: 20 }), series('x', 'y'))).toEqual({ points: [[2, 20]], leftOut: 0 });
  });

  it('draws against the number of the point', () => {
    expect(pointsOf(runOf({ x: 1, y: 10 }, { x: 2, y: 20 }), series('seq_num', 'y')).points).toEqual([
      [1, 10],
      [2, 20],
    ]);
  });

  it.each([
    ['run', [2, 3]],
    ['unix', [102, 103]],
  ] as const)('draws against time since the epoch of the %s', (epoch, times) => {
    const { points } = pointsOf(runOf({ y: 1 }, { y: 2 }), series('time', 'y', epoch));
    expect(points.map(([x]) => x)).toEqual(times);
  });

  it('draws a field named time rather than the time of the event', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('d', ['time', 'y']));
    run.putEvent(eventDoc('d', 1, { time: 105, y: 1 }));
    expect(pointsOf(run, series('time', 'y')).points).toEqual([[5, 1]]);
    expect(pointsOf(run, series('time', 'y', 'unix')).points).toEqual([[105, 1]]);
  });

  it('gathers streams that have both fields', () => {
    const run = runOf({ x: 1, y: 10 });
    run.addDescriptor(descriptorDoc('b', ['x'], { name: 'baseline' }));
    run.putEvent(eventDoc('b', 1, { x: 99 }));
    expect(pointsOf(run, series('x', 'y')).points).toEqual([[1, 10]]);
  });
});

describe('lineNotice', () => {
  const notice = (run: RunColumns, of: LineSeries): string => lineNotice(run, of, linePoints(run, of));

  it('is silent when all is well, and before anything came', () => {
    expect(notice(runOf({ x: 1, y: 2 }), series('x', 'y'))).toBe('');
    expect(notice(new RunColumns(startDoc()), series('nope', 'y'))).toBe('');
  });

  it('names fields that no event has', () => {
    const known = "The fields are 'x', 'y', 'text', 'seq_num' and 'time'.";
    expect(notice(runOf(), series('nope', 'nada'))).toBe(`No event has the field 'nope' or 'nada'. ${known}`);
    expect(notice(runOf(), series('tme', 'txt'))).toBe(
      `No event has the field 'tme' or 'txt'. Did you mean 'time'? Did you mean 'text'? ${known}`,
    );
    expect(notice(runOf(), series('seq_num', 'y'))).toBe('');
  });
});

describe('seqNumOf', () => {
  const numbers = (run: RunColumns, of: LineSeries, points: number): (number | undefined)[] =>
    Array.from({ length: points }, (_, point) => seqNumOf(run, of, point));

  it('is the number of the event that gave the point', () => {
    const run = runOf({ x: 1, y: 1 }, { x: 2, y: 2 });
    expect(numbers(run, series('x', 'y'), 3)).toEqual([1, 2, undefined]);
    expect(numbers(run, series('seq_num', 'y'), 3)).toEqual([1, 2, undefined]);
  });

  it('counts only events that gave a point', () => {
    const run = runOf({ x: 1, y: 'off' }, { x: 2, y: 2 }, { y: 3 }, { x: 4, y: NaN });
    expect(numbers(run, series('x', 'y'), 3)).toEqual([2, 4, undefined]);
  });

  it('goes on in the next stream', () => {
    const run = runOf({ x: 1, y: 1 }, { x: 2, y: 2 });
    run.addDescriptor(descriptorDoc('m', ['x', 'y'], { name: 'monitor' }));
    run.putEvent(eventDoc('m', 7, { x: 1, y: 1 }));
    expect(numbers(run, series('x', 'y'), 4)).toEqual([1, 2, 7, undefined]);
  });
});

describe('the points of a run that grows', () => {
  const seed = Math.floor(Math.random() * 2 ** 32);

  it(`are those of the whole run, whatever came in between (seed ${seed})`, () => {
    const random = seededRandom(seed);
    const below = (n: number): number => Math.floor(random() * n);
    const values = [() => random(), () => random(), () => NaN, () => 'off', () => true, () => undefined];
    for (let round = 0; round < 40; round++) {
      const run = runOf();
      const strange = random() < 0.5 ? values.length : 3;
      const events: [string, number, Record<string, unknown>][] = [];
      const of = [series('x', 'y'), series('seq_num', 'y'), series('time', 'y'), series('time', 'x', 'unix')];
      for (let i = 1; i < 40; i++) {
        const data = Object.fromEntries(['x', 'y'].map((field) => [field, values[below(strange)]?.()]));
        events.push(['d', random() < 0.1 ? 1 + below(i) : i, data]);
        const [descriptor, seqNum, event] = events.at(-1) as (typeof events)[0];
        run.putEvent(eventDoc(descriptor, seqNum, event, 100 + seqNum));
        if (random() < 0.5) for (const each of of) linePoints(run, each);
      }
      const fresh = runOf();
      for (const [descriptor, seqNum, event] of events) {
        fresh.putEvent(eventDoc(descriptor, seqNum, event, 100 + seqNum));
      }
      for (const each of of) {
        const { lineage: _, ...points } = linePoints(run, each);
        const { lineage: __, ...expected } = linePoints(fresh, each);
        expect(points).toEqual(expected);
      }
    }
  });

  it('have one lineage while they only become more', () => {
    const run = runOf({ x: 1, y: 1 });
    const of = series('x', 'y');
    const { lineage } = linePoints(run, of);
    run.putEvent(eventDoc('d', 2, { x: 2, y: 2 }));
    expect(linePoints(run, of).lineage).toBe(lineage);
    run.putEvent(eventDoc('d', 1, { x: 5, y: 5 }));
    expect(linePoints(run, of).lineage).not.toBe(lineage);
  });
});
