import { scaleLinear, select } from 'd3';
import type { ScaleLinear } from 'd3';
import { drawAxisX, drawAxisY, ticksOf } from './axis.js';
import type { Limits } from './limits.js';
import { round } from './svg.js';

/** What a pair of axes shows, and how large it is with everything around it. */
export interface AxesDrawing {
  width: number;
  height: number;
  x: Limits;
  y: Limits;
  xLabel: string;
  yLabel: string;
}

/** The scales, in pixels of the plot, and where the plot lies. */
export interface Axes {
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
  left: number;
  top: number;
  width: number;
  height: number;
}

const TOP = 22;
const RIGHT = 16;
const BOTTOM = 44;
const LEAST = 40;
const X_TICK_SPACE = 84;
const Y_TICK_SPACE = 48;

/** Room for the turned label, and for each character of the longest tick. */
const LABEL = 34;
const CHARACTER = 6.8;

/**
 * Draws a pair of axes with labels and grid lines and returns their scales.
 *
 * While the tick set stays the same, its marks are only moved: redoing the axes is most of the cost
 * of a frame.
 */
export function drawAxes(svg: SVGSVGElement, drawing: AxesDrawing): Axes {
  const height = Math.max(LEAST, drawing.height - TOP - BOTTOM);
  const y = scaleLinear(drawing.y, [height, 0]);
  const yTicks = ticksOf(y, height / Y_TICK_SPACE);
  const left = leftMargin(yTicks.texts);
  const width = Math.max(LEAST, drawing.width - left - RIGHT);
  const x = scaleLinear(drawing.x, [0, width]);
  drawAxisX(groupOf(svg, 'x', left, TOP + height), {
    scale: x,
    ticks: ticksOf(x, width / X_TICK_SPACE),
    label: drawing.xLabel,
    length: width,
    across: height,
    room: BOTTOM,
  });
  drawAxisY(groupOf(svg, 'y', left, TOP), {
    scale: y,
    ticks: yTicks,
    label: drawing.yLabel,
    length: height,
    across: width,
    room: left,
  });
  return { x, y, left, top: TOP, width, height };
}

/** In steps of two characters, so that the plot does not jump with every digit. */
function leftMargin(texts: readonly string[]): number {
  const characters = Math.max(4, ...texts.map((text) => text.length));
  return Math.round(LABEL + Math.ceil(characters / 2) * 2 * CHARACTER);
}

function groupOf(svg: SVGSVGElement, axis: 'x' | 'y', left: number, top: number): SVGGElement {
  return select(svg)
    .selectAll<SVGGElement, unknown>(`:scope > g.jp-mod-${axis}`)
    .data([null])
    .join('g')
    .attr('class', `jp-Livesky-axis jp-mod-${axis}`)
    .attr('aria-hidden', 'true')
    .attr('transform', `translate(${round(left)},${round(top)})`)
    .node() as SVGGElement;
}
