import { pathRound, select } from 'd3';
import type { LinePoints } from '../../figures/index.js';
import { childOf, keep } from './attributes.js';
import type { Axes } from './axes.js';
import { ClippedPen } from './clipped-pen.js';
import type { Look } from './look.js';
import type { MarkerLayer } from './marker-layers.js';
import { traceMarker } from './markers.js';
import type { Part } from './parts.js';
import { drawParts, markerParts, strokeParts } from './parts.js';
import { everyPoint, steppedPoints } from './picked-points.js';
import { onScreen, penOnScreen, pixelPoints } from './pixel-points.js';
import type { PixelPoints } from './pixel-points.js';

/** One line with its looks. */
export interface PlottedLine {
  label: string;
  look: Look;
  points: LinePoints;
  /** Whether it is drawn now. */
  isShown: boolean;
  /** Whether it stands back behind others. */
  isDim: boolean;
}

/**
 * Draws a group for every line and, if `marks` says so, the line and its markers in it.
 *
 * The groups are always there: they carry the colour, which a canvas reads from them, and the number
 * of points. Returns them in the order of the lines.
 */
export function drawLinesAsSvg(
  svg: SVGSVGElement,
  axes: Axes,
  lines: readonly PlottedLine[],
  marks: boolean,
): SVGGElement[] {
  const groups = select(plotOf(svg, axes))
    .selectAll<SVGGElement, PlottedLine>(':scope > .jp-Livesky-series')
    .data(lines, function (this: Element, _, index) {
      // Groups do not always stand in the order of the lines.
      return this instanceof SVGGElement ? (this.dataset.line ?? '') : String(index);
    })
    .join('g')
    .each(function ({ look, points }, index) {
      keep(this, { class: 'jp-Livesky-series', 'data-line': index, 'data-points': points.x.length });
      colour(this, look.color);
    });
  groups.each(function (each) {
    drawParts(this, marks && each.isShown ? partsOf(axes, each) : []);
  });
  const nodes = groups.nodes();
  groups.sort((a, b) => behind(a) - behind(b));
  return nodes;
}

/** Lines that stand back are drawn first. */
export function behind({ isDim }: PlottedLine): number {
  return isDim ? 0 : 1;
}

/** A nested svg cuts off what lies outside fixed limits. */
function plotOf(svg: SVGSVGElement, axes: Axes): SVGSVGElement {
  const plot = childOf<SVGSVGElement>(svg, 'svg', 'svg');
  keep(plot, { class: 'jp-Livesky-plot', x: axes.left, y: axes.top, width: axes.width, height: axes.height });
  return plot;
}

function colour(group: SVGGElement, color: string): void {
  if (group.dataset.color === color) return;
  group.dataset.color = color;
  group.style.setProperty('color', color);
}

function partsOf(axes: Axes, { points, look }: PlottedLine): Part[] {
  const placed = computed(pixelPoints(axes, points));
  const marked = onScreen(everyPoint(placed, look.markEvery), axes.isSwapped);
  return [
    ...strokeParts(look, () => linePath(axes, steppedPoints(placed, look.drawstyle))),
    ...markerParts(look, (outlines) => markerPath(axes, marked, outlines, look.markerSize)),
  ];
}

/** Each place is asked for several times. */
function computed({ length, x, y }: PixelPoints): PixelPoints {
  const xs = Float64Array.from({ length }, (_, row) => x(row));
  const ys = Float64Array.from({ length }, (_, row) => y(row));
  return { length, x: (row) => xs[row] as number, y: (row) => ys[row] as number };
}

/** Points that are not finite leave a gap; one that stands between two gaps is a dot. */
function linePath({ width, height, isSwapped }: Axes, points: PixelPoints): string {
  const path = pathRound(2);
  const pen = penOnScreen(new ClippedPen(path, width, height), isSwapped);
  let drawn = 0;
  for (let row = 0; row <= points.length; row++) {
    const [x, y] = row < points.length ? [points.x(row), points.y(row)] : [NaN, NaN];
    if (Number.isFinite(x) && Number.isFinite(y)) {
      if (drawn === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
      drawn += 1;
    } else {
      if (drawn === 1) pen.closePath();
      drawn = 0;
    }
  }
  return path.toString();
}

function markerPath(
  { width, height }: Axes,
  points: PixelPoints,
  outlines: MarkerLayer['outlines'],
  size: number,
): string {
  const pen = pathRound(2);
  const inside = (at: number, length: number): boolean => at >= -2 * size && at <= length + 2 * size;
  for (let row = 0; row < points.length; row++) {
    const [x, y] = [points.x(row), points.y(row)];
    if (inside(x, width) && inside(y, height)) traceMarker(pen, outlines, x, y, size);
  }
  return pen.toString();
}
