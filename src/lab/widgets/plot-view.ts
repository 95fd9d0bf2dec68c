import type { Zoom } from '../draw/zooming.js';
import { AxisRange } from './axis-range.js';

/** What dragging in a plot does: shows the part that is drawn round, or moves what is shown. */
export type DragMode = 'zoom' | 'pan';

/** The axes of a plot; plots that are zoomed together share them. */
export interface PlotRanges {
  x: AxisRange;
  y: AxisRange;
}

/** What a user has changed about one view of a plot; a second view of the same figure has its own. */
export class PlotView {
  readonly x: AxisRange;
  readonly y: AxisRange;
  #drag: DragMode = 'zoom';
  #isSwapped = false;
  #hasGrid = true;
  #onlyLast = false;
  readonly #hidden = new Set<string>();
  readonly #pinned = new Set<string>();
  readonly #changed: () => void;

  constructor(changed: () => void, { x = new AxisRange(), y = new AxisRange() }: Partial<PlotRanges> = {}) {
    this.x = x;
    this.y = y;
    this.#changed = changed;
    x.subscribe(changed);
    y.subscribe(changed);
  }

  /** Shows a part of the axes that are named. */
  zoom({ x, y }: Zoom): void {
    if (x) this.x.show(x);
    if (y) this.y.show(y);
  }

  /** Shows all data again, new points too. */
  home(): void {
    this.x.show(null);
    this.y.show(null);
  }

  get drag(): DragMode {
    return this.#drag;
  }

  set drag(drag: DragMode) {
    this.#drag = drag;
    this.#changed();
  }

  /** Whether x goes upwards and y to the right. */
  get isSwapped(): boolean {
    return this.#isSwapped;
  }

  set isSwapped(isSwapped: boolean) {
    this.#isSwapped = isSwapped;
    this.#changed();
  }

  get hasGrid(): boolean {
    return this.#hasGrid;
  }

  set hasGrid(hasGrid: boolean) {
    this.#hasGrid = hasGrid;
    this.#changed();
  }

  /** Whether of all runs that are not pinned the last one alone is shown. */
  get onlyLast(): boolean {
    return this.#onlyLast;
  }

  set onlyLast(onlyLast: boolean) {
    this.#onlyLast = onlyLast;
    this.#changed();
  }

  /** The keys of lines that were switched off in the legend. */
  get hidden(): ReadonlySet<string> {
    return this.#hidden;
  }

  hide(lines: readonly string[]): void {
    this.#hidden.clear();
    for (const line of lines) this.#hidden.add(line);
    this.#changed();
  }

  /** The keys of lines that stay shown, and in full colour, whatever else is chosen. */
  get pinned(): ReadonlySet<string> {
    return this.#pinned;
  }

  pin(line: string, isPinned: boolean): void {
    if (isPinned) this.#pinned.add(line);
    else this.#pinned.delete(line);
    this.#changed();
  }
}

/** The views of all plots of a figure, by the ids of their specifications. */
export class PlotViews {
  readonly #changed: () => void;
  readonly #views = new Map<string, PlotView>();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The view of a plot; what it shares with others is said the first time. */
  of(plot: string, shared?: Partial<PlotRanges>): PlotView {
    let view = this.#views.get(plot);
    if (!view) {
      view = new PlotView(this.#changed, shared);
      this.#views.set(plot, view);
    }
    return view;
  }
}
