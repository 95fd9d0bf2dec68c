import type { TableSpec } from '../../figures/index.js';
import { tableView } from '../../figures/index.js';
import { drawTable } from '../draw/table.js';
import type { FigureRoom, RunLookup } from './figure-body.js';
import { tableActions } from './table-actions.js';
import { layoutOf } from './table-layouts.js';

/** Draws a table and says what it could not show. */
export function drawTableFigure(host: HTMLElement, spec: TableSpec, runs: RunLookup, room: FigureRoom): string[] {
  const run = runs(spec.run);
  if (!run) return [];
  const view = tableView(run, spec);
  const frame = { description: spec.description, summary: room.summary, height: room.height };
  room.offer(tableActions(drawTable(host, view, frame, layoutOf(spec.id))));
  return [view.notice];
}
