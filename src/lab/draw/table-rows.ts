import { range, select } from 'd3';
import type { TableHeading, TableView } from '../../figures/index.js';
import { write } from './text.js';

/** Room beside the text of a cell, in characters. */
const PADDING = 2;

/** Draws the headings, which stay at the top while the rows are scrolled. */
export function drawHeadings(content: HTMLElement, view: TableView): void {
  content.style.setProperty('--jp-livesky-columns', columnWidths(view.headings));
  const row = select(content)
    .selectAll<HTMLDivElement, unknown>(':scope > .jp-Livesky-tableHead')
    .data([null])
    .join((enter) => enter.insert('div', ':first-child'))
    .attr('class', 'jp-Livesky-tableHead')
    .attr('role', 'row')
    .attr('aria-rowindex', 1);
  row
    .selectAll<HTMLDivElement, TableHeading>('div')
    .data(view.headings)
    .join('div')
    .attr('role', 'columnheader')
    .attr('title', ({ label }) => label)
    .each(function ({ label }) {
      write(this, label);
    });
}

/**
 * Draws the rows from `first` up to but not including `last`; elements of rows that went out of sight
 * are used again. `place` tells how far from the top a row stands.
 */
export function drawRows(
  content: HTMLElement,
  view: TableView,
  first: number,
  last: number,
  place: (row: number) => number,
): void {
  const columns = range(view.headings.length);
  select(content)
    .selectAll<HTMLDivElement, number>(':scope > .jp-Livesky-tableRow')
    .data(range(first, last))
    .join('div')
    .attr('class', (row) => `jp-Livesky-tableRow ${row % 2 === 1 ? 'jp-mod-odd' : 'jp-mod-even'}`)
    .attr('role', 'row')
    .attr('aria-rowindex', (row) => row + 2)
    .style('transform', (row) => `translateY(${Math.round(place(row) * 100) / 100}px)`)
    .selectAll<HTMLDivElement, number>('div')
    .data((row) => columns.map((column) => view.cell(row, column)))
    .join('div')
    .attr('role', 'cell')
    .each(function (text) {
      write(this, String(text));
    });
}

function columnWidths(headings: readonly TableHeading[]): string {
  const widths = headings.map(({ width, label }) => `${Math.max(width, label.length) + PADDING}ch`);
  return widths.join(' ') || 'auto';
}
