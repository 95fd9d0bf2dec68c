import type { FigureHandle, FigureSpec, RunReference } from '../figures/index.js';
import { referencesOf, withRuns } from '../figures/index.js';
import type { ModelChannel, PutLasting } from './channel.js';
import type { Kickable, Kicker } from './kicker.js';
import { lastingBundle } from './lasting-bundle.js';
import type { LiveRun } from './live-run.js';
import { modelState } from './model-state.js';
import { FIGURE_MODEL, FIGURE_VIEW } from './versions.js';

/** Where a page draws a figure: in the cell's output, or in a tab of its own. */
export type FigurePlace = 'cell' | 'tab';

/** A cell that shows a figure. */
interface ShownIn {
  put: PutLasting;
  /** What the figure was when it was put there the last time. */
  revision: string;
}

/** A figure's model. */
export class LiveFigure implements FigureHandle, Kickable {
  #spec: FigureSpec;
  #opened = false;
  #shownIn: FigurePlace = 'cell';
  readonly #cells = new Map<string, ShownIn>();
  #edition = 0;
  /** The models of its runs, chosen when the specification is given. */
  runs: readonly LiveRun[];

  constructor(
    spec: FigureSpec,
    readonly channel: ModelChannel,
    readonly kicker: Kicker,
    readonly find: (reference: RunReference) => LiveRun | undefined,
    readonly place: () => FigurePlace,
    /** Called when it is shown, however long it was not. */
    readonly onShow: (figure: LiveFigure) => void,
  ) {
    this.#spec = spec;
    this.runs = this.#find();
  }

  get id(): string {
    return this.#spec.id;
  }

  update(spec: FigureSpec): void {
    this.#spec = spec;
    this.#edition += 1;
    this.runs = this.#find();
    this.#mark();
  }

  /** Looks for its runs again: one of them may now have columns for somebody alone. */
  refresh(): void {
    const before = this.runs;
    this.runs = this.#find();
    if (this.runs.some((run, i) => run !== before[i])) this.#mark();
  }

  send(): boolean {
    this.channel.update(this.id, this.#changing());
    return false;
  }

  show(): void {
    this.onShow(this);
    this.#moveTo(this.place());
    if (!this.#opened) {
      this.#opened = true;
      this.channel.open(this.id, { state: () => this.#state(), receive: () => {} });
    }
    const cell = this.channel.cell();
    if (cell === undefined || this.#cells.has(cell)) return;
    this.#cells.set(cell, { put: this.channel.display(this.id, this.#spec.description), revision: '' });
  }

  /** The cells that show it. */
  get cells(): Iterable<string> {
    return this.#cells.keys();
  }

  /** Whether a cell that shows it does not hold it as it is now. */
  hasChangedIn(cell: string): boolean {
    const shown = this.#cells.get(cell);
    return shown !== undefined && shown.revision !== this.#revision();
  }

  /** Puts its lasting form into a cell that shows it, and tells how many bytes that takes. */
  last(cell: string, bytesPerRun: number): number {
    const shown = this.#cells.get(cell);
    if (!shown) return 0;
    const spec = this.#specOfRuns();
    const columns = this.runs.map(({ publisher }) => publisher.columns);
    const { bundle, bytes } = lastingBundle(spec, columns, bytesPerRun);
    shown.revision = this.#revision();
    shown.put(bundle);
    return bytes;
  }

  /** Views that are displayed from now on are drawn there. */
  #moveTo(place: FigurePlace): void {
    if (place === this.#shownIn) return;
    this.#shownIn = place;
    if (this.#opened) this.channel.update(this.id, { place });
  }

  /** Whether it shows something else than runs. */
  get hasNoRuns(): boolean {
    return referencesOf(this.#spec).length === 0;
  }

  /** Whether the runs that it shows are kept no longer. */
  get isOver(): boolean {
    return this.runs.length === 0 && !this.hasNoRuns;
  }

  /** It is not kept: a page that asks for it now would not get it. */
  released(): void {
    this.#opened = false;
    this.#cells.clear();
  }

  /** Leaves out runs whose models are gone; a page that looked for them would not draw the figure at all. */
  forget(runs: readonly LiveRun[]): void {
    this.runs = this.runs.filter((run) => !runs.includes(run));
  }

  #revision(): string {
    return [this.#edition, ...this.runs.map(({ id, publisher }) => `${id} ${publisher.columns.revision}`)].join();
  }

  #mark(): void {
    if (this.#opened) this.kicker.mark(this);
  }

  /** Each once, in the order of the figure. */
  #find(): LiveRun[] {
    return [...new Set(referencesOf(this.#spec).flatMap((reference) => this.find(reference) ?? []))];
  }

  /** As pages know its runs, without lines of those that are no longer kept. */
  #specOfRuns(): FigureSpec {
    return withRuns(this.#spec, (reference) => {
      const run = this.find(reference);
      return run && this.runs.includes(run) ? run.key : undefined;
    });
  }

  #changing(): Record<string, unknown> {
    const spec = this.#specOfRuns();
    return { spec, runs: this.runs.map(({ id }) => `IPY_MODEL_${id}`) };
  }

  #state(): Record<string, unknown> {
    return { ...modelState(FIGURE_MODEL, FIGURE_VIEW), place: this.#shownIn, ...this.#changing() };
  }
}
