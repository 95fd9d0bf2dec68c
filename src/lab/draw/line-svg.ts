import { line, pathRound, select } from 'd3';
import type { LinePoints } from '../../figures/index.js';
import type { Axes } from './axes.js';
import type { Look } from './look.js';
import { MARKER_STROKE } from './markers.js';
import { round } from './svg.js';

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
    path(this, 'stroke', marks && each.look.width > 0 ? linePath(axes, each) : null, each.look);
    path(this, 'markers', marks && each.look.marker ? markerPath(axes, each) : null, each.look);
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

/** A colour that the browser does not know is passed over by it; the one of the palette stays. */
function colour(group: SVGGElement, color: string): void {
  if (group.dataset.color === color) return;
  group.dataset.color = color;
  group.style.setProperty('color', 'var(--jp-livesky-series-0)');
  group.style.setProperty('color', color);
}

function path(group: SVGGElement, kind: 'stroke' | 'markers', d: string | null, look: Look): void {
  const filled = kind === 'markers' && look.marker?.filled === true;
  const width = kind === 'markers' ? MARKER_STROKE : look.width;
  select(group)
    .selectAll<SVGPathElement, string>(`:scope > .jp-Livesky-${kind}`)
    .data(d === null ? [] : [d])
    .join('path')
    .attr('class', `jp-Livesky-${kind}`)
    .attr('fill', filled ? 'currentColor' : 'none')
    .attr('stroke', filled ? 'none' : 'currentColor')
    .attr('stroke-width', filled ? null : round(width))
    .attr('stroke-dasharray', kind === 'stroke' && look.dashes.length ? look.dashes.join(' ') : null)
    .attr('d', (each) => each);
}

function linePath(axes: Axes, { points }: PlottedLine): string {
  const x = Float64Array.from(points.x, (value) => axes.x(value));
  const y = Float64Array.from(points.y, (value) => axes.y(value));
  const shape = line<number>()
    .digits(2)
    .defined((value, row) => Number.isFinite(value) && Number.isFinite(x[row]))
    .x((_, row) => x[row] as number)
    .y((value) => value);
  return shape(y) ?? '';
}

function markerPath(axes: Axes, { points, look }: PlottedLine): string {
  const pen = pathRound(2);
  for (let row = 0; row < points.x.length; row++) {
    const x = axes.x(points.x[row] as number);
    const y = axes.y(points.y[row] as number);
    if (Number.isFinite(x) && Number.isFinite(y)) look.marker?.trace(pen, x, y, look.markerSize);
  }
  return pen.toString();
}
