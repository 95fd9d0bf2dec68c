import { expect, test } from 'vitest';
import { foldFrames } from './fold-frames.js';

const fold = (frames: string): string[] =>
  foldFrames(
    [...frames],
    (frame) => frame,
    (text) => text.trim(),
  );

test('a function that calls itself is one frame and a count', () => {
  expect(fold('aaaaab')).toEqual(['a', '... the line above 4 more times', 'b']);
});

test('functions that call each other are one round', () => {
  expect(fold('xabababy')).toEqual(['x', 'a', 'b', '... the 2 lines above 2 more times', 'y']);
  expect(fold('abcabcab')).toEqual([...'abcabcab']);
});

test('what does not repeat stays as it is', () => {
  expect(fold('abcaabb')).toEqual([...'abcaabb']);
  expect(fold('')).toEqual([]);
});
