import { describe, expect, it } from 'vitest';
import { pythonFloat, pythonRepr, pythonStr } from './python-repr.js';

describe('pythonFloat', () => {
  it.each([
    [1, '1.0'],
    [-0, '-0.0'],
    [0.1, '0.1'],
    [-1.5, '-1.5'],
    [1e-4, '0.0001'],
    [1e-5, '1e-05'],
    [1.25e-7, '1.25e-07'],
    [1e15, '1000000000000000.0'],
    [1e16, '1e+16'],
    [1.5e300, '1.5e+300'],
    [NaN, 'nan'],
    [-Infinity, '-inf'],
  ])('%d is %s', (value, text) => {
    expect(pythonFloat(value)).toBe(text);
  });
});

describe('pythonRepr', () => {
  it.each([
    [[1, 2.5, 'a', true, null], "[1, 2.5, 'a', True, None]"],
    ["it's", '"it\'s"'],
    ['"it\'s"', "'\"it\\'s\"'"],
    ['a\\b\n', "'a\\\\b\\n'"],
    [1e21, '1000000000000000000000'],
    [NaN, 'nan'],
    [2n ** 70n, '1180591620717411303424'],
    [{ a: 1, "it's": [true, null] }, `{'a': 1, "it's": [True, None]}`],
    [{}, '{}'],
  ])('%s', (value, text) => {
    expect(pythonRepr(value)).toBe(text);
  });

  it('a text alone stands without quotes in str', () => {
    expect([pythonStr('open'), pythonStr(['open'])]).toEqual(['open', "['open']"]);
  });
});
