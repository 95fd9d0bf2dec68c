import type { DrawStyle } from '../../figures/index.js';
import type { PixelPoints } from './pixel-points.js';

/** The points that a line goes through in one of matplotlib's drawstyles: corners of steps are points too. */
export function steppedPoints(points: PixelPoints, drawstyle: DrawStyle): PixelPoints {
  const { length } = points;
  const x = (row: number): number => points.x(Math.min(row, length - 1));
  const y = (row: number): number => points.y(Math.min(row, length - 1));
  if (drawstyle === 'steps-pre')
    return taken(
      2 * length - 1,
      (i) => x(i >> 1),
      (i) => y((i + 1) >> 1),
    );
  if (drawstyle === 'steps-post')
    return taken(
      2 * length - 1,
      (i) => x((i + 1) >> 1),
      (i) => y(i >> 1),
    );
  if (drawstyle === 'steps-mid') {
    const middle = (i: number): number => (x(Math.max(0, (i - 1) >> 1)) + x((i + 1) >> 1)) / 2;
    return taken(2 * length, middle, (i) => y(i >> 1));
  }
  return points;
}

/** Every so many points, from one on. */
export function everyPoint(points: PixelPoints, [start, step]: readonly [number, number]): PixelPoints {
  const at = (i: number): number => start + i * step;
  return taken(
    Math.ceil((points.length - start) / step),
    (i) => points.x(at(i)),
    (i) => points.y(at(i)),
  );
}

function taken(length: number, x: PixelPoints['x'], y: PixelPoints['y']): PixelPoints {
  return { length: Math.max(0, length), x, y };
}
