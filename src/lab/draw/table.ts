import { local } from 'd3';
import type { TableView } from '../../figures/index.js';
import { ColumnLayout } from './column-layout.js';
import { InteractiveTable } from './interactive-table.js';
import type { TableFrame } from './table-window.js';

/** The table that was drawn in an element. */
const tables = local<InteractiveTable>();

/**
 * Draws a table into an element, or changes what it drew there before, and returns it for what a user can ask of it.
 *
 * Only the rows that can be seen exist in the page. The end is followed while it is in sight; whoever
 * has scrolled up stays where they are.
 *
 * @param layout - order and widths of the columns, which the user can change
 */
export function drawTable(
  host: HTMLElement,
  view: TableView,
  frame: TableFrame,
  layout: ColumnLayout = new ColumnLayout(),
): InteractiveTable {
  let table = tables.get(host);
  if (!table) {
    table = new InteractiveTable(host, layout);
    tables.set(host, table);
  }
  table.show(view, frame);
  return table;
}
