import type { EventDescriptor } from '../documents/index.js';
import { didYouMean, isoTime, shortened } from '../text/index.js';
import { arraySummary } from './array-summary.js';
import { fullValue } from './full-value.js';
import type { GrowingFloats } from './growing-floats.js';
import { knownFields } from './known-fields.js';
import { quantityOf } from './quantity.js';
import type { RunColumns } from './run-columns.js';
import type { TableSpec } from './spec.js';
import type { StreamColumns } from './stream-columns.js';
import { addFormats, firstFormats, formatValue, headingOf, TIME_KEY, timeValue } from './table-format.js';
import type { CellFormat, ColumnKey, TableManner } from './table-format.js';
import { largestOf, readableNumber } from './table-numbers.js';

/** Of a text a cell shows no more than this; the box beside it has the rest. */
const LONGEST_TEXT = 400;

/** One column's heading. */
export interface TableHeading {
  key: string;
  label: string;
  /** In characters. */
  width: number;
}

/** A table as drawn: headings, a number of rows, and the text of any cell. */
export interface TableView {
  headings: readonly TableHeading[];
  rows: number;
  cell(row: number, column: number): string;
  /** The same, unrounded and uncut: all digits with units, a whole string, a date with its zone. */
  full(row: number, column: number): string;
  /** The same without units, as other programs read it. */
  exact(row: number, column: number): string;
  /** What stands in a cell before it is written: rows are sorted by it. */
  value(row: number, column: number): unknown;
  /** Whether the point of a row was taken again and the row shows what came then. */
  isRetaken(row: number): boolean;
  /** Grows when a row is replaced by another; while it stays the same, rows are only added. */
  edits: number;
  /** Whether no more rows will come. */
  hasEnded: boolean;
  /** What was left out, or an empty string. */
  notice: string;
}

/** A view of a run's table; it formats only the cells that are asked for. */
export function tableView(run: RunColumns, spec: TableSpec, manner: TableManner = 'shown'): TableView {
  const descriptors = run.descriptors.filter((doc) => doc.name === spec.stream);
  const formats = firstFormats(spec.extraPad);
  const problems = descriptors.flatMap((doc) => addFormats(formats, doc, spec, manner));
  if (descriptors.length > 0) problems.push(...unknownFields(formats, spec, descriptors));
  const stream = run.streams.get(spec.stream);
  const keys = [...formats.keys()];
  const cells = [...formats].map(([key, format]) => cellReader(stream, key, format, manner));
  const values = keys.map((key) => valueReader(stream, key));
  const value = (row: number, column: number): unknown => values[column]?.(row);
  const isRetaken = (row: number): boolean => stream?.retaken.has(row) ?? false;
  return {
    headings: keys.map((key) => headingFor(key, formats.get(key) as CellFormat)),
    rows: stream?.length ?? 0,
    cell: (row, column) => cells[column]?.(row) ?? '',
    full: (row, column) =>
      withUnits(run, keys[column], exactText(value(row, column), keys[column])) +
      (keys[column] === 'seq_num' && isRetaken(row) ? ', taken again' : ''),
    exact: (row, column) => exactText(value(row, column), keys[column]),
    value,
    isRetaken,
    edits: stream?.edits ?? 0,
    hasEnded: run.isClosed || run.stop !== undefined,
    notice: [...new Set(problems)].join(' '),
  };
}

function headingFor(key: ColumnKey, { width }: CellFormat): TableHeading {
  return { key: key === TIME_KEY ? ':time' : key, label: headingOf(key), width };
}

function unknownFields(
  formats: ReadonlyMap<ColumnKey, CellFormat>,
  spec: TableSpec,
  descriptors: readonly EventDescriptor[],
): string[] {
  const known = [...new Set(descriptors.flatMap((doc) => Object.keys(doc.data_keys)))];
  const unknown = spec.fields.filter((field) => !formats.has(field) && !known.includes(field));
  const sentences = unknown.map(
    (field) => `No event of stream '${spec.stream}' has the field '${field}'.${didYouMean(field, known)}`,
  );
  return sentences.length === 0 ? [] : [`${sentences.join(' ')}${knownFields(known)}`];
}

function valueReader(stream: StreamColumns | undefined, key: ColumnKey): (row: number) => unknown {
  if (!stream) return () => undefined;
  if (key === TIME_KEY) return (row) => numberIn(stream.time, row);
  if (key === 'seq_num') return (row) => numberIn(stream.seqNum, row);
  const column = stream.columns.get(key);
  return (row) => (column && row < column.length ? column.at(row) : undefined);
}

/** What has been reserved beyond the last row is no value. */
function numberIn(values: GrowingFloats, row: number): number | undefined {
  return row < values.length ? values.at(row) : undefined;
}

function cellReader(
  stream: StreamColumns | undefined,
  key: ColumnKey,
  format: CellFormat,
  manner: TableManner,
): (row: number) => string {
  const value = valueReader(stream, key);
  if (key === TIME_KEY) return (row) => timeText(value(row), format);
  const column = key === 'seq_num' ? undefined : stream?.columns.get(key);
  if (!stream || !column || manner === 'printed') return (row) => showValue(value(row), format);
  const largest = largestOf(column, stream.edits);
  return (row) => readableValue(value(row), format, largest);
}

function timeText(time: unknown, format: CellFormat): string {
  if (typeof time !== 'number') return '';
  try {
    return formatValue(timeValue(time), format);
  } catch {
    return fullValue(time);
  }
}

/** Unlike the printed table, which gives up the whole row, a cell shows what it can. */
function showValue(value: unknown, format: CellFormat): string {
  if (value === undefined) return '';
  try {
    return formatValue(value, format);
  } catch {
    return arraySummary(value) ?? fullValue(value);
  }
}

/** A column on a screen can be made wider, so texts are whole; and no number reads as zero that is none. */
function readableValue(value: unknown, format: CellFormat, largest: number): string {
  if (typeof value === 'string') return shortened(value, LONGEST_TEXT);
  if (typeof value === 'number' && format.code === 'f' && format.prec >= 0) {
    return readableNumber(value, format.prec, largest);
  }
  return showValue(value, format);
}

function exactText(value: unknown, key: ColumnKey | undefined): string {
  if (value === undefined) return '';
  return key === TIME_KEY ? isoTime(value as number) : fullValue(value);
}

function withUnits(run: RunColumns, key: ColumnKey | undefined, text: string): string {
  if (text === '' || typeof key !== 'string') return text;
  return `${text} ${quantityOf(run, key, 'run').units}`.trimEnd();
}
