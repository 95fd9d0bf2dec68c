import type { Column } from './column.js';
import type { GrowingFloats } from './growing-floats.js';
import { growingPoints, inOrder, isNumeric } from './growing-points.js';
import type { FieldReader, LinePoints, PointSource } from './growing-points.js';
import type { RunColumns } from './run-columns.js';
import type { LineSeries } from './spec.js';
import type { StreamColumns } from './stream-columns.js';

/**
 * The points of a series; rows that lack either field are passed over.
 *
 * They are views of the run's columns where these are doubles: later rows do not change them, but rows that
 * are replaced do.
 */
export function linePoints(run: RunColumns, series: LineSeries): LinePoints {
  return growingPoints(run, series, lineSources(run, series)).points();
}

/** The `seq_num` of the event that gave a point, counted as {@link linePoints} does. */
export function seqNumOf(run: RunColumns, series: LineSeries, point: number): number | undefined {
  const sources = lineSources(run, series);
  const [only, other] = sources;
  if (only && !other && only.x.doubles() && only.y.doubles()) return seqNumAt(only, point);
  let seen = -1;
  for (const { source, row } of inOrder(sources)) {
    if (isNumeric(source.x.at(row)) && isNumeric(source.y.at(row))) seen += 1;
    if (seen === point) return seqNumAt(source, row);
  }
  return undefined;
}

function seqNumAt({ stream }: PointSource, row: number): number | undefined {
  return row < stream.length ? stream.seqNum.at(row) : undefined;
}

/** The streams that a series takes its points from. */
export function lineSources(run: RunColumns, series: LineSeries): PointSource[] {
  return [...run.streams.values()].flatMap((stream) => {
    const x = reader(run, stream, series.x, series.epoch);
    const y = reader(run, stream, series.y, series.epoch);
    return x && y ? [{ stream, x, y }] : [];
  });
}

/** A field's values in a stream; a data key named `time` or `seq_num` wins over the event's own. */
function reader(
  run: RunColumns,
  stream: StreamColumns,
  field: string,
  epoch: LineSeries['epoch'],
): FieldReader | undefined {
  const column = stream.columns.get(field);
  const offset = field === 'time' && epoch === 'run' ? run.start.time : 0;
  const found = column ? columnReader(column) : eventReader(stream, field);
  return found && offset !== 0 ? shifted(found, offset) : found;
}

function columnReader(column: Column): FieldReader {
  return { of: column, at: (row) => column.at(row), doubles: () => column.floats };
}

function eventReader({ time, seqNum }: StreamColumns, field: string): FieldReader | undefined {
  if (field === 'time') return doublesReader(time);
  return field === 'seq_num' ? doublesReader(seqNum) : undefined;
}

function doublesReader(values: GrowingFloats): FieldReader {
  return { of: values, at: (row) => values.at(row), doubles: () => values };
}

function shifted({ of, at }: FieldReader, offset: number): FieldReader {
  const value = (row: number): unknown => {
    const found = at(row);
    return typeof found === 'number' ? found - offset : found;
  };
  return { of, at: value, doubles: () => undefined };
}
