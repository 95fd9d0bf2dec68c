import type { RunStart } from '../documents/index.js';
import type { FigureHandle, FigureSpec, RunFeed, Screen } from '../figures/index.js';
import { runsOf } from '../figures/index.js';
import type { ModelChannel } from './channel.js';
import { parseControl } from './control.js';
import type { ControlAction, NoticeMessage, RunControl } from './control.js';
import { Kicker } from './kicker.js';
import type { Kickable } from './kicker.js';
import { RunPublisher } from './run-publisher.js';
import { FIGURE_MODEL, FIGURE_VIEW, PACKAGE_VERSION, RUN_MODEL, WIDGET_MODULE, WIRE } from './versions.js';

/** How many runs the kernel keeps for pages that are opened later. */
const RUNS_KEPT = 20;

/**
 * The widget manager loads nothing if this range does not match what the page has; `wire` says more
 * exactly whether they understand each other, and a page can tell the user which side to update.
 */
const ANY_VERSION = '*';

/** What every model's state begins with. */
function modelState(model: string, view: string | null): Record<string, unknown> {
  return {
    _model_module: WIDGET_MODULE,
    _model_module_version: ANY_VERSION,
    _model_name: model,
    _view_module: view === null ? null : WIDGET_MODULE,
    _view_module_version: view === null ? '' : ANY_VERSION,
    _view_name: view,
    _view_count: null,
    _dom_classes: [],
    wire: WIRE,
    version: PACKAGE_VERSION,
  };
}

/**
 * The screen of a notebook: one model per run with its columns, one per figure with its
 * specification, and frames in between.
 */
export class LiveScreen implements Screen {
  readonly #channel: ModelChannel;
  readonly #control: RunControl;
  readonly #kicker: Kicker;
  readonly #runs = new Map<string, LiveRun>();
  readonly #figures = new Map<string, LiveFigure>();

  constructor(channel: ModelChannel, control: RunControl, kicker: Kicker = new Kicker()) {
    this.#channel = channel;
    this.#control = control;
    this.#kicker = kicker;
    control.onChange((uid) => this.#runs.get(uid)?.engineChanged());
  }

  openRun(start: RunStart): RunFeed {
    let run = this.#runs.get(start.uid);
    if (!run) {
      run = new LiveRun(start, this.#channel, this.#control, this.#kicker);
      this.#runs.set(start.uid, run);
      this.#forgetOldRuns();
    }
    return run.publisher;
  }

  figure(spec: FigureSpec): FigureHandle {
    const figure = new LiveFigure(spec, this.#channel);
    this.#figures.set(spec.id, figure);
    return figure;
  }

  /** Sends every frame that waits; the kernel calls it before a cell goes idle. */
  flush(): void {
    this.#kicker.flush();
  }

  #forgetOldRuns(): void {
    for (const [uid, run] of this.#runs) {
      if (this.#runs.size <= RUNS_KEPT) break;
      if (!run.publisher.columns.stop) continue;
      this.#runs.delete(uid);
      this.#channel.release(run.id);
    }
    for (const [id, figure] of this.#figures) {
      if (figure.runs.some((uid) => this.#runs.has(uid))) continue;
      this.#figures.delete(id);
      this.#channel.release(id);
    }
  }
}

/** A run's model. */
class LiveRun implements Kickable {
  readonly id: string;
  readonly publisher: RunPublisher;

  constructor(
    start: RunStart,
    readonly channel: ModelChannel,
    readonly control: RunControl,
    kicker: Kicker,
  ) {
    this.id = modelIdOfRun(start.uid);
    this.publisher = new RunPublisher(start, (ended) => {
      kicker.mark(this);
      if (ended) kicker.flush();
    });
    channel.open(this.id, { state: () => this.#state(), receive: (content) => this.#receive(content) });
  }

  send(): void {
    const frame = this.publisher.takeFrame();
    if (frame) this.channel.custom(this.id, { ...frame.message }, frame.buffers);
  }

  engineChanged(): void {
    this.channel.update(this.id, { engine: this.#engine() });
  }

  #engine(): string | null {
    return this.control.stateOf(this.publisher.columns.start.uid) ?? null;
  }

  #state(): Record<string, unknown> {
    return {
      ...modelState(RUN_MODEL, null),
      start: this.publisher.start,
      engine: this.#engine(),
      snapshot: this.publisher.snapshot(),
    };
  }

  #receive(content: unknown): void {
    const message = parseControl(content);
    if (message) void this.#command(message.action);
  }

  async #command(action: ControlAction): Promise<void> {
    try {
      await this.control.command(this.publisher.columns.start.uid, action);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      const notice: NoticeMessage = { kind: 'notice', text };
      this.channel.custom(this.id, { ...notice }, []);
    }
  }
}

/** A figure's model. */
class LiveFigure implements FigureHandle {
  #spec: FigureSpec;
  #opened = false;
  readonly #cells = new Set<string>();

  constructor(
    spec: FigureSpec,
    readonly channel: ModelChannel,
  ) {
    this.#spec = spec;
  }

  get runs(): string[] {
    return runsOf(this.#spec);
  }

  update(spec: FigureSpec): void {
    this.#spec = spec;
    if (this.#opened) this.channel.update(this.#spec.id, this.#changing());
  }

  show(): void {
    if (!this.#opened) {
      this.#opened = true;
      this.channel.open(this.#spec.id, { state: () => this.#state(), receive: () => {} });
    }
    const cell = this.channel.cell();
    if (cell === undefined || this.#cells.has(cell)) return;
    this.#cells.add(cell);
    this.channel.display(this.#spec.id, this.#spec.description);
  }

  #changing(): Record<string, unknown> {
    return { spec: this.#spec, runs: this.runs.map((uid) => `IPY_MODEL_${modelIdOfRun(uid)}`) };
  }

  #state(): Record<string, unknown> {
    return { ...modelState(FIGURE_MODEL, FIGURE_VIEW), ...this.#changing() };
  }
}

/** The id of a run's model. A run has the same id in every page and after every reload. */
function modelIdOfRun(uid: string): string {
  return `livesky-run-${uid}`;
}
