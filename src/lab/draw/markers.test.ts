import { pathRound } from 'd3';
import { describe, expect, it } from 'vitest';
import type { FillStyle } from '../../figures/index.js';
import { markerShape } from '../../figures/index.js';
import { traceMarker } from './markers.js';

function traced(marker: string | number, fillstyle: FillStyle = 'full'): string {
  const pen = pathRound(1);
  traceMarker(pen, markerShape(marker, fillstyle)?.face ?? [], 0, 0, 10);
  return pen.toString();
}

describe('traceMarker', () => {
  it.each([
    ['s', 'M5,-5L-5,-5L-5,5L5,5Z'],
    ['^', 'M0,-5L-5,5L5,5Z'],
    ['+', 'M-5,0L5,0M0,5L0,-5'],
    [2, 'M0,0L0,-10'],
    [7, 'M-5,-7.5L0,0L5,-7.5'],
    ['.', 'M2.5,0A2.5,2.5,0,1,1,-2.5,0A2.5,2.5,0,1,1,2.5,0Z'],
  ])('draws %s upright', (marker, path) => {
    expect(traced(marker)).toBe(path);
  });

  it.each([
    ['top', 'M-5,0A5,5,0,1,1,5,0Z'],
    ['bottom', 'M5,0A5,5,0,1,1,-5,0Z'],
    ['left', 'M0,5A5,5,0,1,1,0,-5Z'],
    ['right', 'M0,-5A5,5,0,1,1,0,5Z'],
  ] as const)('draws the %s half of a circle', (half, path) => {
    expect(traced('o', half)).toBe(path);
  });
});
