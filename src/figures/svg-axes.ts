import { escapeHtml } from '../text/index.js';
import { finiteExtent } from './finite-extent.js';
import { short } from './line-svg-marks.js';
import { ticksBetween, tickText } from './ticks.js';

/** Where a panel stands within a picture, in pixels. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Two numbers: a place, or a range. */
export type Point = readonly [x: number, y: number];

/** JupyterLab's colors where there are some, so that the picture fits its theme. */
export const INK = 'var(--jp-ui-font-color1, #222)';
/** The color of data. */
export const DATA = 'var(--jp-brand-color1, #1976d2)';
const FAINT = 'var(--jp-border-color1, #bbb)';

/** From numbers to pixels, over all finite values with a little room around. */
export class Scale {
  readonly xRange: Point;
  readonly yRange: Point;

  constructor(
    readonly area: Area,
    x: Float64Array,
    ys: readonly Float64Array[],
  ) {
    this.xRange = widened(rangeOf([x]), 0.02);
    this.yRange = widened(rangeOf(ys), 0.06);
  }

  x(value: number): number {
    const [from, to] = this.xRange;
    return this.area.left + ((value - from) / (to - from)) * this.area.width;
  }

  y(value: number): number {
    const [from, to] = this.yRange;
    return this.area.top + (1 - (value - from) / (to - from)) * this.area.height;
  }
}

function rangeOf(lists: readonly Float64Array[]): Point {
  const [from, to] = finiteExtent(...lists);
  return from <= to ? [from, to] : [0, 1];
}

function widened([from, to]: Point, share: number): Point {
  const room = (to - from) * share || Math.abs(from) * 0.1 || 1;
  return [from - room, to + room];
}

/** A frame with ticks on both axes; those of x have numbers only in the last of several panels. */
export function axes(scale: Scale, isLast: boolean): string {
  const { left, top, width, height } = scale.area;
  const ticks = [`<rect x="${left}" y="${top}" width="${width}" height="${height}" stroke="${FAINT}"/>`];
  for (const value of ticksBetween(...scale.xRange, width / 70)) {
    const at = short(scale.x(value));
    ticks.push(`<path d="M${at} ${top + height}v4" stroke="${FAINT}"/>`);
    if (isLast) ticks.push(text(Number(at), top + height + 17, tickText(value), 'middle'));
  }
  for (const value of ticksBetween(...scale.yRange, height / 45)) {
    const at = short(scale.y(value));
    ticks.push(`<path d="M${left} ${at}h-4" stroke="${FAINT}"/>`);
    ticks.push(text(left - 7, Number(at) + 4, tickText(value), 'end'));
  }
  return ticks.join('');
}

/** A text in a picture, escaped. */
export function text(x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}" fill="${INK}">${escapeHtml(content)}</text>`;
}
