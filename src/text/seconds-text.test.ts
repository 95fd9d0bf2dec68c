import { expect, it } from 'vitest';
import { secondsText } from './seconds-text.js';

it.each([
  [0, '0 s'],
  [0.254, '0.25 s'],
  [9.999, '10 s'],
  [59.4, '59 s'],
  [59.6, '1 min'],
  [200, '3 min 20 s'],
  [3600, '1 h'],
  [7500, '2 h 5 min'],
  [86_400 * 3 + 3600 * 4, '3 d 4 h'],
])('%d seconds are %s', (seconds, text) => {
  expect(secondsText(seconds)).toBe(text);
});
