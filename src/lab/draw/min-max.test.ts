import { describe, expect, it } from 'vitest';
import { traceReduced } from './min-max.js';

/** Traces points and returns the strokes, `M` for a move and `L` for a line. */
function traced(x: number[], y: number[]): string {
  const strokes: string[] = [];
  const pen = {
    moveTo: (px: number, py: number) => strokes.push(`M${px},${py}`),
    lineTo: (px: number, py: number) => strokes.push(`L${px},${py}`),
    arc: () => {},
    closePath: () => {},
  };
  const at = (column: number[]) => (row: number) => column[row] as number;
  traceReduced(pen as never, { length: x.length, x: at(x), y: at(y) }, 1);
  return strokes.join(' ');
}

describe('traceReduced', () => {
  it('keeps every point that has a column of pixels for itself', () => {
    expect(traced([0, 1, 2], [5, 6, 4])).toBe('M0,5 L1,6 L2,4');
  });

  it('keeps first, least, greatest and last of a column, in their order', () => {
    expect(traced([0, 0.1, 0.2, 0.3, 0.4, 0.5], [3, 4, 9, 1, 2, 5])).toBe('M0,3 L0.2,9 L0.3,1 L0.5,5');
  });

  it('writes no point of a column twice', () => {
    expect(traced([0, 0.5], [1, 2])).toBe('M0,1 L0.5,2');
    expect(traced([0, 0.3, 0.5], [2, 2, 2])).toBe('M0,2 L0.5,2');
    expect(traced([0, 0.3, 0.5], [5, 1, 3])).toBe('M0,5 L0.3,1 L0.5,3');
  });

  it('begins a new line after a gap', () => {
    expect(traced([0, 1, 2, 3], [1, NaN, 3, 4])).toBe('M0,1 M2,3 L3,4');
  });

  it('follows a line that comes back', () => {
    expect(traced([0, 1, 0], [1, 2, 3])).toBe('M0,1 L1,2 L0,3');
  });
});
