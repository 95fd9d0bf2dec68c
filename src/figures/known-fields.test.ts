import { expect, it } from 'vitest';

import { knownFields } from './known-fields.js';

const numbered = (count: number): string[] => Array.from({ length: count }, (_, i) => `f${i}`);

it.each([
  [[], ''],
  [['det'], " The only field is 'det'."],
  [['det', 'motor'], " The fields are 'det' and 'motor'."],
  [['a', 'b', 'c'], " The fields are 'a', 'b' and 'c'."],
  [['a', 'x'.repeat(41)], ` The fields are 'a' and '${'x'.repeat(40)}...'.`],
])('names %j', (known, sentence) => {
  expect(knownFields(known)).toBe(sentence);
});

it('names ten at most', () => {
  expect(knownFields(numbered(10))).toMatch(/'f8' and 'f9'\.$/);
  expect(knownFields(numbered(11))).toMatch(/'f9' and 1 more\.$/);
  expect(knownFields(numbered(5000))).toMatch(/'f9' and 4990 more\.$/);
});
