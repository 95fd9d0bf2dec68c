import { didYouMean } from '../text/index.js';
import { GrowingFloats } from './growing-floats.js';
import { knownFields } from './known-fields.js';
import type { RunColumns } from './run-columns.js';
import type { LineSeries } from './spec.js';
import type { StreamColumns } from './stream-columns.js';

/** The points of one line in the order they were taken; a y of NaN is a gap. */
export interface LinePoints {
  x: Float64Array;
  y: Float64Array;
  /** How many rows had the fields but no numbers in them. */
  leftOut: number;
}

/** The fields that every event has beside its data. */
const EVENT_FIELDS: readonly string[] = ['seq_num', 'time'];

/** The points of a series; rows that lack either field are passed over. */
export function linePoints(run: RunColumns, series: LineSeries): LinePoints {
  const x = new GrowingFloats();
  const y = new GrowingFloats();
  let leftOut = 0;
  for (const { stream, xOf, yOf } of lineSources(run, series)) {
    for (let row = 0; row < stream.length; row++) {
      const xValue = xOf(row);
      const yValue = yOf(row);
      if (xValue === undefined || yValue === undefined) continue;
      if (isNumeric(xValue) && isNumeric(yValue)) {
        x.push(Number(xValue));
        y.push(Number(yValue));
      } else leftOut += 1;
    }
  }
  return { x: x.view(), y: y.view(), leftOut };
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

/** A stream with both fields of a series. */
export interface LineSource {
  stream: StreamColumns;
  xOf: (row: number) => unknown;
  yOf: (row: number) => unknown;
}

/** The streams that a series takes its points from. */
export function lineSources(run: RunColumns, series: LineSeries): LineSource[] {
  return [...run.streams.values()].flatMap((stream) => {
    const xOf = reader(run, stream, series.x, series.epoch);
    const yOf = reader(run, stream, series.y, series.epoch);
    return xOf && yOf ? [{ stream, xOf, yOf }] : [];
  });
}

/** The row of a stream's point; as many as there are rows if it has fewer points. */
function rowOfPoint({ stream, xOf, yOf }: LineSource, point: number): number {
  let seen = -1;
  for (let row = 0; row < stream.length; row++) {
    if (isNumeric(xOf(row)) && isNumeric(yOf(row))) seen += 1;
    if (seen === point) return row;
  }
  return stream.length;
}

function countPoints({ stream, xOf, yOf }: LineSource): number {
  let count = 0;
  for (let row = 0; row < stream.length; row++) if (isNumeric(xOf(row)) && isNumeric(yOf(row))) count += 1;
  return count;
}

function isEventField(field: string): boolean {
  return EVENT_FIELDS.includes(field);
}

/** Booleans are drawn as 0 and 1, as in matplotlib. */
function isNumeric(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

/** A sentence about what a line could not show, or an empty string. */
export function lineNotice(run: RunColumns, series: LineSeries, points: LinePoints): string {
  const missing = [series.x, series.y].filter((field) => isUnknown(run, field));
  if (missing.length > 0) return unknownNotice(run, missing);
  const total = points.x.length + points.leftOut;
  let gaps = 0;
  for (let i = 0; i < points.x.length; i++) {
    if (!Number.isFinite(points.x[i]) || !Number.isFinite(points.y[i])) gaps += 1;
  }
  const without = points.leftOut + gaps;
  if (without === 0) return '';
  return `${without} of ${total} points left out: '${series.x}' or '${series.y}' was not a finite number.`;
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
): ((row: number) => unknown) | undefined {
  const column = stream.columns.get(field);
  const offset = field === 'time' && epoch === 'run' ? run.start.time : 0;
  if (column) return offset === 0 ? (row) => column.at(row) : (row) => shifted(column.at(row), offset);
  if (field === 'time') return (row) => stream.time.at(row) - offset;
  if (field === 'seq_num') return (row) => stream.seqNum.at(row);
  return undefined;
}

function shifted(value: unknown, offset: number): unknown {
  return typeof value === 'number' ? value - offset : value;
}
