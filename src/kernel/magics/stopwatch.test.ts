import { expect, test } from 'vitest';
import { durationText, lapText, Stopwatch } from './stopwatch.js';

test('times read well from microseconds to hours', () => {
  const texts = [0.0123, 0.5, 1, 12.345, 999, 1000, 1234, 61_000, 3_725_000].map(durationText);
  expect(texts).toEqual(['12.3 µs', '500 µs', '1 ms', '12.3 ms', '999 ms', '1 s', '1.23 s', '1min 1s', '1h 2min 5s']);
  expect(lapText({ wall: 2000, user: 3, system: 1 })).toBe(
    'CPU times: user 3 ms, sys: 1 ms, total: 4 ms\nWall time: 2 s',
  );
});

test('what was started is stopped once, at the latest at the end', () => {
  const printed: string[] = [];
  const stopwatch = new Stopwatch((text) => printed.push(text));
  stopwatch.stop(0);
  expect(printed).toEqual([]);
  stopwatch.start(0);
  stopwatch.start(1);
  stopwatch.stop(0);
  stopwatch.stop(0);
  stopwatch.stopAll();
  stopwatch.stopAll();
  expect(printed).toHaveLength(2);
  expect(printed[0]).toMatch(/^CPU times: user .*\nWall time: /);
});
