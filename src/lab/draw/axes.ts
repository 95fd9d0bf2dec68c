import type { Quantity } from '../../figures/index.js';
import { childOf, keep } from './attributes.js';
import { axisScale } from './axis-scale.js';
import type { AxisScale } from './axis-scale.js';
import { drawAxisX, drawAxisY } from './axis.js';
import type { Limits } from './limits.js';
import { round } from './svg.js';
import { digitWidth } from './text-width.js';
import { chooseTicks } from './tick-choice.js';
import type { Ticks } from './tick-choice.js';

/** What one axis shows. */
export interface AxisContent {
  limits: Limits;
  label: string;
  kind: Quantity['kind'];
  isLog: boolean;
}

/** What a pair of axes shows, and how large it is with everything around it. */
export interface AxesDrawing {
  width: number;
  height: number;
  x: AxisContent;
  y: AxisContent;
  /** Whether x goes upwards and y to the right. */
  isSwapped: boolean;
}

/** The scales, in pixels of the plot, and where the plot lies. */
export interface Axes {
  x: AxisScale;
  y: AxisScale;
  isSwapped: boolean;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Axes with all that is written at them. */
export interface DrawnAxes extends Axes {
  ticks: { x: Ticks; y: Ticks };
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
export function drawAxes(svg: SVGSVGElement, drawing: AxesDrawing): DrawnAxes {
  const { isSwapped } = drawing;
  const [across, up] = isSwapped ? [drawing.y, drawing.x] : [drawing.x, drawing.y];
  const character = digitWidth(svg);
  const height = Math.max(LEAST, drawing.height - TOP - BOTTOM);
  const vertical = axisScale(up.limits, [height, 0], up.isLog);
  const upTicks = chooseTicks(vertical, { kind: up.kind, space: Y_TICK_SPACE, needed: () => LINE_HEIGHT });
  const left = Math.ceil(LABEL + characters(upTicks.texts, 4) * character);
  const { scale: horizontal, ticks, width } = fitAcross(across, drawing.width - left, character);
  drawAxisX(groupOf(svg, 'x', left, TOP + height), {
    scale: horizontal,
    ticks,
    label: across.label,
    length: width,
    across: height,
    room: BOTTOM,
    character,
  });
  drawAxisY(groupOf(svg, 'y', left, TOP), {
    scale: vertical,
    ticks: upTicks,
    label: up.label,
    length: height,
    across: width,
    room: left,
    character,
  });
  const [x, y] = isSwapped ? [vertical, horizontal] : [horizontal, vertical];
  const written = isSwapped ? { x: upTicks, y: ticks } : { x: ticks, y: upTicks };
  return { x, y, isSwapped, left, top: TOP, width, height, ticks: written };
}

/** The horizontal axis in a room that must hold half of its last tick's text, too. */
function fitAcross(
  { limits, kind, isLog }: AxisContent,
  room: number,
  character: number,
): { scale: AxisScale; width: number; ticks: Ticks } {
  const needed = (texts: readonly string[]): number => characters(texts, 0) * character + TICK_GAP;
  for (let right = RIGHT; ;) {
    const width = Math.max(LEAST, Math.floor(room - right));
    const scale = axisScale(limits, [0, width], isLog);
    const ticks = chooseTicks(scale, { kind, space: X_TICK_SPACE, needed });
    const half = (characters(ticks.texts, 0) * character) / 2;
    if (half <= right) return { scale, width, ticks };
    right = half;
  }
}

/** Length of the longest text, in steps of two characters, so that the plot does not jump with every digit. */
function characters(texts: readonly string[], least: number): number {
  return 2 * Math.ceil(Math.max(least, ...texts.map((text) => text.length)) / 2);
}

function groupOf(svg: SVGSVGElement, axis: 'x' | 'y', left: number, top: number): SVGGElement {
  const group = childOf<SVGGElement>(svg, 'g', `g.jp-mod-${axis}`);
  keep(group, {
    class: `jp-Livesky-axis jp-mod-${axis}`,
    'aria-hidden': 'true',
    transform: `translate(${round(left)},${round(top)})`,
  });
  return group;
}
