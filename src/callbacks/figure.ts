import type { FigureHandle, FigureSpec, LineSpec, Screen, Sharing } from '../figures/index.js';
import { currentScreen, EMPTY_PLOT } from '../figures/index.js';
import { uuid } from '../host/index.js';
import { shortened } from '../text/index.js';
import { Axes } from './axes.js';

/** How the panels of a figure are arranged, and which limits they share. */
export interface FigureLayout {
  rows: number;
  cols: number;
  sharex: Sharing;
  sharey: Sharing;
}

/** The longest description: one that names everything helps nobody. */
const LONGEST = 200;

/**
 * A figure of one or more panels; {@link subplots} makes them.
 *
 * A run that draws on one of its axes shows it in the cell that runs, whichever cell made it.
 */
export class Figure {
  readonly rows: number;
  readonly cols: number;
  /** Its axes, row by row. */
  readonly axes: readonly Axes[];
  readonly #layout: FigureLayout;
  readonly #id: string = uuid();
  /** One for each screen: `%matplotlib` may change between runs. */
  readonly #handles: WeakMap<Screen, FigureHandle> = new WeakMap();

  constructor(layout: FigureLayout) {
    this.#layout = layout;
    this.rows = layout.rows;
    this.cols = layout.cols;
    this.axes = Array.from({ length: layout.rows * layout.cols }, () => new Axes(this));
  }

  /** Displays the figure in the output of the running cell, unless it is displayed there already. */
  show(): void {
    const screen = currentScreen();
    if (screen) this.#on(screen).show();
  }

  /** Shows what its axes hold now; callbacks need not call it. */
  update(): void {
    const screen = currentScreen();
    if (!screen) return;
    if (this.#handles.has(screen)) this.#on(screen).update(this.#spec());
    else this.#on(screen);
  }

  #on(screen: Screen): FigureHandle {
    const handle = this.#handles.get(screen) ?? screen.figure(this.#spec());
    this.#handles.set(screen, handle);
    return handle;
  }

  /** A single panel is a figure of its kind. */
  #spec(): FigureSpec {
    const id = this.#id;
    const [first, ...others] = this.axes.map((axes, at): LineSpec | null => axes.spec(at === 0 ? id : `${id}/${at}`));
    if (others.length === 0) return first ?? { ...EMPTY_PLOT, id };
    const panels = [first ?? null, ...others];
    const described = panels.flatMap((panel) => (panel ? [panel.description] : []));
    const size = `Figure of ${this.rows} × ${this.cols} panels`;
    const description = shortened([size, ...described].join('; '), LONGEST);
    return { kind: 'panels', id, description, ...this.#layout, panels };
  }
}
