import { describe, expect, it } from 'vitest';

import { runPython } from '../../tests/instruments/python.js';
import { seededRandom } from '../devices/sim/random.js';
import { general, scientific } from './exponent.js';

describe('scientific', () => {
  it.each([
    [12345, 2, '1.23e+04'],
    [2.5, 0, '2e+00'],
    [3.5, 0, '4e+00'],
    [1.25, 1, '1.2e+00'],
    [9.5, 0, '1e+01'],
    [-0, 2, '-0.00e+00'],
    [1e-300, 3, '1.000e-300'],
    [NaN, 3, 'nan'],
    [-Infinity, 3, '-inf'],
  ])('writes %s with %s digits as %s', (value, digits, text) => {
    expect(scientific(value, digits)).toBe(text);
  });
});

describe('general', () => {
  it.each([
    [2, 7, '2'],
    [0.4166666666, 7, '0.4166667'],
    [16.35101331, 7, '16.35101'],
    [1e-5, 7, '1e-05'],
    [12345678, 7, '1.234568e+07'],
    [100000, 7, '100000'],
    [0, 7, '0'],
    [-0.2, 7, '-0.2'],
  ])('writes %s with %s digits as %s', (value, digits, text) => {
    expect(general(value, digits)).toBe(text);
  });
});

it('both agree with CPython on random numbers', async () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  console.log(`exponent: seed ${seed}`);
  const random = seededRandom(seed);
  const cases = Array.from({ length: 2000 }, (): [number, number] => [randomDouble(random), Math.floor(random() * 12)]);
  const program =
    'import json, sys\nprint(json.dumps([["%.*e" % (n, x), "%.*g" % (n, x)] for x, n in json.load(sys.stdin)]))';
  const { output } = await runPython(['-c', program], JSON.stringify(cases));
  expect(cases.map(([value, digits]) => [scientific(value, digits), general(value, digits)])).toEqual(
    JSON.parse(output),
  );
});

/** Numbers of all sizes, and ties more often than chance would give them. */
function randomDouble(random: () => number): number {
  const sign = random() < 0.5 ? -1 : 1;
  if (random() < 0.3) return (sign * Math.floor(random() * 1e6)) / 2 ** Math.floor(random() * 12);
  return sign * random() * 10 ** Math.floor(random() * 40 - 20);
}
