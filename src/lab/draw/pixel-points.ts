import type { LinePoints } from '../../figures/index.js';
import type { Axes } from './axes.js';
import { pixelsOf } from './axis-scale.js';
import type { Pen } from './markers.js';

/** Points in pixels, along the axis of x and that of y, of a row. */
export interface PixelPoints {
  length: number;
  x(row: number): number;
  y(row: number): number;
}

/** Where points are along their axes, whichever way these go. */
export function pixelPoints(axes: Axes, { x, y }: LinePoints): PixelPoints {
  const [xOf, yOf] = [pixelsOf(axes.x), pixelsOf(axes.y)];
  return { length: x.length, x: (row) => xOf(x[row] as number), y: (row) => yOf(y[row] as number) };
}

/** The points to the right and downwards, where `isSwapped` tells that x goes upwards. */
export function onScreen(points: PixelPoints, isSwapped: boolean): PixelPoints {
  return isSwapped ? { length: points.length, x: (row) => points.y(row), y: (row) => points.x(row) } : points;
}

/** What draws lines. */
export type LinePen = Pick<Pen, 'moveTo' | 'lineTo' | 'closePath'>;

/** A pen for places along the axes; bars are its own business. */
export function penOnScreen(pen: LinePen, isSwapped: boolean): LinePen {
  if (!isSwapped) return pen;
  return {
    moveTo: (x, y) => pen.moveTo(y, x),
    lineTo: (x, y) => pen.lineTo(y, x),
    closePath: () => pen.closePath(),
  };
}
