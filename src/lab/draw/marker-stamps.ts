import type { Look } from './look.js';
import { MARKER_STROKE } from './markers.js';
import type { PixelPoints } from './min-max.js';

/** Points nearer than this part of a marker's size share one. */
const NEAR = 6;

/** How much a marker covers of each pixel around its point, 0 to 255. */
interface Mask {
  side: number;
  coverage: Uint8Array;
}

/**
 * Paints thousands of equal markers.
 *
 * The browser would take some microseconds for each. So the marker is drawn once, and the pixels that
 * it covers are copied to wherever there is a point.
 */
export function paintMarkers(
  context: CanvasRenderingContext2D,
  points: PixelPoints,
  look: Look,
  pixelRatio: number,
): void {
  const { width, height } = context.canvas;
  const mask = maskOf(look, pixelRatio);
  if (!mask || width === 0 || height === 0) return;
  const covered = new Uint8Array(width * height);
  const near = Math.max(1, Math.floor((look.markerSize * pixelRatio) / NEAR));
  const taken = new Taken(width, height, near);
  for (let row = 0; row < points.length; row++) {
    const x = points.x(row) * pixelRatio;
    const y = points.y(row) * pixelRatio;
    if (taken.take(x, y)) stamp(covered, width, height, mask, Math.round(x), Math.round(y));
  }
  paint(context, covered);
}

/** Remembers the small squares of the plot in which there is a marker. */
class Taken {
  readonly #columns: number;
  readonly #cells: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    readonly cell: number,
  ) {
    this.#columns = Math.floor(width / cell) + 1;
    this.#cells = new Uint8Array(this.#columns * (Math.floor(height / cell) + 1));
  }

  /** Whether there was room; places outside of the plot, and NaN, have none. */
  take(x: number, y: number): boolean {
    if (!(x >= 0 && x <= this.width && y >= 0 && y <= this.height)) return false;
    const at = Math.floor(x / this.cell) + Math.floor(y / this.cell) * this.#columns;
    if (this.#cells[at] === 1) return false;
    this.#cells[at] = 1;
    return true;
  }
}

function stamp(covered: Uint8Array, width: number, height: number, mask: Mask, x: number, y: number): void {
  const { side, coverage } = mask;
  const left = x - side / 2;
  const top = y - side / 2;
  const firstX = Math.max(0, -left);
  const lastX = Math.min(side, width - left);
  const lastY = Math.min(side, height - top);
  for (let j = Math.max(0, -top); j < lastY; j++) {
    const to = (top + j) * width + left;
    const from = j * side;
    for (let i = firstX; i < lastX; i++) {
      const value = coverage[from + i] as number;
      if (value > (covered[to + i] as number)) covered[to + i] = value;
    }
  }
}

/** Draws the marker, once, in the middle of a square with an even side. */
function maskOf(look: Look, pixelRatio: number): Mask | undefined {
  const side = 2 * Math.ceil((look.markerSize * 0.75 + MARKER_STROKE) * pixelRatio);
  const context = layer(side, side);
  if (!context || !look.marker) return undefined;
  context.lineWidth = MARKER_STROKE * pixelRatio;
  context.beginPath();
  look.marker.trace(context, side / 2, side / 2, look.markerSize * pixelRatio);
  if (look.marker.filled) context.fill();
  else context.stroke();
  const { data } = context.getImageData(0, 0, side, side);
  return { side, coverage: Uint8Array.from({ length: side * side }, (_, i) => data[4 * i + 3] as number) };
}

/** Lays the pixels, in the colour of the context, over what is painted there already. */
function paint(context: CanvasRenderingContext2D, covered: Uint8Array): void {
  const { width, height } = context.canvas;
  const above = layer(width, height);
  if (!above) return;
  above.fillStyle = context.fillStyle;
  above.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = above.getImageData(0, 0, 1, 1).data;
  const image = above.createImageData(width, height);
  const pixels = new DataView(image.data.buffer);
  const opaque = ((red << 24) | (green << 16) | (blue << 8)) >>> 0;
  for (let i = 0; i < covered.length; i++) {
    if (covered[i] !== 0) pixels.setUint32(4 * i, opaque + (covered[i] as number));
  }
  above.putImageData(image, 0, 0);
  context.save();
  context.resetTransform();
  context.drawImage(above.canvas, 0, 0);
  context.restore();
}

function layer(width: number, height: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d', { willReadFrequently: true });
}
