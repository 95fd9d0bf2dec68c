import type { GrowingFloats } from './growing-floats.js';
import type { TableView } from './table.js';

/** Whoever drives the work is asked after so many rows. */
const BREATH = 200;

/**
 * Looks for a text in what the cells of a table show, whatever its capitals, from a row on. Of a cell that has it,
 * `row * columns + column` is added to `hits`, so that a million of them take little room.
 *
 * It yields the rows it has looked at, so that a page can do something else meanwhile.
 */
export function* findCells(
  view: Pick<TableView, 'rows' | 'headings' | 'cell'>,
  text: string,
  hits: GrowingFloats,
  from: number,
): Generator<number, number> {
  const wanted = text.toLowerCase();
  const columns = view.headings.length;
  for (let row = from; row < view.rows; row++) {
    if ((row - from) % BREATH === 0) yield row;
    for (let column = 0; column < columns; column++) {
      if (hasText(view.cell(row, column), wanted)) hits.push(row * columns + column);
    }
  }
  return view.rows;
}

/** Whether a cell's text has the wanted one, which is in small letters. */
export function hasText(cell: string, wanted: string): boolean {
  return cell.includes(wanted) || cell.toLowerCase().includes(wanted);
}
