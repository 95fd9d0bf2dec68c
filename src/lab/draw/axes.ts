import { scaleLinear, select } from 'd3';
import type { ScaleLinear } from 'd3';
import type { Quantity } from '../../figures/index.js';
import { drawAxisX, drawAxisY } from './axis.js';
import type { Limits } from './limits.js';
import { round } from './svg.js';
import { digitWidth } from './text-width.js';
import { chooseTicks } from './tick-choice.js';
import type { Ticks } from './tick-choice.js';

/** What a pair of axes shows, and how large it is with everything around it. */
export interface AxesDrawing {
  width: number;
  height: number;
  x: Limits;
  y: Limits;
  xLabel: string;
  yLabel: string;
  xKind: Quantity['kind'];
  yKind: Quantity['kind'];
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

/** Room for the turned label. */
const LABEL = 34;

/** Between the texts of neighbouring ticks. */
const TICK_GAP = 8;
const LINE_HEIGHT = 14;

/**
 * Draws a pair of axes with labels and grid lines and returns their scales.
 *
 * While the tick set stays the same, its marks are only moved: redoing the axes is most of the cost
 * of a frame.
 */
export function drawAxes(svg: SVGSVGElement, drawing: AxesDrawing): Axes {
  const character = digitWidth(svg);
  const height = Math.max(LEAST, drawing.height - TOP - BOTTOM);
  const y = scaleLinear(drawing.y, [height, 0]);
  const yTicks = chooseTicks(y, { kind: drawing.yKind, space: Y_TICK_SPACE, needed: () => LINE_HEIGHT });
  const left = Math.ceil(LABEL + characters(yTicks.texts, 4) * character);
  const { x, ticks, width } = fitX(drawing, drawing.width - left, character);
  drawAxisX(groupOf(svg, 'x', left, TOP + height), {
    scale: x,
    ticks,
    label: drawing.xLabel,
    length: width,
    across: height,
    room: BOTTOM,
    character,
  });
  drawAxisY(groupOf(svg, 'y', left, TOP), {
    scale: y,
    ticks: yTicks,
    label: drawing.yLabel,
    length: height,
    across: width,
    room: left,
    character,
  });
  return { x, y, left, top: TOP, width, height };
}

/** The horizontal axis in a room that must hold half of its last tick's text, too. */
function fitX(
  { x: limits, xKind }: AxesDrawing,
  room: number,
  character: number,
): Pick<Axes, 'x' | 'width'> & { ticks: Ticks } {
  const needed = (texts: readonly string[]): number => characters(texts, 0) * character + TICK_GAP;
  for (let right = RIGHT; ;) {
    const width = Math.max(LEAST, Math.floor(room - right));
    const x = scaleLinear(limits, [0, width]);
    const ticks = chooseTicks(x, { kind: xKind, space: X_TICK_SPACE, needed });
    const half = (characters(ticks.texts, 0) * character) / 2;
    if (half <= right) return { x, width, ticks };
    right = half;
  }
}

/** Length of the longest text, in steps of two characters, so that the plot does not jump with every digit. */
function characters(texts: readonly string[], least: number): number {
  return 2 * Math.ceil(Math.max(least, ...texts.map((text) => text.length)) / 2);
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
