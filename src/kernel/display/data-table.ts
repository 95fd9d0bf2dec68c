import { escapeHtml } from '../../text/index.js';
import { cellText } from './value-text.js';

/** Rows with named columns, of which only those that are shown are asked for. */
export interface DataTable {
  /** What it is, in a few words: stands under the table. */
  caption: string;
  columns: readonly string[];
  /** How many rows there are in all. */
  length: number;
  /** The row's name and its cells, one for each column. */
  row(index: number): { name: string; cells: readonly unknown[] };
}

/** How many rows of a table are shown at its beginning and at its end. */
const FIRST_ROWS = 50;
const LAST_ROWS = 10;
/** How many columns are shown. */
const MOST_COLUMNS = 30;

/** The indices of the rows that a table of this length shows; null where some are left out. */
export function shownRows(length: number): (number | null)[] {
  const all = (from: number, to: number): number[] => Array.from({ length: to - from }, (_each, at) => from + at);
  if (length <= FIRST_ROWS + LAST_ROWS) return all(0, length);
  return [...all(0, FIRST_ROWS), null, ...all(length - LAST_ROWS, length)];
}

/** The table as HTML, bounded in rows, columns and characters, with every text escaped. */
export function tableHtml({ caption, columns, length, row }: DataTable): string {
  const shown = columns.slice(0, MOST_COLUMNS);
  const more = columns.length > shown.length;
  const headings = ['', ...shown, ...(more ? ['…'] : [])].map((name) => `<th>${escapeHtml(cellText(name))}</th>`);
  const rows = shownRows(length).map((index) => {
    if (index === null) return `<tr><th>…</th>${'<td>…</td>'.repeat(headings.length - 1)}</tr>`;
    const { name, cells } = row(index);
    const texts = [...cells.slice(0, shown.length).map(cellText), ...(more ? ['…'] : [])];
    return `<tr><th>${escapeHtml(cellText(name))}</th>${texts.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`;
  });
  return (
    `<table><thead><tr>${headings.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>` +
    `<p>${escapeHtml(caption)}</p>`
  );
}
