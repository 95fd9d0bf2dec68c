import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.js';

const KNOWN = ['color', 'marker', 'markersize', 'minWidth', 'ls'];

describe('nearest', () => {
  it.each([
    ['colour', 'color'],
    ['clor', 'color'],
    ['makrer', 'marker'],
    ['marker_size', 'markersize'],
    ['min_width', 'minWidth'],
    ['MARKER', 'marker'],
    ['sl', 'ls'],
  ])('takes %s for %s', (word, known) => {
    expect(nearest(word, KNOWN)).toBe(known);
  });

  it.each(['zzz', 'transform', '', 'q'])('finds nothing like %j', (word) => {
    expect(nearest(word, KNOWN)).toBeUndefined();
  });
});
