import { didYouMean } from '../text/index.js';
import type { Column } from './column.js';
import type { GrowingFloats } from './growing-floats.js';
import { growingPoints, isNumeric } from './growing-points.js';
import type { FieldReader, LinePoints, PointSource } from './growing-points.js';
import { knownFields } from './known-fields.js';
import type { RunColumns } from './run-columns.js';
import type { LineSeries, LineSpec } from './spec.js';
import type { StreamColumns } from './stream-columns.js';

/** The fields that every event has beside its data. */
const EVENT_FIELDS: readonly string[] = ['seq_num', 'time'];

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
  let left = point;
  for (const source of lineSources(run, series)) {
    const { stream } = source;
    const gapless = [series.x, series.y].every((field) => stream.columns.get(field)?.floats ?? isEventField(field));
    const row = gapless ? left : rowOfPoint(source, left);
    if (row < stream.length) return stream.seqNum.at(row);
    left -= gapless ? stream.length : countPoints(source);
  }
  return undefined;
}

/** The streams that a series takes its points from. */
export function lineSources(run: RunColumns, series: LineSeries): PointSource[] {
  return [...run.streams.values()].flatMap((stream) => {
    const x = reader(run, stream, series.x, series.epoch);
    const y = reader(run, stream, series.y, series.epoch);
    return x && y ? [{ stream, x, y }] : [];
  });
}

/** The row of a stream's point; as many as there are rows if it has fewer points. */
function rowOfPoint({ stream, x, y }: PointSource, point: number): number {
  let seen = -1;
  for (let row = 0; row < stream.length; row++) {
    if (isNumeric(x.at(row)) && isNumeric(y.at(row))) seen += 1;
    if (seen === point) return row;
  }
  return stream.length;
}

function countPoints({ stream, x, y }: PointSource): number {
  let count = 0;
  for (let row = 0; row < stream.length; row++) if (isNumeric(x.at(row)) && isNumeric(y.at(row))) count += 1;
  return count;
}

function isEventField(field: string): boolean {
  return EVENT_FIELDS.includes(field);
}

/** A sentence about what a line could not show, or an empty string. */
export function lineNotice(run: RunColumns, series: LineSeries, points: LinePoints): string {
  const missing = [series.x, series.y].filter((field) => isUnknown(run, field));
  if (missing.length > 0) return unknownNotice(run, missing);
  const total = points.x.length + points.leftOut;
  const without = points.leftOut + points.gaps;
  if (without === 0) return '';
  return `${without} of ${total} points left out: '${series.x}' or '${series.y}' was not a finite number.`;
}

/** A sentence about lines that are no longer there, or an empty string. */
export function olderLinesNotice({ olderLines = 0 }: LineSpec): string {
  if (olderLines === 0) return '';
  return `${olderLines} older line${olderLines === 1 ? ' is' : 's are'} left out: their runs are no longer kept.`;
}

function unknownNotice(run: RunColumns, missing: readonly string[]): string {
  const described = run.descriptors.flatMap((doc) => Object.keys(doc.data_keys));
  const known = [...new Set([...described, ...EVENT_FIELDS])];
  const meant = missing.map((field) => didYouMean(field, known)).join('');
  return `No event has the field '${missing.join("' or '")}'.${meant}${knownFields(known)}`;
}

/** A field is unknown once descriptors have come and none of them has it. */
function isUnknown(run: RunColumns, field: string): boolean {
  if (run.descriptors.length === 0 || isEventField(field)) return false;
  const isDescribed = run.descriptors.some((doc) => Object.hasOwn(doc.data_keys, field));
  return !isDescribed && ![...run.streams.values()].some(({ columns }) => columns.has(field));
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
