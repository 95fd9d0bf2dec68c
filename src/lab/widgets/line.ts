import type { LinePoints, LineSeries, LineSpec, Quantity } from '../../figures/index.js';
import { commonQuantity, linePoints, plotNotices, quantityOf, withUnits } from '../../figures/index.js';
import { drawLine } from '../draw/line.js';
import { withoutPlace } from '../draw/not-positive.js';
import type { PlotChoices } from '../draw/plot-choices.js';
import type { PointText } from '../draw/readout.js';
import type { PointIndex } from '../draw/shown-points.js';
import type { FigureRoom, RunLookup } from './figure-body.js';
import { plotActions } from './plot-actions.js';
import { plotChoices } from './plot-lines.js';
import { pointText } from './point-text.js';

/** Sizes in pixels: below the least width the page scrolls; lines that are wider cannot be read well. */
const NARROWEST = 240;
const WIDEST = 720;
const LOWEST = 220;
const TALLEST = 400;
const ASPECT = 0.625;

const NO_POINTS: LinePoints = { x: new Float64Array(0), y: new Float64Array(0), leftOut: 0, gaps: 0 };

/** Draws lines, no wider than can be read well, and says which points are not among them. */
export function drawLineFigure(host: HTMLElement, spec: LineSpec, runs: RunLookup, room: FigureRoom): string[] {
  const points = spec.series.map((series): LinePoints => {
    const run = runs(series.run);
    return run ? linePoints(run, series) : NO_POINTS;
  });
  const describe = ({ line, point }: PointIndex): PointText => {
    const series = spec.series[line];
    const run = series && runs(series.run);
    return run ? pointText(run, series, points[line] ?? NO_POINTS, point) : { title: '', values: [] };
  };
  const { summary } = room;
  const view = room.views.of(spec.id);
  const choices = plotChoices(spec, view);
  const [x, y] = [quantityOn('x', spec, runs), quantityOn('y', spec, runs)];
  const size = sizeIn(room);
  const drawn = drawLine(host, { spec, points, x, y, choices, describe, summary, ...size });
  const labels = { x: withUnits(spec.xLabel, x.units), y: withUnits(spec.yLabel, y.units) };
  const plot = { host, axes: drawn.axes, choices, labels, ...size };
  room.offer(plotActions(view, drawn, { spec, runs, plot, say: (sentence) => room.say(sentence) }));
  return [...plotNotices(spec, runs), logNotice(choices, points)];
}

/** A sentence about points that logarithmic axes have no place for, or an empty string. */
function logNotice({ x, y, lines }: PlotChoices, points: readonly LinePoints[]): string {
  const shown = points.filter((_, line) => lines[line]?.isShown);
  const isLog = { x: x.isLog, y: y.isLog };
  const without = shown.reduce((sum, each) => sum + withoutPlace(each, isLog), 0);
  if (without === 0) return '';
  const total = shown.reduce((sum, each) => sum + each.x.length, 0);
  const axes = isLog.x && isLog.y ? 'logarithmic axes show' : `a logarithmic ${isLog.x ? 'x' : 'y'} axis shows`;
  return `${without} of ${total} points left out: ${axes} positive numbers only.`;
}

/** A figure that is made taller may be wider, too. */
function sizeIn({ width: room, height: wanted }: FigureRoom): { width: number; height: number } {
  const widest = Math.max(WIDEST, (wanted ?? 0) / ASPECT);
  const width = Math.max(NARROWEST, Math.floor(Math.min(room, widest)));
  return { width, height: wanted ?? Math.round(Math.max(LOWEST, Math.min(TALLEST, width * ASPECT))) };
}

/** What an axis measures: what all lines that have begun agree on. */
function quantityOn(axis: 'x' | 'y', spec: LineSpec, runs: RunLookup): Quantity {
  const measured = (series: LineSeries): Quantity[] => {
    const run = runs(series.run);
    return run && run.descriptors.length > 0 ? [quantityOf(run, series[axis], series.epoch)] : [];
  };
  return commonQuantity(spec.series.flatMap(measured));
}
