import type { Event, EventDescriptor, RunStart, RunStop } from '../documents/index.js';
import { host } from '../host/index.js';
import type { RunColumns } from './run-columns.js';
import type { FigureSpec } from './spec.js';

/**
 * The port through which callbacks show figures.
 *
 * A callback hands over documents and specifications; the host decides how they reach a page.
 */
export interface Screen {
  /** Whether a figure is shown only when its run has ended; what is of interest before that is printed then. */
  readonly showsEnds?: boolean;
  /**
   * Begins (or joins) the showing of a run; every callback of one run shares its columns.
   *
   * @param figure - the `id` of the figure that is fed. A callback whose events differ from those that
   * others gave (a subclass or a wrapper changed or dropped some) gets columns of its own for that figure.
   */
  openRun(start: RunStart, figure: string): RunFeed;
  /** Registers a figure; nothing is displayed before {@link FigureHandle.show}. */
  figure(spec: FigureSpec): FigureHandle;
}

/** Takes one run's documents; the same document from several callbacks counts once. */
export interface RunFeed {
  /** What was given so far, of the fields that somebody wants; others may be after a later document. */
  readonly columns: RunColumns;
  /** Asks for fields to be kept; others are dropped. */
  want(fields: readonly string[]): void;
  descriptor(doc: EventDescriptor): void;
  event(doc: Event): void;
  stop(doc: RunStop): void;
}

/** A figure on the screen. */
export interface FigureHandle {
  /** Replaces the specification, which keeps its `id`. */
  update(spec: FigureSpec): void;
  /** Displays the figure in the output of the running cell, unless it is displayed there already. */
  show(): void;
}

/** The screen, where there is one; without it callbacks print text or stay silent. */
export function currentScreen(): Screen | undefined {
  return host().screen as Screen | undefined;
}
