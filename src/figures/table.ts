import type { EventDescriptor } from '../documents/index.js';
import { didYouMean, isoTime } from '../text/index.js';
import type { Column } from './column.js';
import { fullValue } from './full-value.js';
import { knownFields } from './known-fields.js';
import { quantityOf } from './quantity.js';
import type { RunColumns } from './run-columns.js';
import type { TableSpec } from './spec.js';
import type { StreamColumns } from './stream-columns.js';
import { addFormats, firstFormats, formatValue, headingOf, TIME_KEY, timeValue } from './table-format.js';
import type { CellFormat, ColumnKey } from './table-format.js';

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
  /** What was left out, or an empty string. */
  notice: string;
}

/** A view of a run's table; it formats only the cells that are asked for. */
export function tableView(run: RunColumns, spec: TableSpec): TableView {
  const formats = firstFormats(spec.extraPad);
  const problems: string[] = [];
  const descriptors = run.descriptors.filter((doc) => doc.name === spec.stream);
  for (const doc of descriptors) problems.push(...addFormats(formats, doc, spec));
  if (descriptors.length > 0) problems.push(...unknownFields(formats, spec, descriptors));
  const stream = run.streams.get(spec.stream);
  const keys = [...formats.keys()];
  const cells = [...formats].map(([key, format]) => cellReader(stream, key, format));
  return {
    headings: keys.map((key) => headingFor(key, formats.get(key) as CellFormat)),
    rows: stream?.length ?? 0,
    cell: (row, column) => cells[column]?.(row) ?? '',
    full: (row, column) => fullCell(run, stream, keys[column], row),
    notice: problems.join(' '),
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

function cellReader(stream: StreamColumns | undefined, key: ColumnKey, format: CellFormat): (row: number) => string {
  if (!stream) return () => '';
  if (key === TIME_KEY) return (row) => showValue(timeValue(stream.time.at(row)), format);
  if (key === 'seq_num') return (row) => showValue(stream.seqNum.at(row), format);
  const column: Column | undefined = stream.columns.get(key);
  return (row) => showValue(column?.at(row), format);
}

function fullCell(run: RunColumns, stream: StreamColumns | undefined, key: ColumnKey | undefined, row: number): string {
  if (!stream || key === undefined || row >= stream.length) return '';
  if (key === TIME_KEY) return isoTime(stream.time.at(row));
  const value = key === 'seq_num' ? stream.seqNum.at(row) : stream.columns.get(key)?.at(row);
  if (value === undefined) return '';
  return `${fullValue(value)} ${quantityOf(run, key, 'run').units}`.trimEnd();
}

/** Unlike the printed table, which gives up the whole row, a cell shows what it can. */
function showValue(value: unknown, format: CellFormat): string {
  if (value === undefined) return '';
  try {
    return formatValue(value, format);
  } catch {
    return fullValue(value);
  }
}
