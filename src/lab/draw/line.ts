import { select } from 'd3';
import type { LinePoints, LineSpec, Quantity } from '../../figures/index.js';
import { withUnits } from '../../figures/index.js';
import { drawAxes } from './axes.js';
import { drawLegend } from './legend.js';
import { limitsOf } from './limits.js';
import { drawLinesOnCanvas } from './line-canvas.js';
import { drawLinesAsSvg } from './line-svg.js';
import type { PlottedLine } from './line-svg.js';
import { indexOf } from './line-index.js';
import { pointInto } from './line-pointer.js';
import { lookOf } from './look.js';
import type { PointText } from './readout.js';
import { ShownPoints } from './shown-points.js';
import type { PointIndex } from './shown-points.js';

/** Lines to draw, and the size of the picture without its legend. */
export interface LineDrawing {
  spec: LineSpec;
  /** One entry for every series of the specification. */
  points: readonly LinePoints[];
  /** What the axes measure. */
  x: Quantity;
  y: Quantity;
  /** What is told of a point that is pointed at. */
  describe(at: PointIndex): PointText;
  /** Id of the element that sums the figure up for screen readers. */
  summary: string;
  width: number;
  height: number;
}

/** Up to here every point is a shape in the page; above, the points are painted on a canvas. */
const MOST_SVG_POINTS = 5000;

/** The same for lines with markers, which take the browser several times as long. */
const MOST_SVG_MARKERS = 2000;

/** Draws lines over one pair of axes into an element, or changes what it drew there before. */
export function drawLine(host: HTMLElement, drawing: LineDrawing): void {
  const { spec, points, width, height } = drawing;
  const indices = points.map(indexOf);
  drawLegend(host, spec);
  const stage = stageOf(host, drawing);
  const svg = svgOf(stage, drawing);
  const axes = drawAxes(svg, {
    width,
    height,
    x: limitsOf(
      spec.xlim,
      indices.map((each) => each.x),
    ),
    y: limitsOf(
      spec.ylim,
      indices.map((each) => each.y),
    ),
    xLabel: withUnits(spec.xLabel, drawing.x.units),
    yLabel: withUnits(spec.yLabel, drawing.y.units),
    xKind: drawing.x.kind,
    yKind: drawing.y.kind,
  });
  const lines = spec.series.map((series, index): PlottedLine => {
    const none = { x: new Float64Array(0), y: new Float64Array(0), leftOut: 0, gaps: 0 };
    return { label: series.label, look: lookOf(series.style, index), points: points[index] ?? none };
  });
  const few = areFew(lines);
  const groups = drawLinesAsSvg(svg, axes, lines, few);
  drawLinesOnCanvas(stage, axes, few ? [] : lines, groups);
  const shown = new ShownPoints(
    axes,
    lines.map((line) => line.points),
  );
  pointInto(stage, { axes, width, height, shown, describe: (at) => drawing.describe(at) });
}

function areFew(lines: readonly PlottedLine[]): boolean {
  const count = (some: readonly PlottedLine[]): number => some.reduce((sum, { points }) => sum + points.x.length, 0);
  const marked = lines.filter(({ look }) => look.marker);
  return count(lines) <= MOST_SVG_POINTS && count(marked) <= MOST_SVG_MARKERS;
}

/** Screen readers leave the keys of an application to it. */
function stageOf(host: HTMLElement, { spec, summary }: LineDrawing): HTMLDivElement {
  return (
    select(host)
      .selectAll<HTMLDivElement, unknown>(':scope > .jp-Livesky-stage')
      .data([null])
      .join('div')
      .attr('class', 'jp-Livesky-stage jp-Livesky-resizable')
      .attr('role', 'application')
      .attr('aria-roledescription', 'plot')
      .attr('aria-label', spec.description)
      .attr('aria-describedby', summary)
      .attr('tabindex', 0)
      // Else the notebook takes the arrow keys and goes to another cell.
      .attr('data-lm-suppress-shortcuts', 'true')
      .node() as HTMLDivElement
  );
}

function svgOf(stage: HTMLElement, { spec, width, height }: LineDrawing): SVGSVGElement {
  return select(stage)
    .selectAll<SVGSVGElement, unknown>(':scope > .jp-Livesky-line')
    .data([null])
    .join('svg')
    .attr('class', 'jp-Livesky-line')
    .attr('role', 'img')
    .attr('aria-label', spec.description)
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `0 0 ${width} ${height}`)
    .node() as SVGSVGElement;
}
