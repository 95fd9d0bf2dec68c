import { escapeHtml, shortened } from '../text/index.js';
import { finiteExtent } from './finite-extent.js';
import { linePoints } from './line.js';
import { plotNotices } from './line-notice.js';
import { lineMarks, short, svgColor } from './line-svg-marks.js';
import type { SvgPoint } from './line-svg-marks.js';
import { cycleColor } from './named-colors.js';
import type { RunColumns } from './run-columns.js';
import type { LineSeries, LineSpec, LineStyle } from './spec.js';
import { svgPicture } from './svg-picture.js';
import { ticksBetween, tickText } from './ticks.js';

const WIDTH = 640;
const HEIGHT = 400;
/** The room around the plot for texts. */
const EDGE = { left: 72, right: 16, top: 16, bottom: 48 } as const;
const PLOT = {
  right: WIDTH - EDGE.right,
  bottom: HEIGHT - EDGE.bottom,
  width: WIDTH - EDGE.left - EDGE.right,
  height: HEIGHT - EDGE.top - EDGE.bottom,
} as const;

/** Free room on either side of the data, as a part of their span. */
const MARGIN = 0.1;
const TICKS = 6;
/** The most points that are drawn of one line, unless fewer are asked for. */
const MOST_POINTS = 4000;
const MOST_LEGEND_ENTRIES = 12;
const LONGEST_TEXT = 60;
const LONGEST_NOTICE = 110;
const MOST_NOTICES = 5;
const NOTICE_HEIGHT = 16;

type Limits = readonly [low: number, high: number];

/** The size of a picture of lines, in pixels. */
export const LINE_SIZE: { readonly width: number; readonly height: number } = { width: WIDTH, height: HEIGHT };

/** One line in data units, with what it looks like. */
interface Line {
  label: string;
  style: LineStyle;
  color: string;
  points: readonly SvgPoint[];
}

/**
 * A figure of lines as a picture of 640 by 400 pixels that needs nothing else: no script, no style
 * sheet, no font. Lines of many points are thinned out to what can be seen; below stands what was left out.
 */
export function lineSvg(
  spec: LineSpec,
  runs: (uid: string) => RunColumns | undefined,
  mostPoints: number = MOST_POINTS,
): string {
  const notices = plotNotices(spec, runs);
  const frame = {
    width: WIDTH,
    height: HEIGHT + noticesHeight(notices),
    font: 'sans-serif',
    description: spec.description,
  } as const;
  return svgPicture(frame, [...plotMarks(spec, runs, mostPoints), ...noticeMarks(notices, EDGE.left, HEIGHT)]);
}

/** The axes of a plot, its lines and its legend, within 640 by 400 pixels. */
export function plotMarks(
  spec: LineSpec,
  runs: (uid: string) => RunColumns | undefined,
  mostPoints: number = MOST_POINTS,
): string[] {
  const lines = spec.series.map((series, index): Line => {
    const { x, y } = pointsOf(series, runs);
    const points = Array.from(x, (value, at) => ({ x: value, y: y[at] ?? NaN }));
    return { label: series.label, style: series.style, color: svgColor(series.style.color, cycleColor(index)), points };
  });
  const { x, y } = plotLimits(spec, runs);
  const place = ({ x: px, y: py }: SvgPoint): SvgPoint => ({
    x: EDGE.left + ((px - x[0]) / (x[1] - x[0])) * PLOT.width,
    y: PLOT.bottom - ((py - y[0]) / (y[1] - y[0])) * PLOT.height,
  });
  const drawn = lines.map((line) => lineMarks(line.style, line.color, thinned(line.points.map(place), mostPoints)));
  return [
    `<clipPath id="plot"><rect x="${EDGE.left}" y="${EDGE.top}" width="${PLOT.width}" height="${PLOT.height}"/></clipPath>`,
    axesMarks(spec, x, y, place),
    `<g clip-path="url(#plot)">${drawn.join('')}</g>`,
    lines.length === 0 ? '' : legendMarks(spec.legendTitle, lines),
  ];
}

/** The limits of a plot's axes: those that are fixed, or those of its points with a margin. */
export function plotLimits(spec: LineSpec, runs: (uid: string) => RunColumns | undefined): Record<'x' | 'y', Limits> {
  const points = spec.series.map((series) => pointsOf(series, runs));
  return {
    x: limitsOf(
      spec.xlim,
      points.map(({ x }) => x),
    ),
    y: limitsOf(
      spec.ylim,
      points.map(({ y }) => y),
    ),
  };
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

function pointsOf(
  series: LineSeries,
  runs: (uid: string) => RunColumns | undefined,
): { x: Float64Array; y: Float64Array } {
  const columns = runs(series.run);
  return columns ? linePoints(columns, series) : { x: new Float64Array(0), y: new Float64Array(0) };
}

function limitsOf(fixed: Limits | null, values: readonly Float64Array[]): Limits {
  if (fixed && fixed.every(Number.isFinite) && fixed[0] !== fixed[1]) return fixed;
  const [low, high] = finiteExtent(...values);
  if (low > high) return [0, 1];
  const pad = low === high ? Math.abs(low) * MARGIN || 1 : (high - low) * MARGIN;
  return [low - pad, high + pad];
}

/** Of points that fall into one column of pixels: the first, the lowest, the highest and the last. */
function thinned(points: readonly SvgPoint[], most: number): SvgPoint[] {
  if (points.length <= most) return [...points];
  const kept: SvgPoint[] = [];
  let column: SvgPoint[] = [];
  const finish = (): void => {
    const byHeight = column.filter(({ y }) => Number.isFinite(y)).sort((a, b) => a.y - b.y);
    const wanted = new Set([column[0], byHeight[0], byHeight.at(-1), column.at(-1)]);
    kept.push(...column.filter((point) => wanted.has(point)));
    column = [];
  };
  for (const point of points) {
    if (column.length > 0 && Math.floor(point.x) !== Math.floor(column[0]?.x ?? NaN)) finish();
    column.push(point);
  }
  finish();
  const step = Math.ceil(kept.length / most);
  return kept.filter((_point, index) => index % step === 0);
}

function axesMarks(spec: LineSpec, x: Limits, y: Limits, place: (point: SvgPoint) => SvgPoint): string {
  const marks = [
    `<rect x="${EDGE.left}" y="${EDGE.top}" width="${PLOT.width}" height="${PLOT.height}" fill="none" stroke="black"/>`,
  ];
  for (const value of ticksOf(x)) {
    const at = short(place({ x: value, y: y[0] }).x);
    marks.push(`<path d="M${at} ${PLOT.bottom}v5" stroke="black"/>`, text(value, at, PLOT.bottom + 18, 'middle'));
  }
  for (const value of ticksOf(y)) {
    const at = place({ x: x[0], y: value }).y;
    marks.push(`<path d="M${EDGE.left} ${short(at)}h-5" stroke="black"/>`);
    marks.push(text(value, EDGE.left - 8, short(at + 4), 'end'));
  }
  const middle = EDGE.top + PLOT.height / 2;
  marks.push(text(spec.xLabel, EDGE.left + PLOT.width / 2, HEIGHT - 10, 'middle'));
  marks.push(`<g transform="rotate(-90 16 ${middle})">${text(spec.yLabel, 16, middle, 'middle')}</g>`);
  return marks.join('');
}

/** Fixed limits may go down. */
function ticksOf([from, to]: Limits): number[] {
  return ticksBetween(Math.min(from, to), Math.max(from, to), TICKS);
}

function legendMarks(title: string, lines: readonly Line[]): string {
  const shown = lines.slice(0, MOST_LEGEND_ENTRIES);
  const more = lines.length > shown.length ? [`and ${lines.length - shown.length} more`] : [];
  const entries = shown.map(({ label, color }, index) => {
    const y = EDGE.top + 34 + 16 * index;
    return `<path d="M${PLOT.right - 12} ${y - 4}h-20" stroke="${color}" stroke-width="2"/>${text(label, PLOT.right - 38, y, 'end')}`;
  });
  const rest = more.map((line) => text(line, PLOT.right - 12, EDGE.top + 34 + 16 * shown.length, 'end'));
  const rows = 1 + entries.length + rest.length;
  const letters = Math.max(...[title, ...shown.map(({ label }) => label), ...more].map(({ length }) => length));
  const width = Math.min(LONGEST_TEXT, letters) * 7 + 50;
  const ground = `<rect x="${PLOT.right - 4 - width}" y="${EDGE.top + 4}" width="${width}" height="${16 * rows + 6}" fill="white" fill-opacity="0.8"/>`;
  return [ground, text(title, PLOT.right - 12, EDGE.top + 18, 'end'), ...entries, ...rest].join('');
}

function text(content: string | number, x: number | string, y: number | string, anchor: 'middle' | 'end'): string {
  const words = typeof content === 'number' ? tickText(content) : content.slice(0, LONGEST_TEXT);
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escapeHtml(words)}</text>`;
}
