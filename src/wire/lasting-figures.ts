import type { Kicker } from './kicker.js';
import type { LiveFigure } from './live-figure.js';
import type { LiveRun } from './live-run.js';
import { SaveBudget } from './save-limits.js';

/** A cell of many runs is not rewritten with each: a figure may be megabytes. */
const LEAST_MS = 10_000;

/** Decides when figures are put into notebooks in the form that lasts, and how much room they get. */
export class LastingFigures {
  readonly budget: SaveBudget = new SaveBudget();
  readonly #kicker: Kicker;
  readonly #figures: () => readonly LiveFigure[];
  readonly #lastPut = new WeakMap<LiveFigure, number>();
  readonly #waiting = new WeakSet<LiveFigure>();

  /** `figures` are those of the screen at any time. */
  constructor(kicker: Kicker, figures: () => readonly LiveFigure[]) {
    this.#kicker = kicker;
    this.#figures = figures;
  }

  /** A run has ended: its figures are put where they are shown, at most every ten seconds each. */
  runEnded(run: LiveRun): void {
    for (const figure of this.#figures()) if (figure.runs.includes(run)) this.#putSoon(figure);
  }

  /** The cell's output is complete with what its figures show now. */
  cellEnds(cell: string): void {
    for (const figure of this.#figures()) this.#putIn(cell, figure);
  }

  #putSoon(figure: LiveFigure): void {
    const wait = (this.#lastPut.get(figure) ?? -Infinity) + LEAST_MS - this.#kicker.now();
    if (wait <= 0) return this.#put(figure);
    if (this.#waiting.has(figure)) return;
    this.#waiting.add(figure);
    this.#kicker.after(wait, () => {
      this.#waiting.delete(figure);
      this.#put(figure);
    });
  }

  #put(figure: LiveFigure): void {
    for (const cell of figure.cells) this.#putIn(cell, figure);
  }

  #putIn(cell: string, figure: LiveFigure): void {
    if (!figure.hasChangedIn(cell)) return;
    const shares = figure.runs.map((run) => this.#figures().filter(({ runs }) => runs.includes(run)).length);
    const bytes = figure.last(cell, this.budget.perRun(figure.id, cell, shares));
    this.budget.note(figure.id, cell, bytes);
    this.#lastPut.set(figure, this.#kicker.now());
  }
}
