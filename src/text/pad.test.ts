import { describe, expect, it } from 'vitest';

import { center, padLeft, truncate } from './pad.js';

describe('padLeft', () => {
  it.each([
    ['ab', 4, '  ab'],
    ['abcdef', 4, 'abcdef'],
    ['😀', 3, '  😀'],
    ['', 2, '  '],
  ])('pads %j to %s', (text, width, padded) => {
    expect(padLeft(text, width)).toBe(padded);
  });
});

describe('center', () => {
  it('puts an odd fill to the right', () => {
    expect(center('ab', 5, '*')).toBe('*ab**');
  });

  it('leaves longer text whole', () => {
    expect(center('abcdef', 3, '*')).toBe('abcdef');
  });
});

describe('truncate', () => {
  it('counts characters and never cuts one in two', () => {
    expect(truncate('a😀b', 2)).toBe('a😀');
    expect(truncate('abc', 3)).toBe('abc');
    expect(truncate('abc', 0)).toBe('');
  });
});
