import type {
  FigureSpec,
  LinePoints,
  LineSpec,
  PanelsSpec,
  ProgressSpec,
  RunColumns,
  TableSpec,
} from '../../figures/index.js';
import { linePoints, panelName, plotIn, progressBars, quantityOf, tableView } from '../../figures/index.js';
import { numberText } from '../draw/number-text.js';
import { isoTime } from '../../text/index.js';
import type { RunLookup } from './figure-body.js';
import { runLabel } from './run-state.js';

/** A figure in a few sentences for screen readers: how much it shows, of what and where. */
export function figureSummary(spec: FigureSpec, runs: RunLookup): string {
  switch (spec.kind) {
    case 'line':
      return lineSummary(spec, runs);
    case 'panels':
      return panelsSummary(spec, runs);
    case 'table':
      return tableSummary(spec, runs);
    case 'progress':
      return progressSummary(spec, runs);
    default:
      // Of a newer kernel's kinds this page knows nothing, and says so where the figure would be.
      spec satisfies never;
      return '';
  }
}

function panelsSummary(spec: PanelsSpec, runs: RunLookup): string {
  const panels = spec.panels.map((_, at) => {
    const panel = plotIn(spec, at);
    return `${panelName(spec, at)}: ${panel ? `${panel.description}. ${linesSummary(panel, runs)}` : 'nothing yet.'}`;
  });
  return `${counted(panels.length, 'panel')}. ${panels.join(' ')} Tab goes from panel to panel, arrow keys from point to point.`;
}

function progressSummary(spec: ProgressSpec, runs: RunLookup): string {
  const bars = progressBars(spec, spec.run === null ? undefined : runs(spec.run));
  return bars.map(({ label, text }) => `${label}: ${text}.`).join(' ');
}

function tableSummary(spec: TableSpec, runs: RunLookup): string {
  const run = runs(spec.run);
  if (!run) return '';
  const { rows, headings } = tableView(run, spec);
  const again = run.streams.get(spec.stream)?.retaken.size ?? 0;
  const size = [counted(rows, 'row'), counted(headings.length, 'column')];
  if (again > 0) size.push(`${counted(again, 'point')} taken again`);
  return `${size.join(', ')}. Arrow keys, Page Up and Page Down scroll; End follows the newest row; Shift with them selects rows, Ctrl+C copies, Ctrl+F finds.`;
}

function lineSummary(spec: LineSpec, runs: RunLookup): string {
  return `${linesSummary(spec, runs)} Arrow keys go from point to point.`;
}

function linesSummary(spec: LineSpec, runs: RunLookup): string {
  const sentences = spec.series.flatMap((series) => {
    const run = runs(series.run);
    return run ? [seriesSummary(run, series, linePoints(run, series), spec.series.length > 1)] : [];
  });
  const lines = sentences.length > 1 ? `${counted(sentences.length, 'line')}. ` : '';
  return `${lines}${sentences.join(' ')}`;
}

function seriesSummary(
  run: RunColumns,
  series: LineSpec['series'][number],
  points: LinePoints,
  named: boolean,
): string {
  const name = named ? `${series.label || runLabel(run)}: ` : '';
  const ranges = (['x', 'y'] as const).map((axis) => rangeText(run, series, axis, points[axis])).filter(Boolean);
  return `${name}${[counted(points.x.length, 'point'), ...ranges].join(', ')}.`;
}

function rangeText(run: RunColumns, series: LineSpec['series'][number], axis: 'x' | 'y', column: Float64Array): string {
  let low = Infinity;
  let high = -Infinity;
  for (const value of column) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return '';
  const { kind, units } = quantityOf(run, series[axis], series.epoch);
  const text = (value: number): string => (kind === 'time' ? isoTime(value) : numberText(value));
  return `${series[axis]} from ${text(low)} to ${text(high)} ${units}`.trimEnd();
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
