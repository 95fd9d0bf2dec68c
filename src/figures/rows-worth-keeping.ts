import { lineSources } from './line.js';
import type { FieldReader, PointSource } from './growing-points.js';
import { PROGRESS_STREAM } from './progress.js';
import type { RunColumns } from './run-columns.js';
import type { FigureSpec, LineSeries, TableSpec } from './spec.js';
import { seriesOf } from './spec-runs.js';
import type { RowRange, StreamColumns } from './stream-columns.js';

/** Of the rows in a bucket: the first, the lowest, the highest and the last. */
const KEPT_PER_BUCKET = 4;

/**
 * The rows of a run that a figure needs to look the same when it may have about `most` of each stream.
 *
 * A line keeps the outline of what was taken in order, a table its beginning and its end, progress the last row.
 *
 * @returns ascending ranges by stream; streams that the figure does not show are left out
 */
export function rowsWorthKeeping(spec: FigureSpec, run: RunColumns, most: number): Map<StreamColumns, RowRange[]> {
  switch (spec.kind) {
    case 'line':
    case 'panels':
      return lineRows(seriesOf(spec, run.start.uid), run, most);
    case 'table':
      return tableRows(spec, run, most);
    case 'progress':
      return lastRow(run);
  }
}

/** The number of the last row is that of all points. */
function lastRow(run: RunColumns): Map<StreamColumns, RowRange[]> {
  const stream = run.streams.get(PROGRESS_STREAM);
  if (!stream || stream.length === 0) return new Map();
  return new Map([[stream, [{ from: stream.length - 1, to: stream.length }]]]);
}

function tableRows(spec: TableSpec, run: RunColumns, most: number): Map<StreamColumns, RowRange[]> {
  const stream = run.streams.get(spec.stream);
  if (!stream) return new Map();
  const { length } = stream;
  if (length <= most) return new Map([[stream, [{ from: 0, to: length }]]]);
  const half = Math.floor(most / 2);
  const ends = [
    { from: 0, to: half },
    { from: length - half, to: length },
  ];
  return new Map([[stream, ends]]);
}

function lineRows(series: readonly LineSeries[], run: RunColumns, most: number): Map<StreamColumns, RowRange[]> {
  const rows = new Map<StreamColumns, number[]>();
  for (const source of series.flatMap((each) => lineSources(run, each))) {
    const some = rows.get(source.stream) ?? [];
    rows.set(source.stream, some);
    if (source.stream.length > most) addOutline(some, source, most / series.length);
  }
  return new Map([...rows].map(([stream, some]) => [stream, stream.length <= most ? whole(stream) : rangesOf(some)]));
}

function whole({ length }: StreamColumns): RowRange[] {
  return [{ from: 0, to: length }];
}

/** Rows in any order, some of them more than once, as ranges. */
function rangesOf(rows: readonly number[]): RowRange[] {
  const ranges: RowRange[] = [];
  let last: RowRange | undefined;
  for (const row of Float64Array.from(rows).sort()) {
    if (last && row <= last.to) last.to = row + 1;
    else ranges.push((last = { from: row, to: row + 1 }));
  }
  return ranges;
}

/** Adds the rows that give a line its outline: extremes of buckets that follow each other as the points were taken. */
function addOutline(rows: number[], { stream, x, y }: PointSource, most: number): void {
  const { length } = stream;
  const buckets = Math.max(1, Math.floor(most / KEPT_PER_BUCKET));
  addExtremes(rows, x, 0, length);
  for (let i = 0; i < buckets; i++) {
    const from = Math.floor((i * length) / buckets);
    const to = Math.floor(((i + 1) * length) / buckets);
    if (from === to) continue;
    rows.push(from, to - 1);
    addExtremes(rows, y, from, to);
  }
}

/** Adds the rows of the lowest and of the highest finite value, if there is one. */
function addExtremes(rows: number[], field: FieldReader, from: number, to: number): void {
  const doubles = field.doubles();
  let low = Infinity;
  let high = -Infinity;
  let lowest = -1;
  let highest = -1;
  for (let row = from; row < to; row++) {
    const value = doubles ? doubles.at(row) : field.at(row);
    if (typeof value !== 'number' || !Number.isFinite(value)) continue;
    if (value < low) {
      low = value;
      lowest = row;
    }
    if (value > high) {
      high = value;
      highest = row;
    }
  }
  if (lowest >= 0) rows.push(lowest, highest);
}
