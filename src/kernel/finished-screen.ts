import type { RunStart, RunStop } from '../documents/index.js';
import type { FigureHandle, FigureSpec, RunColumns, RunFeed, RunReference, Screen } from '../figures/index.js';
import { asSvg, asText, ColumnsFeed, referencesOf, withRuns } from '../figures/index.js';
import type { MimeBundle } from './display/mime-bundle.js';

/** A figure until it is finished, and after that for the next run that it shows. */
interface Figure {
  spec: FigureSpec;
  wanted: boolean;
  /** Its runs that have ended, by who gave them. */
  runs: Map<string, RunColumns>;
}

/** Keeps a run until it has ended. */
class FinishedFeed extends ColumnsFeed {
  readonly #finish: (columns: RunColumns) => void;

  constructor(start: RunStart, finish: (columns: RunColumns) => void) {
    super(start);
    this.#finish = finish;
  }

  override stop(doc: RunStop): void {
    super.stop(doc);
    this.#finish(this.columns);
  }
}

/** How many figures are remembered, for callbacks that add a line with every run. */
const MOST_KEPT = 20;

/**
 * The screen of `%matplotlib inline`: a figure is shown once, as a picture and in words, when its run has
 * ended. Progress, which is of interest before that, prints its lines as they come.
 */
export class FinishedScreen implements Screen {
  readonly showsEnds = true;
  readonly #show: (bundle: MimeBundle) => void;
  readonly #figures = new Map<string, Figure>();
  /** Runs that have not ended, by who gives them. */
  readonly #open = new Set<string>();

  /** `show` puts a picture into the output of the cell whose work this is. */
  constructor(show: (bundle: MimeBundle) => void) {
    this.#show = show;
  }

  openRun(start: RunStart, source: string): RunFeed {
    const key = keyOf({ run: start.uid, source });
    this.#open.add(key);
    return new FinishedFeed(start, (columns) => this.#finish(key, columns));
  }

  figure(spec: FigureSpec): FigureHandle {
    const figure: Figure = { spec, wanted: false, runs: new Map() };
    this.#figures.set(spec.id, figure);
    for (const oldest of [...this.#figures.keys()].slice(0, -MOST_KEPT)) this.#figures.delete(oldest);
    return {
      update: (next) => void (figure.spec = next),
      show: () => {
        figure.wanted = true;
        this.#figures.set(spec.id, figure);
      },
    };
  }

  /** A figure is finished once all of its runs have ended that are open. */
  #finish(key: string, columns: RunColumns): void {
    this.#open.delete(key);
    for (const figure of this.#figures.values()) {
      const shown = referencesOf(figure.spec).map(keyOf);
      if (!figure.wanted || !shown.includes(key)) continue;
      figure.runs.set(key, columns);
      for (const known of [...figure.runs.keys()]) if (!shown.includes(known)) figure.runs.delete(known);
      if (!shown.some((each) => this.#open.has(each))) this.#show(bundleOf(figure));
    }
  }
}

function keyOf({ run, source }: RunReference): string {
  return `${run}/${source}`;
}

function bundleOf({ spec, runs }: Figure): MimeBundle {
  const named = withRuns(spec, (reference) => (runs.has(keyOf(reference)) ? keyOf(reference) : undefined));
  const run = (key: string): RunColumns | undefined => runs.get(key);
  return { 'image/svg+xml': asSvg(named, run), 'text/plain': asText(named, run) };
}
