import type { Limits } from './limits.js';
import type { Zoom } from './zooming.js';

/** How an axis is to be shown. */
export interface AxisChoice {
  /** The part of it; null for all data, or for the figure's own limits. */
  limits: Limits | null;
  isLog: boolean;
}

/** How a line is to be shown. */
export interface LineChoice {
  isShown: boolean;
  /** Whether it stands back behind others. */
  isDim: boolean;
  isPinned: boolean;
}

/** What a user has chosen for a plot, and what is called to choose anew. */
export interface PlotChoices {
  x: AxisChoice;
  y: AxisChoice;
  /** Whether x goes upwards and y to the right. */
  isSwapped: boolean;
  hasGrid: boolean;
  drag: 'zoom' | 'pan';
  /** One for every line. */
  lines: readonly LineChoice[];
  zoom(to: Zoom): void;
  home(): void;
  /** Shows or hides a line; with `only` it is shown alone, or all are shown if it is alone already. */
  toggle(line: number, only: boolean): void;
  pin(line: number): void;
}
