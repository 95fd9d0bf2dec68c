import { pathRound } from 'd3';
import { describe, expect, it } from 'vitest';
import { markerShape } from './markers.js';

function traced(letter: string | null): string {
  const pen = pathRound(1);
  markerShape(letter)?.trace(pen, 0, 0, 10);
  return pen.toString();
}

describe('markerShape', () => {
  it.each([
    ['s', 'M-5,-5L5,-5L5,5L-5,5Z'],
    ['D', 'M0,-7.1L7.1,0L0,7.1L-7.1,0Z'],
    ['d', 'M0,-7.1L4.2,0L0,7.1L-4.2,0Z'],
    ['^', 'M0,-5L5,5L-5,5Z'],
    ['v', 'M0,5L-5,-5L5,-5Z'],
    ['<', 'M-5,0L5,-5L5,5Z'],
    ['>', 'M5,0L-5,5L-5,-5Z'],
    ['+', 'M-5,0L5,0M0,-5L0,5'],
    ['x', 'M-5,-5L5,5M-5,5L5,-5'],
    ['o', 'M5,0A5,5,0,1,1,-5,0A5,5,0,1,1,5,0'],
    ['.', 'M2.5,0A2.5,2.5,0,1,1,-2.5,0A2.5,2.5,0,1,1,2.5,0'],
  ])('draws %s', (letter, path) => {
    expect(traced(letter)).toBe(path);
  });

  it('draws a star with five points', () => {
    expect(traced('*').split('L')).toHaveLength(10);
  });

  it('draws nothing for none and a circle for letters it does not know', () => {
    expect(traced(null)).toBe('');
    expect(traced('None')).toBe('');
    expect(traced('h')).toBe(traced('o'));
  });
});
