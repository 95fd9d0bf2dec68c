import { describe, expect, it } from 'vitest';

import { fromTagged, toTagged } from './tagged-json.js';

/** What a value is after a journey through strict JSON. */
const journey = (value: unknown): unknown => fromTagged(JSON.parse(JSON.stringify(toTagged(value))));

describe('toTagged and fromTagged', () => {
  it.each([
    NaN,
    Infinity,
    -Infinity,
    1.5,
    'NaN',
    null,
    true,
    2n ** 70n,
    -(2n ** 70n),
    { a: [NaN, { b: -Infinity }] },
    [[1], [2n ** 60n]],
    { $float: 'NaN', other: 1 },
  ])('brings %s back', (value) => {
    expect(journey(value)).toEqual(value);
  });

  it('writes marks that strict JSON can hold', () => {
    expect(JSON.stringify(toTagged([NaN, Infinity, 1n]))).toBe(
      '[{"$float":"NaN"},{"$float":"Infinity"},{"$bigint":"1"}]',
    );
  });

  it('gives small big integers back as numbers', () => {
    expect(journey(7n)).toBe(7);
    expect(journey(2n ** 53n)).toBe(2n ** 53n);
  });

  it('keeps a key __proto__ a plain key', () => {
    const back = journey(JSON.parse('{"__proto__": {"polluted": 1}}')) as object;
    expect(Object.keys(back)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
    expect((back as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('writes typed arrays as lists', () => {
    expect(journey(Float64Array.of(1, NaN))).toEqual([1, NaN]);
    expect(journey(BigInt64Array.of(2n ** 60n))).toEqual([2n ** 60n]);
  });

  it('writes what has a toJSON by it, and functions as text', () => {
    expect(journey(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(journey({ f: Math.max })).toEqual({ f: String(Math.max) });
  });

  it('reads a mark that makes no sense as NaN', () => {
    expect(fromTagged({ $bigint: '1.5' })).toBeNaN();
    expect(fromTagged({ $float: 'many' })).toBeNaN();
  });
});
