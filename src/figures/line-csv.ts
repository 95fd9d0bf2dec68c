import { linePoints } from './line.js';
import type { RunColumns } from './run-columns.js';
import type { LineSpec } from './spec.js';

/** Programs for tables take a text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * All points of lines as comma-separated values: a row for each, with its run, the line's name, x and y. Numbers
 * have all their digits; `nan`, `inf` and `-inf` are written as Python reads them.
 *
 * Texts that a program for tables would take for formulas begin with an apostrophe.
 *
 * @param isShown - whether a line, by its place in the specification, is wanted; default: all
 */
export function lineCsv(
  spec: LineSpec,
  runs: (uid: string) => RunColumns | undefined,
  isShown: (line: number) => boolean = () => true,
): string {
  return rowsOf(spec, runs, isShown)
    .map((row) => `${row.map(csvCell).join(',')}\r\n`)
    .join('');
}

/** The same with tabs between, as programs for tables take it from the clipboard. */
export function lineTsv(
  spec: LineSpec,
  runs: (uid: string) => RunColumns | undefined,
  isShown: (line: number) => boolean = () => true,
): string {
  return rowsOf(spec, runs, isShown)
    .map((row) => row.map(tsvCell).join('\t'))
    .join('\n');
}

type Cell = string | number;

function rowsOf(
  spec: LineSpec,
  runs: (uid: string) => RunColumns | undefined,
  isShown: (line: number) => boolean,
): Cell[][] {
  const rows: Cell[][] = [headOf(spec)];
  spec.series.forEach((series, line) => {
    const columns = runs(series.run);
    if (!columns || !isShown(line)) return;
    const { x, y } = linePoints(columns, series);
    for (let row = 0; row < x.length; row++) rows.push([series.run, series.label, x[row] as number, y[row] as number]);
  });
  return rows;
}

/** Columns have the names of fields where all lines agree on them. */
function headOf({ series }: LineSpec): string[] {
  const name = (axis: 'x' | 'y'): string => {
    const fields = new Set(series.map((each) => each[axis]));
    return fields.size === 1 ? ([...fields][0] as string) : axis;
  };
  return ['run', 'label', name('x'), name('y')];
}

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return numberCell(cell);
  const text = harmless(cell);
  return text !== cell || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function tsvCell(cell: Cell): string {
  return typeof cell === 'number' ? numberCell(cell) : harmless(cell.replace(/[\t\r\n]+/g, ' '));
}

function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function numberCell(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Object.is(value, -0) ? '-0' : String(value);
}
