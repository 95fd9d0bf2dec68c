import type { Arc, Outline, Polyline } from '../../figures/index.js';

/** What a path and a canvas have in common. */
export type Pen = Pick<CanvasPath, 'moveTo' | 'lineTo' | 'arc' | 'closePath'>;

/** Draws outlines of a marker around a point; `size` is the marker's in pixels. */
export function traceMarker(pen: Pen, outlines: readonly Outline[], x: number, y: number, size: number): void {
  for (const outline of outlines) {
    if ('radius' in outline) arc(pen, outline, x, y, size);
    else stroke(pen, outline, x, y, size);
  }
}

/** Markers are turned counterclockwise and upwards, pixels clockwise and downwards. */
function arc(pen: Pen, { radius, from, to }: Arc, x: number, y: number, size: number): void {
  const reach = radius * size;
  pen.moveTo(x + reach * Math.cos(to), y - reach * Math.sin(to));
  pen.arc(x, y, reach, -to, -from);
  pen.closePath();
}

function stroke(pen: Pen, { points, closed }: Polyline, x: number, y: number, size: number): void {
  points.forEach(([right, up], i) => {
    if (i === 0) pen.moveTo(x + right * size, y - up * size);
    else pen.lineTo(x + right * size, y - up * size);
  });
  if (closed) pen.closePath();
}
