import type { RunStart } from '../documents/index.js';
import { toTagged } from '../documents/index.js';
import type { FigureHandle, FigureSpec, RunFeed, RunReference, Screen } from '../figures/index.js';
import type { ModelChannel } from './channel.js';
import type { RunControl } from './control.js';
import { Kicker } from './kicker.js';
import { LastingFigures } from './lasting-figures.js';
import { LiveFeed } from './live-feed.js';
import { LiveFigure } from './live-figure.js';
import type { FigurePlace } from './live-figure.js';
import { LiveRun } from './live-run.js';
import type { OwnColumns } from './live-run.js';
import type { ListedRun } from './runs-messages.js';
import type { SaveLimits } from './save-limits.js';

/** How many runs the kernel keeps for pages that are opened later. */
const RUNS_KEPT = 20;

/**
 * The screen of a notebook: one model per run with its columns, one per figure with its
 * specification, and frames in between.
 */
export class LiveScreen implements Screen {
  readonly #channel: ModelChannel;
  readonly #control: RunControl;
  readonly #kicker: Kicker;
  readonly #place: () => FigurePlace;
  /** The runs that are kept, the oldest first. */
  #runs: LiveRun[] = [];
  #runsBegun = 0;
  #figures: LiveFigure[] = [];
  readonly #lasting: LastingFigures;
  #onRelease: (models: readonly string[]) => void = () => {};

  /** `place` says where figures are drawn that are shown now. */
  constructor(
    channel: ModelChannel,
    control: RunControl,
    kicker: Kicker = new Kicker(),
    place: () => FigurePlace = () => 'cell',
  ) {
    this.#place = place;
    this.#channel = channel;
    this.#control = control;
    this.#kicker = kicker;
    this.#lasting = new LastingFigures(kicker, () => this.#figures);
    control.onChange((uid) => {
      for (const run of this.#runs) if (run.uid === uid) run.engineChanged();
    });
  }

  /** Told of the models that are kept no longer. */
  set onRelease(listener: (models: readonly string[]) => void) {
    this.#onRelease = listener;
  }

  /** A run that has ended and begins again is being replayed: it is shown anew, not added to. */
  openRun(start: RunStart, source: string): RunFeed {
    const known = this.#latest(start.uid);
    const run = known && !known.ended ? known : this.#begin(start);
    return new LiveFeed(run, (shared, lessLast) => this.#split(shared, lessLast, source));
  }

  figure(spec: FigureSpec): FigureHandle {
    const find = ({ run, source }: RunReference): LiveRun | undefined => this.#latest(run, source);
    return new LiveFigure(spec, this.#channel, this.#kicker, find, this.#place, (figure) => this.#keep(figure));
  }

  /** One that was forgotten may be shown again: a callback is used once more, or a panel of it. */
  #keep(figure: LiveFigure): void {
    if (this.#figures.includes(figure)) return;
    this.#figures.push(figure);
    figure.refresh();
    this.#forgetFigures(this.#figures.filter((each) => each.hasNoRuns).slice(0, -RUNS_KEPT));
  }

  /**
   * Sends every frame that waits, and leaves figures of the running cell in a form that lasts; the kernel
   * calls it before a cell goes idle, and waits until it resolves.
   */
  flush(): Promise<void> {
    const cell = this.#channel.cell();
    if (cell !== undefined) this.#lasting.cellEnds(cell);
    return this.#kicker.flush();
  }

  /** Says how much of a notebook figures may take. */
  limitSaving(limits: SaveLimits): void {
    this.#lasting.budget.limits = limits;
  }

  /** The runs that are kept, the oldest first. */
  listRuns(): ListedRun[] {
    return this.#runs
      .filter(({ own }) => !own)
      .map(({ uid, publisher: { columns } }) => ({
        uid,
        time: columns.start.time,
        scanId: columns.start.scan_id ?? null,
        planName: columns.start.plan_name ?? null,
        state: columns.stop?.exit_status ?? this.#control.stateOf(uid) ?? 'ended',
      }));
  }

  /** The documents of a run as they were emitted, but for its events, which are kept as columns. */
  documentsOf(uid: string): [name: string, doc: unknown][] {
    const columns = this.#latest(uid)?.publisher.columns;
    if (!columns) return [];
    const { start, descriptors, stop } = columns;
    const documents: [string, unknown][] = [
      ['start', start],
      ...descriptors.map((doc): [string, unknown] => ['descriptor', doc]),
    ];
    if (stop) documents.push(['stop', stop]);
    return documents.map(([name, doc]) => [name, toTagged(doc)]);
  }

  #begin(start: RunStart, own?: OwnColumns): LiveRun {
    this.#runsBegun += 1;
    const id = `livesky-run-${this.#runsBegun}-${start.uid}`;
    const run = new LiveRun(id, start, this.#channel, this.#control, this.#kicker, (ended) => this.#ended(ended), own);
    this.#runs.push(run);
    this.#forgetOldRuns();
    return run;
  }

  /** A figure whose callback heard no more of the run ends with it all the same. */
  #ended(ended: LiveRun): void {
    const { columns } = ended.publisher;
    for (const { own, publisher } of this.#runs) {
      if (columns.stop && own?.from === ended.publisher) publisher.stop(columns.stop);
    }
    this.#lasting.runEnded(ended);
  }

  #split({ start, publisher }: LiveRun, lessLast: boolean, source: string): LiveRun {
    const key = `${start.uid}/${this.#runsBegun + 1}`;
    const run = this.#begin(start, { from: publisher, lessLast, source, key });
    for (const figure of this.#figures) figure.refresh();
    return run;
  }

  /** The run's newest columns: those of the source itself, if it has such, or those that all share. */
  #latest(uid: string, source?: string): LiveRun | undefined {
    return this.#runs.findLast((run) => run.uid === uid && (!run.own || run.own.source === source));
  }

  #forgetOldRuns(): void {
    const old = this.#runs.filter((run) => run.ended).slice(0, Math.max(0, this.#runs.length - RUNS_KEPT));
    this.#runs = this.#runs.filter((run) => !old.includes(run));
    for (const figure of this.#figures) figure.forget(old);
    this.#release(old);
    this.#forgetFigures(this.#figures.filter((figure) => figure.isOver));
  }

  #forgetFigures(dead: readonly LiveFigure[]): void {
    this.#figures = this.#figures.filter((figure) => !dead.includes(figure));
    this.#release(dead);
    for (const figure of dead) figure.released();
  }

  #release(models: readonly { id: string }[]): void {
    if (models.length === 0) return;
    for (const { id } of models) this.#channel.release(id);
    this.#onRelease(models.map(({ id }) => id));
  }
}
