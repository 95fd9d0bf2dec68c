import { escapeHtml, shortened } from '../text/index.js';
import { finiteExtent } from './finite-extent.js';
import type { LinePoints } from './growing-points.js';
import { linePoints } from './line.js';
import { plotNotices } from './line-notice.js';
import { axesMarks, placesIn } from './line-svg-axes.js';
import { legendMarks } from './line-svg-legend.js';
import { lineMarks, short, svgColor } from './line-svg-marks.js';
import { cycleColor } from './named-colors.js';
import type { RunColumns } from './run-columns.js';
import { ON_WHITE } from './seen-plot.js';
import type { SeenAxis, SeenPlot } from './seen-plot.js';
import type { LineSpec } from './spec.js';
import { svgPicture } from './svg-picture.js';
import { thinnedForSvg } from './thinned-for-svg.js';
import { ticksBetween, tickText } from './ticks.js';

const WIDTH = 640;
const HEIGHT = 400;
/** The room around the plot for texts. */
const EDGE = { left: 72, right: 16, top: 16, bottom: 48 } as const;

/** Free room on either side of the data, as a part of their span. */
const MARGIN = 0.1;
const TICKS = 6;
/** The most points that are drawn of one line, unless fewer are asked for. */
const MOST_POINTS = 4000;

/** What is left of a line that stands back behind others. */
const DIM = 0.25;

/** Sentences below a picture. */
const LONGEST_NOTICE = 110;
const MOST_NOTICES = 5;
const NOTICE_HEIGHT = 16;

/** The size of a picture of lines, in pixels. */
export const LINE_SIZE: { readonly width: number; readonly height: number } = { width: WIDTH, height: HEIGHT };

type Limits = readonly [low: number, high: number];
type Runs = (uid: string) => RunColumns | undefined;

/**
 * A figure of lines as a picture that needs nothing else: no script, no style sheet, no font. Lines of many
 * points are thinned out to what can be seen.
 *
 * @param seen - what of it is seen, and how; by default all of it, in 640 by 400 pixels, on white, with
 * what was left out below it
 */
export function lineSvg(spec: LineSpec, runs: Runs, mostPoints: number = MOST_POINTS, seen?: SeenPlot): string {
  const plot = seen ?? wholePlot(spec, pointsOf(spec, runs));
  const notices = seen ? [] : plotNotices(spec, runs);
  const frame = {
    width: plot.width,
    height: plot.height + noticesHeight(notices),
    font: 'sans-serif',
    description: spec.description,
    background: plot.colors.background,
  } as const;
  return svgPicture(frame, [
    ...plotMarks(spec, runs, mostPoints, plot),
    ...noticeMarks(notices, EDGE.left, plot.height),
  ]);
}

/** The axes of a plot, its lines and its legend; by default all of it, within 640 by 400 pixels. */
export function plotMarks(spec: LineSpec, runs: Runs, mostPoints: number = MOST_POINTS, seen?: SeenPlot): string[] {
  const points = pointsOf(spec, runs);
  const plot = seen ?? wholePlot(spec, points);
  const place = placesIn(plot);
  const colors = spec.series.map(({ style }, at) => svgColor(style.color, colorInTurn(plot, at)));
  const isShown = (at: number): boolean => plot.lines[at]?.isShown ?? true;
  const drawn = spec.series.map(({ style }, at) => {
    const line = points[at];
    if (!line || !isShown(at)) return '';
    const marks = lineMarks(style, colors[at] as string, thinnedForSvg(line, place, plot, mostPoints));
    return plot.lines[at]?.isDim ? `<g opacity="${DIM}">${marks}</g>` : marks;
  });
  const isDim = (at: number): number => (plot.lines[at]?.isDim ? 0 : 1);
  // What stands back is drawn first.
  const ordered = [...drawn.keys()].sort((a, b) => isDim(a) - isDim(b)).map((at) => drawn[at]);
  const { left, top, width, height } = plot.area;
  const named = spec.series.map(({ label }, at) => ({ label, color: colors[at] as string }));
  return [
    `<clipPath id="plot"><rect x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}"/></clipPath>`,
    axesMarks(plot),
    `<g clip-path="url(#plot)">${ordered.join('')}</g>`,
    named.length === 0
      ? ''
      : legendMarks(
          spec.legendTitle,
          named.filter((_, at) => isShown(at)),
          plot,
        ),
  ];
}

/** The limits of a plot's axes: those that are fixed, or those of its points with a margin. */
export function plotLimits(spec: LineSpec, runs: Runs): Record<'x' | 'y', Limits> {
  const { x, y } = wholePlot(spec, pointsOf(spec, runs));
  return { x: x.limits, y: y.limits };
}

/** Sentences below a picture, and the room that they take. */
export function noticeMarks(notices: readonly string[], left: number, top: number): string[] {
  return shownNotices(notices).map(
    (notice, i) => `<text x="${left}" y="${top + 4 + NOTICE_HEIGHT * i}" font-size="11">${escapeHtml(notice)}</text>`,
  );
}

export function noticesHeight(notices: readonly string[]): number {
  return NOTICE_HEIGHT * shownNotices(notices).length;
}

function shownNotices(notices: readonly string[]): string[] {
  return notices.slice(0, MOST_NOTICES).map((notice) => shortened(notice, LONGEST_NOTICE));
}

function pointsOf({ series }: LineSpec, runs: Runs): (LinePoints | undefined)[] {
  return series.map((each) => {
    const columns = runs(each.run);
    return columns ? linePoints(columns, each) : undefined;
  });
}

function colorInTurn({ colors: { series } }: SeenPlot, at: number): string {
  return series.length > 0 ? (series[at % series.length] as string) : cycleColor(at);
}

/** A plot that shows all, as far as the specification has no limits. */
function wholePlot(spec: LineSpec, points: readonly (LinePoints | undefined)[]): SeenPlot {
  const axis = (name: 'x' | 'y'): SeenAxis => {
    const fixed = name === 'x' ? spec.xlim : spec.ylim;
    const limits = limitsOf(
      fixed,
      points.map((each) => each?.[name] ?? new Float64Array(0)),
    );
    // Fixed limits may go down.
    const values = ticksBetween(Math.min(...limits), Math.max(...limits), TICKS);
    const ticks = { values, texts: values.map(tickText), note: '' };
    return { limits, isLog: false, label: name === 'x' ? spec.xLabel : spec.yLabel, ticks };
  };
  return {
    width: WIDTH,
    height: HEIGHT,
    area: {
      left: EDGE.left,
      top: EDGE.top,
      width: WIDTH - EDGE.left - EDGE.right,
      height: HEIGHT - EDGE.top - EDGE.bottom,
    },
    x: axis('x'),
    y: axis('y'),
    isSwapped: false,
    hasGrid: false,
    lines: [],
    colors: { ...ON_WHITE, series: [] },
  };
}

function limitsOf(fixed: Limits | null, values: readonly Float64Array[]): Limits {
  if (fixed && fixed.every(Number.isFinite) && fixed[0] !== fixed[1]) return fixed;
  const [low, high] = finiteExtent(...values);
  if (low > high) return [0, 1];
  const pad = low === high ? Math.abs(low) * MARGIN || 1 : (high - low) * MARGIN;
  return [low - pad, high + pad];
}
