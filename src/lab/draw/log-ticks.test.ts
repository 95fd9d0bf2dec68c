import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../tests/instruments/read-number.js';
import { seededRandom } from '../../devices/sim/random.js';
import { axisScale } from './axis-scale.js';
import type { Limits } from './limits.js';
import { chooseTicks } from './tick-choice.js';
import type { Ticks } from './tick-choice.js';

const CHARACTER = 7;
const needed = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length)) * CHARACTER + 8;

function ticksOf(limits: Limits, length = 600): Ticks {
  return chooseTicks(axisScale(limits, [0, length], true), { kind: 'number', space: 80, needed });
}

/** The value of a text such as `10⁻⁹` or `2×10⁵`. */
function valueOf(text: string): number {
  return readNumber(text.startsWith('10') && /[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(text) ? `1×${text}` : text);
}

describe('ticks of a logarithmic axis', () => {
  it('are powers of ten, with marks between them', () => {
    const { values, texts, note } = ticksOf([1, 1000]);
    expect(texts.filter(Boolean)).toEqual(['1', '2', '5', '10', '20', '50', '100', '200', '500', '1000']);
    expect(values).toHaveLength(28);
    expect(note).toBe('');
  });

  it('are few powers where there are many', () => {
    expect(ticksOf([1e-12, 1e12]).texts.filter(Boolean)).toEqual([
      '10⁻¹²',
      '10⁻¹⁰',
      '10⁻⁸',
      '10⁻⁶',
      '10⁻⁴',
      '10⁻²',
      '1',
      '10²',
      '10⁴',
      '10⁶',
      '10⁸',
      '10¹⁰',
      '10¹²',
    ]);
    expect(ticksOf([1e-300, 1e300], 200).texts.length).toBeGreaterThan(1);
    expect(ticksOf([1e-300, 1e300], 200).texts.length).toBeLessThan(6);
  });

  it('are as on other axes where there is no room for two powers', () => {
    expect(ticksOf([20, 40]).texts.slice(0, 3)).toEqual(['20', '22', '24']);
  });

  const seed = Math.floor(Math.random() * 2 ** 32);

  it(`say where they are, apart from each other, on axes of any kind (seed ${seed})`, () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 500; round++) {
      const low = 10 ** (random() * 500 - 250);
      const limits: Limits = [low, low * 10 ** (random() ** 3 * 50)];
      if (!(limits[1] > limits[0])) continue;
      const scale = axisScale(limits, [0, 200 + random() * 600], true);
      const ticks = chooseTicks(scale, { kind: 'number', space: 80, needed });
      const labelled = ticks.values.flatMap((value, i) => (ticks.texts[i] ? [{ value, text: ticks.texts[i] }] : []));
      expect(labelled.length).toBeGreaterThan(0);
      expect(ticks.values.every((value) => value >= limits[0] && value <= limits[1])).toBe(true);
      if (ticks.note === '') for (const { value, text } of labelled) expect(valueOf(text) / value).toBeCloseTo(1, 4);
      const places = labelled.map(({ value }) => scale(value));
      const room = needed(labelled.map(({ text }) => text));
      for (const [i, place] of places.slice(1).entries())
        expect(place - (places[i] as number)).toBeGreaterThan(room - 9);
    }
  });
});
