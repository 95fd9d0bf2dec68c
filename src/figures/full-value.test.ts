import { describe, expect, it } from 'vitest';
import { fullValue } from './full-value.js';

describe('fullValue', () => {
  it.each([
    [0.1, '0.1'],
    [-0, '-0'],
    [NaN, 'nan'],
    [-Infinity, '-inf'],
    [12345678901234567890n, '12345678901234567890'],
    [true, 'True'],
    ['a long text', 'a long text'],
    [null, 'null'],
    [[1, NaN, [2n, 'x']], '[1, nan, [2, x]]'],
    [Float64Array.of(1, 2.5), '[1, 2.5]'],
    [{ a: 1n }, '{"a":"1"}'],
  ])('writes %s whole', (value, text) => {
    expect(fullValue(value)).toBe(text);
  });

  it('stops after 4000 characters, without looking at the rest', () => {
    const image = new Proxy(new Array<number>(10_000).fill(0), {
      get: (target, name) => {
        if (Number(name) > 4000) throw new Error('looked at the rest');
        return Reflect.get(target, name) as unknown;
      },
    });
    const text = fullValue(Array.from({ length: 3 }, () => image));
    expect(text).toHaveLength(4001);
    expect(text.endsWith('…')).toBe(true);
  });
});
