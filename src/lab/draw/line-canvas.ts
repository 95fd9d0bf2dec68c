import { select } from 'd3';
import type { LinePoints } from '../../figures/index.js';
import { keep } from './attributes.js';
import type { Axes } from './axes.js';
import { isLogarithmic, pixelsOf } from './axis-scale.js';
import { ClippedPen } from './clipped-pen.js';
import { canvasColor } from './color.js';
import type { Paint } from './color.js';
import { indexOf } from './line-index.js';
import { behind } from './line-svg.js';
import type { PlottedLine } from './line-svg.js';
import type { Look } from './look.js';
import { paintMarkers } from './marker-stamps.js';
import { traceReduced } from './min-max.js';
import type { ColumnPen } from './min-max.js';
import { strokeParts } from './parts.js';
import { everyPoint, steppedPoints } from './picked-points.js';
import { onScreen, penOnScreen, pixelPoints } from './pixel-points.js';
import type { LinePen, PixelPoints } from './pixel-points.js';
import { StrokeInPieces } from './stroke-in-pieces.js';
import { thinned } from './thinned.js';

/**
 * Paints lines on a canvas over the axes; without lines the canvas is taken away.
 *
 * A canvas knows no theme variables: the colours are read where the groups of the lines are.
 */
export function drawLinesOnCanvas(
  stage: HTMLElement,
  axes: Axes,
  lines: readonly PlottedLine[],
  groups: readonly SVGGElement[],
): void {
  const canvas = canvasOf(stage, lines.length > 0);
  if (!canvas) return;
  const context = sized(canvas, axes);
  if (!context) return;
  const shown = lines.map((line, index) => ({ line, group: groups[index] })).filter(({ line }) => line.isShown);
  shown.sort((a, b) => behind(a.line) - behind(b.line));
  for (const { line, group } of shown) {
    if (!group) continue;
    const { look, points } = line;
    const color = (paint: Paint): string => canvasColor(group, paint);
    if (look.width > 0) paintLine(context, axes, steppedPoints(pathOf(axes, points), look.drawstyle), look, color);
    if (look.marker) {
      const marked = everyPoint(pixelPoints(axes, points), look.markEvery);
      paintMarkers(context, onScreen(marked, axes.isSwapped), look, color, density());
    }
  }
}

function canvasOf(stage: HTMLElement, wanted: boolean): HTMLCanvasElement | null {
  return select(stage)
    .selectAll<HTMLCanvasElement, unknown>(':scope > canvas')
    .data(wanted ? [null] : [])
    .join((enter) => enter.append('canvas').attr('class', 'jp-Livesky-canvas').attr('aria-hidden', 'true'))
    .node();
}

/** Lays the canvas under the plot, cleared and with as many pixels as the screen has there. */
function sized(canvas: HTMLCanvasElement, axes: Axes): CanvasRenderingContext2D | null {
  const ratio = density();
  const width = Math.round(axes.width * ratio);
  const height = Math.round(axes.height * ratio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const place = { left: axes.left, top: axes.top, width: axes.width, height: axes.height };
  keep(canvas, {
    style: Object.entries(place)
      .map(([name, pixels]) => `${name}: ${pixels}px;`)
      .join(' '),
  });
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, axes.width, axes.height);
  return context;
}

function density(): number {
  return globalThis.devicePixelRatio || 1;
}

/** Of a line whose x has an order only the points that decide how it looks. */
function pathOf(axes: Axes, points: LinePoints): PixelPoints {
  const length = axes.isSwapped ? axes.height : axes.width;
  const scale = { place: pixelsOf(axes.x), length, columnsPerPixel: density() };
  const index = indexOf(points);
  const rows = thinned(points, index.order, index.values(isLogarithmic(axes.y)), scale);
  const all = pixelPoints(axes, points);
  if (!rows) return all;
  return { length: rows.length, x: (at) => all.x(rows[at] as number), y: (at) => all.y(rows[at] as number) };
}

function paintLine(
  context: CanvasRenderingContext2D,
  { width: right, height: bottom, isSwapped }: Axes,
  points: PixelPoints,
  look: Look,
  color: (paint: Paint) => string,
): void {
  const trace: Trace = (pen, bar) => {
    const clipped = penOnScreen(new ClippedPen(pen, right, bottom), isSwapped);
    const whole: ColumnPen = {
      moveTo: (x, y) => clipped.moveTo(x, y),
      lineTo: (x, y) => clipped.lineTo(x, y),
      closePath: () => clipped.closePath(),
      ...(bar && { bar }),
    };
    traceReduced(whole, points, density());
  };
  context.lineJoin = 'round';
  context.lineCap = look.cap;
  context.setLineDash([...look.dashes]);
  context.lineDashOffset = look.dashOffset;
  for (const { stroke, width } of strokeParts(look, () => '')) {
    if (!stroke) continue;
    context.strokeStyle = color(stroke);
    context.globalAlpha = stroke.opacity;
    context.lineWidth = width;
    if (stroke.opacity === 1 && look.dashes.length === 0)
      strokeInPieces(context, trace, barsOn(context, width, isSwapped));
    else strokeAtOnce(context, trace);
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

type Trace = (pen: LinePen, bar?: ColumnPen['bar']) => void;

function strokeInPieces(context: CanvasRenderingContext2D, trace: Trace, bar: ColumnPen['bar']): void {
  context.lineCap = 'round';
  const pen = new StrokeInPieces(context);
  trace(pen, bar);
  pen.finish();
}

function strokeAtOnce(context: CanvasRenderingContext2D, trace: Trace): void {
  context.beginPath();
  trace(context);
  context.stroke();
}

/** Bars as wide as the line, which reach as far beyond its points as the line itself does. */
function barsOn(context: CanvasRenderingContext2D, width: number, isSwapped: boolean): NonNullable<ColumnPen['bar']> {
  const half = width / 2;
  context.fillStyle = context.strokeStyle;
  return (at, from, to) => {
    const length = to - from + width;
    if (isSwapped) context.fillRect(from - half, at - half, length, width);
    else context.fillRect(at - half, from - half, width, length);
  };
}
