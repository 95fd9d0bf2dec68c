import type { Event, EventDescriptor, RunStart, RunStop } from '../documents/index.js';
import type { DeviceProgress, FigureHandle, ProgressSpec, RunFeed, Screen } from '../figures/index.js';
import { currentScreen, progressBars, RunColumns } from '../figures/index.js';
import { uuid } from '../host/index.js';
import type { LinesOptions } from './progress-lines.js';
import { ProgressLines } from './progress-lines.js';

/** Where one run, or one wait outside of runs, shows how far it is. */
export interface ProgressView extends Pick<RunFeed, 'descriptor' | 'event' | 'stop'> {
  /** Shows the devices as they are now. */
  devices(devices: readonly DeviceProgress[]): void;
  /** Takes away what was only of interest while it lasted. */
  clear(): void;
}

/** A figure where there is a screen, else lines of text. */
export function progressView(start: RunStart | null, options: LinesOptions): ProgressView {
  const screen = options.out ? undefined : currentScreen();
  return screen && !screen.showsEnds ? new FigureProgress(screen, start) : new TextProgress(start, options);
}

function specOf(start: RunStart | null): ProgressSpec {
  const description = start ? `Progress of the plan ${start.plan_name ?? ''}`.trimEnd() : 'Progress of moving devices';
  return { kind: 'progress', id: uuid(), description, run: start?.uid ?? null, devices: [] };
}

class FigureProgress implements ProgressView {
  readonly #feed: RunFeed | undefined;
  readonly #figure: FigureHandle;
  #spec: ProgressSpec;

  constructor(screen: Screen, start: RunStart | null) {
    this.#spec = specOf(start);
    this.#feed = start ? screen.openRun(start, this.#spec.id) : undefined;
    this.#figure = screen.figure(this.#spec);
    if (start) this.#figure.show();
  }

  devices(devices: readonly DeviceProgress[]): void {
    this.#spec = { ...this.#spec, devices };
    this.#figure.update(this.#spec);
    this.#figure.show();
  }

  descriptor(doc: EventDescriptor): void {
    this.#feed?.descriptor(doc);
  }

  event(doc: Event): void {
    this.#feed?.event(doc);
  }

  stop(doc: RunStop): void {
    this.#feed?.stop(doc);
  }

  /** A figure stays: it tells how it ended. */
  clear(): void {
    // Nothing to take away.
  }
}

/** Keeps none of the fields: points are only counted. */
const NO_FIELDS: ReadonlySet<string> = new Set();

class TextProgress implements ProgressView {
  readonly #lines: ProgressLines;
  readonly #run: RunColumns | undefined;
  #spec: ProgressSpec;

  constructor(start: RunStart | null, options: LinesOptions) {
    this.#lines = new ProgressLines(options);
    this.#spec = specOf(start);
    this.#run = start ? new RunColumns(start, NO_FIELDS) : undefined;
  }

  devices(devices: readonly DeviceProgress[]): void {
    this.#spec = { ...this.#spec, devices };
    this.#draw();
  }

  descriptor(doc: EventDescriptor): void {
    this.#run?.addDescriptor(doc);
  }

  event(doc: Event): void {
    if (this.#run?.putEvent(doc)) this.#draw();
  }

  stop(doc: RunStop): void {
    this.#run?.putStop(doc);
    this.#draw(true);
  }

  clear(): void {
    this.#lines.clear();
  }

  #draw(last = false): void {
    this.#lines.draw(progressBars(this.#spec, this.#run), last);
  }
}
