import type { FigureSpec, RunColumns } from '../../figures/index.js';
import type { FigureAction } from './figure-actions.js';
import { drawLineFigure } from './line.js';
import { drawPanelsFigure } from './panels.js';
import type { PlotViews } from './plot-view.js';
import { drawProgressFigure } from './progress.js';
import { drawTableFigure } from './table.js';
import { unknownKind } from './unknown-kind.js';

/** Finds the columns of a run by its uid. */
export type RunLookup = (uid: string) => RunColumns | undefined;

/** What a figure is given to draw itself in. */
export interface FigureRoom {
  /** Pixels that the page has for it. */
  width: number;
  /** Pixels that the user wants it to have; null leaves it to the figure. */
  height: number | null;
  /** Id of the element that sums the figure up for screen readers. */
  summary: string;
  /** What the user has changed about the figure's plots. */
  views: PlotViews;
  /** Adds buttons to the figure's toolbar; they are asked for with every drawing. */
  offer(actions: readonly FigureAction[]): void;
  /** Asks for another drawing: what is offered has changed. */
  redraw(): void;
  /** Says below the figure's head what has become of an action, for some seconds. */
  say(sentence: string): void;
}

/**
 * Draws a specification of any kind into an element that it has for itself, and returns sentences on
 * what it could not show.
 */
export function drawFigure(host: HTMLElement, spec: FigureSpec, runs: RunLookup, room: FigureRoom): string[] {
  switch (spec.kind) {
    case 'line':
      return drawLineFigure(host, spec, runs, room);
    case 'panels':
      return drawPanelsFigure(host, spec, runs, room);
    case 'table':
      return drawTableFigure(host, spec, runs, room);
    case 'progress':
      return drawProgressFigure(host, spec, runs);
    default:
      return [unknownKind(spec)];
  }
}

/** The element of a drawn figure whose height can be changed. */
export function resizableIn(host: HTMLElement): HTMLElement | null {
  return host.querySelector<HTMLElement>('.jp-Livesky-resizable');
}
