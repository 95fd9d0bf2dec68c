import { escapeHtml } from '../text/index.js';
import { hexOf, rgbaOf } from './color.js';
import { dashPattern } from './dashes.js';
import { readLineStyle } from './line-style.js';
import { markerShape } from './marker-shapes.js';
import type { Outline } from './marker-shapes.js';
import type { DrawStyle, LineStyle } from './spec.js';

/** A place in the picture, in pixels. */
export interface SvgPoint {
  x: number;
  y: number;
}

/** matplotlib's points are 1/72 inch, a picture's pixels 1/96. */
const PIXELS_PER_POINT = 4 / 3;

interface Paint {
  color: string;
  opacity: number;
}

/** A colour as it stands in an attribute: anything but `#rrggbb` could refer to somewhere. */
export function svgColor(color: string | null, ifNone: string): string {
  const rgba = rgbaOf(color);
  return rgba ? hexOf([rgba[0], rgba[1], rgba[2], 1]) : ifNone;
}

/** A line and its markers as SVG; `color` is the line's if its style names none. */
export function lineMarks(given: LineStyle, color: string, points: readonly SvgPoint[]): string {
  const style = readLineStyle(given);
  const line = paintOf(style.color, style.alpha) ?? { color, opacity: style.alpha ?? 1 };
  return strokeMarks(style, line, points) + markerMarks(style, line, points);
}

function strokeMarks(style: LineStyle, line: Paint, points: readonly SvgPoint[]): string {
  const width = style.linewidth * PIXELS_PER_POINT;
  if (style.linestyle === null || width === 0 || line.opacity === 0) return '';
  const [offset, dashes] = dashPattern(style.linestyle, width);
  const dashed =
    dashes.length === 0
      ? ' stroke-linecap="square"'
      : ` stroke-dasharray="${dashes.map(short).join(' ')}" stroke-dashoffset="${short(offset)}"`;
  return `<path d="${pathOf(points, style.drawstyle ?? 'default')}" fill="none"${strokeOf(line, width)}${dashed} stroke-linejoin="round"/>`;
}

function markerMarks(style: LineStyle, line: Paint, points: readonly SvgPoint[]): string {
  const { fillstyle = 'full', markerfacecolor, markerfacecoloralt, markeredgecolor, alpha } = style;
  const shape = style.marker === null ? undefined : markerShape(style.marker, fillstyle);
  if (!shape) return '';
  const isPixel = style.marker === ',';
  const size = isPixel ? 1 : style.markersize * PIXELS_PER_POINT;
  const width = isPixel ? 0 : (style.markeredgewidth ?? 1) * PIXELS_PER_POINT;
  const isHollow = fillstyle === 'none' || markerfacecolor === 'none';
  const face = isHollow ? undefined : (paintOf(markerfacecolor, alpha) ?? line);
  const other = markerfacecoloralt === 'auto' ? line : paintOf(markerfacecoloralt, alpha);
  const edge = paintOf(markeredgecolor, alpha) ?? line;
  const places = placesOf(points, style.markevery ?? [0, 1]);
  const stroke = width > 0 ? `${strokeOf(edge, width)} stroke-linejoin="${shape.join}"` : '';
  const part = (outlines: readonly Outline[], fill: Paint | undefined): string => {
    if (outlines.length === 0) return '';
    const path = outlines.map((each) => outlinePath(each, size)).join('');
    const d = places.map(({ x, y }) => `M${short(x)} ${short(y)}${path}`).join('');
    return `<path d="${d}"${fillOf(fill)}${stroke}/>`;
  };
  return part(shape.face, face) + part(shape.alt, other);
}

function paintOf(color: string | null | undefined, alpha: number | undefined): Paint | undefined {
  const rgba = rgbaOf(color, alpha ?? null);
  return rgba && { color: hexOf([rgba[0], rgba[1], rgba[2], 1]), opacity: rgba[3] };
}

function fillOf(paint: Paint | undefined): string {
  if (!paint || paint.opacity === 0) return ' fill="none"';
  return ` fill="${escapeHtml(paint.color)}"${paint.opacity < 1 ? ` fill-opacity="${paint.opacity}"` : ''}`;
}

function strokeOf({ color, opacity }: Paint, width: number): string {
  if (opacity === 0) return '';
  return ` stroke="${escapeHtml(color)}"${opacity < 1 ? ` stroke-opacity="${opacity}"` : ''} stroke-width="${short(width)}"`;
}

/** Points that can be drawn, each place once, of those that `markevery` wants. */
function placesOf(points: readonly SvgPoint[], [start, step]: readonly [number, number]): SvgPoint[] {
  const seen = new Map<string, SvgPoint>();
  points.forEach((point, index) => {
    const isWanted = index >= start && (index - start) % step === 0;
    if (isWanted && isPlace(point)) seen.set(`${short(point.x)} ${short(point.y)}`, point);
  });
  return [...seen.values()];
}

function isPlace({ x, y }: SvgPoint): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** A gap where a point has no place. */
function pathOf(points: readonly SvgPoint[], drawstyle: DrawStyle): string {
  let last: SvgPoint | undefined;
  let path = '';
  for (const point of points) {
    if (!isPlace(point)) last = undefined;
    else {
      path += last ? stepTo(last, point, drawstyle) : `M${short(point.x)} ${short(point.y)}`;
      last = point;
    }
  }
  return path;
}

function stepTo(from: SvgPoint, { x, y }: SvgPoint, drawstyle: DrawStyle): string {
  if (drawstyle === 'steps-pre') return `V${short(y)}H${short(x)}`;
  if (drawstyle === 'steps-post') return `H${short(x)}V${short(y)}`;
  if (drawstyle === 'steps-mid') return `H${short((from.x + x) / 2)}V${short(y)}H${short(x)}`;
  return `L${short(x)} ${short(y)}`;
}

/** An outline around the present point, which it comes back to; y goes down in a picture. */
function outlinePath(outline: Outline, size: number): string {
  if ('radius' in outline) return arcPath(outline, size);
  let at: SvgPoint = { x: 0, y: 0 };
  const steps = outline.points.map(([px, py], index) => {
    const next = { x: px * size, y: -py * size };
    const step = `${index === 0 ? 'm' : 'l'}${short(next.x - at.x)} ${short(next.y - at.y)}`;
    at = next;
    return step;
  });
  const begin = outline.points[0] ?? [0, 0];
  const back = outline.closed ? { x: begin[0] * size, y: -begin[1] * size } : at;
  return `${steps.join('')}${outline.closed ? 'z' : ''}m${short(-back.x)} ${short(-back.y)}`;
}

/** As two arcs, since one cannot be a whole circle. */
function arcPath({ radius, from, to }: Extract<Outline, { radius: number }>, size: number): string {
  const r = radius * size;
  const place = (angle: number): SvgPoint => ({ x: r * Math.cos(angle), y: -r * Math.sin(angle) });
  const [a, b, c] = [place(from), place((from + to) / 2), place(to)];
  const arc = (p: SvgPoint, q: SvgPoint): string =>
    `a${short(r)} ${short(r)} 0 0 0 ${short(q.x - p.x)} ${short(q.y - p.y)}`;
  return `m${short(a.x)} ${short(a.y)}${arc(a, b)}${arc(b, c)}zm${short(-a.x)} ${short(-a.y)}`;
}

/** Coordinates to a tenth of a pixel. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
