import { padLeft } from '../text/index.js';
import { finiteExtent } from './finite-extent.js';
import { linePoints } from './line.js';
import { plotNotices } from './line-notice.js';
import { panelName } from './panels.js';
import { progressBars } from './progress.js';
import { quantityOf } from './quantity.js';
import type { RunColumns } from './run-columns.js';
import type { FigureSpec, LineSeries, LineSpec, PanelsSpec, ProgressSpec, TableSpec } from './spec.js';
import { tableView } from './table.js';
import { gapText, tableExcerpt } from './table-excerpt.js';
import { padding } from './table-format.js';
import { tickText } from './ticks.js';

/** Rows at either end of a table. */
const ROWS = 50;
const MOST_LINES = 20;
const DIGITS = 6;

/**
 * A figure of any kind in words, for places that draw nothing: of lines how many points there are and
 * where, of a table its first and last 50 rows, of progress how far everything is.
 */
export function asText(spec: FigureSpec, runs: (uid: string) => RunColumns | undefined): string {
  switch (spec.kind) {
    case 'line':
      return lineText(spec, runs);
    case 'panels':
      return panelsText(spec, runs);
    case 'table':
      return tableText(spec, runs(spec.run));
    case 'progress':
      return progressText(spec, runs);
  }
}

function tableText(spec: TableSpec, run: RunColumns | undefined): string {
  if (!run) return spec.description;
  const view = tableView(run, spec, 'printed');
  const { headings } = view;
  const pad = padding(spec.extraPad);
  const row = (texts: readonly string[]): string =>
    `|${texts.map((text, i) => padLeft(text, (headings[i]?.width ?? 0) - pad.length) + pad).join('|')}|`;
  const rule = `+${headings.map(({ width }) => '-'.repeat(width)).join('+')}+`;
  const { rows, leftOut, gapAfter } = tableExcerpt(view.rows, ROWS);
  const lines = rows.map((each) => row(headings.map((_, column) => view.cell(each, column))));
  if (leftOut > 0) lines.splice(gapAfter, 0, gapText(leftOut));
  return [rule, row(headings.map(({ label }) => label)), rule, ...lines, rule].join('\n');
}

function progressText(spec: ProgressSpec, runs: (uid: string) => RunColumns | undefined): string {
  const bars = progressBars(spec, spec.run === null ? undefined : runs(spec.run));
  return [spec.description, ...bars.map(({ label, text }) => `${label}: ${text}`)].join('\n');
}

function panelsText(spec: PanelsSpec, runs: (uid: string) => RunColumns | undefined): string {
  const panels = spec.panels.flatMap((panel, at) =>
    panel ? [`${panelName(spec, at)}: ${lineText(panel, runs)}`] : [],
  );
  return [spec.description, ...panels].join('\n');
}

function lineText(spec: LineSpec, runs: (uid: string) => RunColumns | undefined): string {
  const { description, series } = spec;
  const lines = series.slice(-MOST_LINES).flatMap((each) => {
    const run = runs(each.run);
    return run ? [seriesText(run, each)] : [];
  });
  if (series.length > MOST_LINES) lines.unshift(`The last ${MOST_LINES} of ${series.length} lines:`);
  return [description, ...lines, ...plotNotices(spec, runs)].join('\n');
}

function seriesText(run: RunColumns, series: LineSeries): string {
  const points = linePoints(run, series);
  const count = `${points.x.length} point${points.x.length === 1 ? '' : 's'}`;
  const ranges = (['x', 'y'] as const).map((axis) => rangeText(run, series, axis, points[axis])).filter(Boolean);
  return `${series.label || run.start.uid.slice(0, 8)}: ${[count, ...ranges].join(', ')}`;
}

function rangeText(run: RunColumns, series: LineSeries, axis: 'x' | 'y', values: Float64Array): string {
  const [low, high] = finiteExtent(values);
  if (low > high) return '';
  const text = (value: number): string => tickText(Number(value.toPrecision(DIGITS)));
  return `${series[axis]} from ${text(low)} to ${text(high)} ${quantityOf(run, series[axis], series.epoch).units}`.trimEnd();
}
