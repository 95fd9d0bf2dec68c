import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { runPython } from '../../tests/instruments/python.js';
import { seededRandom } from '../devices/sim/random.js';
import { fixed } from './fixed.js';

type Formatted = [value: number, digits: number, text: string];

// JSON has no NaN and no infinity; the recording writes them as Python does.
const recorded = (
  JSON.parse(readFileSync(new URL('../../tests/golden/pyformat.json', import.meta.url), 'utf8')) as Formatted[]
).map(([value, ...rest]): Formatted => [{ nan: NaN, inf: Infinity }[value] ?? value, ...rest]);

describe('fixed', () => {
  it('has 70 recordings to compare with', () => {
    expect(recorded).toHaveLength(70);
  });

  it.each(recorded)('writes %s with %s digits as %s', (value, digits, text) => {
    expect(fixed(value, digits)).toBe(text);
  });

  it('rounds ties to even, where toFixed rounds up', () => {
    expect(fixed(2.5, 0)).toBe('2');
    expect((2.5).toFixed(0)).toBe('3');
    expect(fixed(0.125, 2)).toBe('0.12');
  });

  it.each([
    [-0, 3, '-0.000'],
    [-0.0001, 3, '-0.000'],
    [1e21, 1, '1000000000000000000000.0'],
    [5e-324, 3, '0.000'],
    [NaN, 2, 'nan'],
    [-Infinity, 2, '-inf'],
    [12345678901234567890n, 2, '12345678901234567890.00'],
    [7n, 0, '7'],
  ])('writes %s with %s digits as %s', (value, digits, text) => {
    expect(fixed(value, digits)).toBe(text);
  });

  it('agrees with CPython on random numbers', async () => {
    const seed = Math.floor(Math.random() * 2 ** 32);
    console.log(`fixed: seed ${seed}`);
    const random = seededRandom(seed);
    const cases = Array.from({ length: 2000 }, (): [number, number] => [
      randomDouble(random),
      Math.floor(random() * 12),
    ]);
    const program = 'import json, sys\nprint(json.dumps(["%.*f" % (n, x) for x, n in json.load(sys.stdin)]))';
    const { output } = await runPython(['-c', program], JSON.stringify(cases));
    expect(cases.map(([value, digits]) => fixed(value, digits))).toEqual(JSON.parse(output));
  });
});

/** Numbers of all sizes, and ties more often than chance would give them. */
function randomDouble(random: () => number): number {
  const sign = random() < 0.5 ? -1 : 1;
  if (random() < 0.3) return (sign * Math.floor(random() * 1e6)) / 2 ** Math.floor(random() * 12);
  return sign * random() * 10 ** Math.floor(random() * 40 - 20);
}
