import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../tests/instruments/read-number.js';
import { seededRandom } from '../../devices/sim/random.js';
import { minus, numberText, timesTenTo } from './number-text.js';

describe('numberText', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-2.5, '−2.5'],
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.333333'],
    [1234567.25, '1234567'],
    [9007199254740991, '9.0072×10¹⁵'],
    [1.6e-19, '1.6×10⁻¹⁹'],
    [-5e-324, '−4.94066×10⁻³²⁴'],
    [1.7e308, '1.7×10³⁰⁸'],
    [NaN, 'NaN'],
    [-Infinity, '−Infinity'],
  ])('writes %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it.each([
    [1e9 + 0.001, [1e9, 1e9 + 0.002], '1000000000.001'],
    [0.5000001, [0.5, 0.6], '0.5000001'],
    [1e-12, [1.0000001e-12], '1×10⁻¹²'],
    [3, [3, NaN], '3'],
  ])('tells %s from its neighbours', (value, neighbours, text) => {
    expect(numberText(value, neighbours)).toBe(text);
  });

  it('differs wherever the numbers do, and reads back to what it rounds', () => {
    const seed = Math.floor(Math.random() * 2 ** 32);
    console.log(`numberText: seed ${seed}`);
    const random = seededRandom(seed);
    for (let i = 0; i < 5000; i++) {
      const value = (random() - 0.5) * 10 ** Math.floor(random() * 600 - 300);
      const other = value * (1 + (random() - 0.5) * 10 ** -Math.floor(random() * 17));
      const text = numberText(value, [other]);
      expect(Math.abs(readNumber(text) - value), text).toBeLessThanOrEqual(Math.abs(value) * 1e-5);
      if (other !== value) expect(text, `${value} beside ${other}`).not.toBe(numberText(other, [value]));
    }
  });
});

describe('minus', () => {
  it.each([
    ['-1', '−1'],
    ['1', '1'],
    ['-0.00', '0.00'],
  ])('writes %s as %s', (text, written) => {
    expect(minus(text)).toBe(written);
  });
});

describe('timesTenTo', () => {
  it.each([
    [0, ''],
    [6, '×10⁶'],
    [-12, '×10⁻¹²'],
  ])('writes %s', (exponent, text) => {
    expect(timesTenTo(exponent)).toBe(text);
  });
});
