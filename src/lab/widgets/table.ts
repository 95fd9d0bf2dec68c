import { select } from 'd3';
import type { TableSpec } from '../../figures/index.js';
import { tableView } from '../../figures/index.js';
import { drawTable } from '../draw/table.js';
import { drawActions } from './figure-actions.js';
import type { FigureRoom, RunLookup } from './figure-body.js';
import { tableActions } from './table-actions.js';
import { layoutOf } from './table-layouts.js';

/** Draws a table and says what it could not show. */
export function drawTableFigure(host: HTMLElement, spec: TableSpec, runs: RunLookup, room: FigureRoom): string[] {
  const run = runs(spec.run);
  if (!run) return [];
  const view = tableView(run, spec);
  const [toolbar, body] = partsOf(host);
  const frame = { description: spec.description, summary: room.summary, height: room.height };
  drawActions(toolbar, tableActions(drawTable(body, view, frame, layoutOf(spec.id))));
  return [view.notice];
}

/** The element for the buttons, and that for the table itself. */
function partsOf(host: HTMLElement): [HTMLElement, HTMLElement] {
  const parts = select(host)
    .selectAll<HTMLDivElement, string>(':scope > div')
    .data(['jp-Livesky-tableActions', 'jp-Livesky-tableBody'])
    .join('div')
    .attr('class', (name) => name);
  return parts.nodes() as [HTMLDivElement, HTMLDivElement];
}
