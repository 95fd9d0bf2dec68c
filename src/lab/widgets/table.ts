import type { TableSpec } from '../../figures/index.js';
import { tableView } from '../../figures/index.js';
import { drawTable } from '../draw/table.js';
import type { RunLookup } from './figure-body.js';

/** Draws a table and says what it could not show. */
export function drawTableFigure(host: HTMLElement, spec: TableSpec, runs: RunLookup): string[] {
  const run = runs(spec.run);
  if (!run) return [];
  const view = tableView(run, spec);
  drawTable(host, view, spec.description);
  return [view.notice];
}
