import { expect, test } from 'vitest';
import { toCodePoints, toUtf16 } from './code-points.js';

test('an emoji is one code point and two units', () => {
  const text = 'a😀b';
  expect([0, 1, 2, 3, 9].map((count) => toUtf16(text, count))).toEqual([0, 1, 3, 4, 4]);
  expect([0, 1, 3, 4].map((units) => toCodePoints(text, units))).toEqual([0, 1, 2, 3]);
});
