import { range, select } from 'd3';
import type { TableView } from '../../figures/index.js';
import { write } from './text.js';

/** What is said of rows and cells beside their texts; both are told by their places as shown. */
export interface RowMarks {
  isSelected(row: number): boolean;
  /** Whether the cell has the text that is looked for: `current` is where the user has been led. */
  foundIn(row: number, column: number, text: string): 'current' | 'found' | null;
}

/** Which rows are drawn, and how far from the top each stands. */
export interface DrawnRows {
  first: number;
  /** The row after the last. */
  last: number;
  place(row: number): number;
}

interface Cell {
  row: number;
  column: number;
  text: string;
}

/** Draws rows; elements of rows that went out of sight are used again. */
export function drawRows(
  content: HTMLElement,
  view: TableView,
  { first, last, place }: DrawnRows,
  marks: RowMarks,
): void {
  const columns = range(view.headings.length);
  const numbers = view.headings.findIndex(({ key }) => key === 'seq_num');
  const cell = (row: number, column: number): Cell => ({ row, column, text: view.cell(row, column) });
  select(content)
    .selectAll<HTMLDivElement, number>(':scope > .jp-Livesky-tableRow')
    .data(range(first, last))
    .join('div')
    .attr('class', (row) => rowClass(row, view, marks))
    .attr('role', 'row')
    .attr('aria-rowindex', (row) => row + 2)
    .style('transform', (row) => `translateY(${Math.round(place(row) * 100) / 100}px)`)
    .selectAll<HTMLDivElement, Cell>('div')
    .data((row) => columns.map((column) => cell(row, column)))
    .join('div')
    .attr('role', 'cell')
    .attr('class', ({ row, column, text }) => cellClass(marks.foundIn(row, column, text)))
    .attr('aria-label', ({ row, column, text }) =>
      column === numbers && view.isRetaken(row) ? `${text}, taken again` : null,
    )
    .each(function ({ text }) {
      write(this, text);
    });
}

function rowClass(row: number, view: TableView, marks: RowMarks): string {
  const classes = ['jp-Livesky-tableRow', row % 2 === 1 ? 'jp-mod-odd' : 'jp-mod-even'];
  if (view.isRetaken(row)) classes.push('jp-mod-retaken');
  if (marks.isSelected(row)) classes.push('jp-mod-selected');
  return classes.join(' ');
}

function cellClass(found: ReturnType<RowMarks['foundIn']>): string | null {
  return found && `jp-mod-${found}`;
}
