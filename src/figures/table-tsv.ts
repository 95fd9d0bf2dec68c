import type { TableView } from './table.js';

/** Whoever drives the work is asked after so many rows. */
const BREATH = 500;

/** Browsers give up on texts of half a gigabyte. */
const MOST_CHARACTERS = 200_000_000;

/** A table is too large to be copied as one text. */
export class TooMuchTextError extends Error {
  override readonly name = 'TooMuchTextError';
}

/**
 * Rows of a table as tab-separated text with a line of headings, as spreadsheets and pandas read it: all digits of
 * numbers, times in ISO 8601, no units. It yields now and then, so that a page can do something else meanwhile.
 *
 * @param from - the first row
 * @param to - the row after the last
 */
export function* tableTsv(
  view: Pick<TableView, 'headings' | 'exact'>,
  from: number,
  to: number,
): Generator<void, string> {
  const columns = view.headings.map((_, column) => column);
  const pieces = [view.headings.map(({ label }) => quoted(label)).join('\t')];
  let characters = 0;
  for (let row = from; row < to; row++) {
    const line = columns.map((column) => quoted(view.exact(row, column))).join('\t');
    pieces.push(line);
    characters += line.length;
    if (characters > MOST_CHARACTERS) {
      throw new TooMuchTextError(`${to - from} rows are too much to be copied at once: copy fewer.`);
    }
    if ((row - from) % BREATH === 0) yield;
  }
  return `${pieces.join('\n')}\n`;
}

/** A text that would be taken for two cells or two lines is put into quotes. */
function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
