import { expect, it } from 'vitest';
import { shortened, shortenedByCount } from './shortened.js';

it('leaves a text alone that is short enough', () => {
  expect(shortened('motor', 5)).toBe('motor');
  expect(shortenedByCount('motor', 5)).toBe('motor');
});

it('cuts a longer one, and says how much is missing if that is wanted', () => {
  expect(shortened('motors', 5)).toBe('motor…');
  expect(shortenedByCount('motor and det', 5)).toBe('motor… (8 more characters)');
});
