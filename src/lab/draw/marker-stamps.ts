import type { Paint } from './color.js';
import type { Look } from './look.js';
import type { MarkerLayer } from './marker-layers.js';
import { traceMarker } from './markers.js';
import type { PixelPoints } from './pixel-points.js';

/** Points nearer than this part of a marker's size share one. */
const NEAR = 6;

/** How far a marker reaches from its point, in sizes: a tick does so by all of its length. */
const FURTHEST = 1;

/** How much a marker covers of each pixel around its point, 0 to 255. */
interface Mask {
  side: number;
  coverage: Uint8Array;
}

/**
 * Paints thousands of equal markers, layer by layer.
 *
 * The browser would take some microseconds for each. So the marker is drawn once, and the pixels that
 * it covers are copied to wherever there is a point.
 */
export function paintMarkers(
  context: CanvasRenderingContext2D,
  points: PixelPoints,
  look: Look,
  color: (paint: Paint) => string,
  pixelRatio: number,
): void {
  const { width, height } = context.canvas;
  if (width === 0 || height === 0) return;
  const places = placesOf(points, look, width, height, pixelRatio);
  for (const layer of (look.marker ?? []).flatMap(inOneColor)) {
    const paint = (layer.fill ?? layer.stroke) as Paint;
    const css = color(paint);
    const mask = css === 'transparent' ? undefined : maskOf(layer, look.markerSize, pixelRatio);
    if (!mask) continue;
    const covered = new Uint8Array(width * height);
    for (let i = 0; i < places.length; i += 2) {
      stamp(covered, width, height, mask, places[i] as number, places[i + 1] as number);
    }
    lay(context, covered, css, paint.opacity);
  }
}

/** A mask has one colour: what is filled and drawn round in two becomes two layers. */
function inOneColor(layer: MarkerLayer): MarkerLayer[] {
  const { fill, stroke } = layer;
  if (!fill || !stroke || (fill.css === stroke.css && fill.opacity === 1 && stroke.opacity === 1)) return [layer];
  return [
    { ...layer, stroke: undefined },
    { ...layer, fill: undefined },
  ];
}

/** Where markers are stamped, as pairs of pixels; where they are dense, some stand for others. */
function placesOf(points: PixelPoints, look: Look, width: number, height: number, pixelRatio: number): Int32Array {
  const near = Math.max(1, Math.floor((look.markerSize * pixelRatio) / NEAR));
  const taken = new Taken(width, height, near);
  const places = new Int32Array(2 * points.length);
  let count = 0;
  for (let row = 0; row < points.length; row++) {
    const x = points.x(row) * pixelRatio;
    const y = points.y(row) * pixelRatio;
    if (!taken.take(x, y)) continue;
    places[count++] = Math.round(x);
    places[count++] = Math.round(y);
  }
  return places.subarray(0, count);
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

/** Draws a layer of the marker, once, in the middle of a square with an even side. */
function maskOf(layer: MarkerLayer, size: number, pixelRatio: number): Mask | undefined {
  const side = 2 * Math.ceil((size * FURTHEST + layer.width) * pixelRatio);
  const context = blank(side, side);
  if (!context) return undefined;
  context.lineWidth = layer.width * pixelRatio;
  context.lineJoin = layer.join;
  context.beginPath();
  traceMarker(context, layer.outlines, side / 2, side / 2, size * pixelRatio);
  if (layer.fill) context.fill();
  if (layer.stroke) context.stroke();
  const { data } = context.getImageData(0, 0, side, side);
  return { side, coverage: Uint8Array.from({ length: side * side }, (_, i) => data[4 * i + 3] as number) };
}

/** Lays pixels of one colour over what is painted there already. */
function lay(context: CanvasRenderingContext2D, covered: Uint8Array, color: string, opacity: number): void {
  const { width, height } = context.canvas;
  const above = blank(width, height);
  if (!above) return;
  above.fillStyle = color;
  above.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = above.getImageData(0, 0, 1, 1).data;
  const image = above.createImageData(width, height);
  const pixels = new DataView(image.data.buffer);
  const opaque = ((red << 24) | (green << 16) | (blue << 8)) >>> 0;
  for (let i = 0; i < covered.length; i++) {
    if (covered[i] !== 0) pixels.setUint32(4 * i, opaque + Math.round((covered[i] as number) * opacity));
  }
  above.putImageData(image, 0, 0);
  context.save();
  context.resetTransform();
  context.drawImage(above.canvas, 0, 0);
  context.restore();
}

function blank(width: number, height: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d', { willReadFrequently: true });
}
