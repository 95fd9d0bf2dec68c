import { line, pathRound, range, select } from 'd3';
import type { LinePoints } from '../../figures/index.js';
import type { Axes } from './axes.js';
import type { Look } from './look.js';
import type { MarkerLayer } from './marker-layers.js';
import { traceMarker } from './markers.js';
import type { PixelPoints } from './min-max.js';
import type { Part } from './parts.js';
import { drawParts, markerParts, strokeParts } from './parts.js';
import { everyPoint, steppedPoints } from './picked-points.js';

/** One line with its looks. */
export interface PlottedLine {
  label: string;
  look: Look;
  points: LinePoints;
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
    .selectAll<SVGGElement, unknown>(':scope > .jp-Livesky-series')
    .data(lines)
    .join('g')
    .attr('class', 'jp-Livesky-series')
    .attr('data-points', ({ points }) => points.x.length)
    .each(function ({ look }) {
      colour(this, look.color);
    });
  groups.each(function (each) {
    drawParts(this, marks ? partsOf(axes, each) : []);
  });
  return groups.nodes();
}

/** A nested svg cuts off what lies outside fixed limits. */
function plotOf(svg: SVGSVGElement, axes: Axes): SVGSVGElement {
  return select(svg)
    .selectAll<SVGSVGElement, unknown>(':scope > svg')
    .data([null])
    .join('svg')
    .attr('class', 'jp-Livesky-plot')
    .attr('x', axes.left)
    .attr('y', axes.top)
    .attr('width', axes.width)
    .attr('height', axes.height)
    .node() as SVGSVGElement;
}

function colour(group: SVGGElement, color: string): void {
  if (group.dataset.color === color) return;
  group.dataset.color = color;
  group.style.setProperty('color', color);
}

function partsOf(axes: Axes, { points, look }: PlottedLine): Part[] {
  const shown = inPixels(axes, points);
  const marked = everyPoint(shown, look.markEvery);
  return [
    ...strokeParts(look, () => linePath(steppedPoints(shown, look.drawstyle))),
    ...markerParts(look, (outlines) => markerPath(marked, outlines, look.markerSize)),
  ];
}

function inPixels(axes: Axes, points: LinePoints): PixelPoints {
  const x = Float64Array.from(points.x, (value) => axes.x(value));
  const y = Float64Array.from(points.y, (value) => axes.y(value));
  return { length: x.length, x: (row) => x[row] as number, y: (row) => y[row] as number };
}

/** Points that are not finite leave a gap. */
function linePath(points: PixelPoints): string {
  const shape = line<number>()
    .digits(2)
    .defined((row) => Number.isFinite(points.x(row)) && Number.isFinite(points.y(row)))
    .x((row) => points.x(row))
    .y((row) => points.y(row));
  return shape(range(points.length)) ?? '';
}

function markerPath(points: PixelPoints, outlines: MarkerLayer['outlines'], size: number): string {
  const pen = pathRound(2);
  for (let row = 0; row < points.length; row++) {
    const [x, y] = [points.x(row), points.y(row)];
    if (Number.isFinite(x) && Number.isFinite(y)) traceMarker(pen, outlines, x, y, size);
  }
  return pen.toString();
}
