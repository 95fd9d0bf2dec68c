import { describe, expect, it } from 'vitest';
import { ClippedPen } from './clipped-pen.js';

function drawn(...places: [number, number][]): string[] {
  const strokes: string[] = [];
  const to = (name: string) => (x: number, y: number) => strokes.push(`${name}${Math.round(x)},${Math.round(y)}`);
  const pen = new ClippedPen({ moveTo: to('M'), lineTo: to('L'), closePath: () => strokes.push('Z') }, 100, 100);
  places.forEach(([x, y], at) => (at === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  return strokes;
}

describe('a clipped pen', () => {
  it('draws what is in the plot as it is', () => {
    expect(drawn([0, 0], [100, 50], [50, 100])).toEqual(['M0,0', 'L100,50', 'L50,100']);
  });

  it('keeps the slope of a line that reaches far', () => {
    expect(drawn([50, 50], [1e9 + 50, 1e9 + 50])).toEqual(['M50,50', 'L200,200']);
    expect(drawn([-1e12, -1e12], [1e12, 1e12])).toEqual(['M-100,-100', 'L200,200']);
  });

  it('leaves out what does not come near, and comes back', () => {
    expect(drawn([1e6, 0], [1e6, 1e6])).toEqual([]);
    expect(drawn([0, 0], [0, 1e6], [100, 1e6], [100, 0])).toEqual(['M0,0', 'L0,200', 'M100,200', 'L100,0']);
  });
});
