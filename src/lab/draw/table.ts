import { local } from 'd3';
import type { TableView } from '../../figures/index.js';
import { TableWindow } from './table-window.js';
import type { TableFrame } from './table-window.js';

/** The window that was opened in an element. */
const windows = local<TableWindow>();

/**
 * Draws a table into an element, or changes what it drew there before.
 *
 * Only the rows that can be seen exist in the page. The end is followed while it is in sight; whoever
 * has scrolled up stays where they are.
 */
export function drawTable(host: HTMLElement, view: TableView, frame: TableFrame): void {
  let window = windows.get(host);
  if (!window) {
    window = new TableWindow(host);
    windows.set(host, window);
  }
  window.show(view, frame);
}
