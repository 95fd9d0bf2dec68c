import type { FigureSpec, RunColumns } from '../../figures/index.js';
import { drawLineFigure } from './line.js';
import { drawTableFigure } from './table.js';

/** Finds the columns of a run by its uid. */
export type RunLookup = (uid: string) => RunColumns | undefined;

/**
 * Draws a specification of any kind into an element that it has for itself, and returns sentences on
 * what it could not show.
 */
export function drawFigure(host: HTMLElement, spec: FigureSpec, runs: RunLookup, width: number): string[] {
  switch (spec.kind) {
    case 'line':
      return drawLineFigure(host, spec, runs, width);
    case 'table':
      return drawTableFigure(host, spec, runs);
    default:
      return [unknownKind(spec)];
  }
}

function unknownKind(spec: never): string {
  const { kind } = spec as { kind: unknown };
  return `This page does not know figures of the kind '${String(kind)}': update livesky in JupyterLab and reload the page.`;
}
