import type { RunStart } from '../documents/index.js';
import type { FigureHandle, FigureSpec, RunFeed, Screen } from '../figures/index.js';
import { asSvg, asText, RunColumns, runsOf } from '../figures/index.js';
import type { MimeBundle } from './display/mime-bundle.js';

/** A figure until it is finished, and after that for the next run that it shows. */
interface Figure {
  spec: FigureSpec;
  wanted: boolean;
  runs: Map<string, RunColumns>;
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

  /** `show` puts a picture into the output of the cell whose work this is. */
  constructor(show: (bundle: MimeBundle) => void) {
    this.#show = show;
  }

  openRun(start: RunStart, figure: string): RunFeed {
    const fields = new Set<string>();
    const columns = new RunColumns(start, fields);
    return {
      want: (wanted) => wanted.forEach((field) => fields.add(field)),
      descriptor: (doc) => void columns.addDescriptor(doc),
      event: (doc) => void columns.putEvent(doc),
      stop: (doc) => {
        columns.putStop(doc);
        this.#finish(figure, start.uid, columns);
      },
    };
  }

  figure(spec: FigureSpec): FigureHandle {
    const figure: Figure = { spec, wanted: false, runs: new Map() };
    this.#figures.set(spec.id, figure);
    for (const oldest of [...this.#figures.keys()].slice(0, -MOST_KEPT)) this.#figures.delete(oldest);
    return {
      update: (next) => void (figure.spec = next),
      show: () => void (figure.wanted = true),
    };
  }

  #finish(id: string, uid: string, columns: RunColumns): void {
    const figure = this.#figures.get(id);
    if (!figure?.wanted) return;
    figure.runs.set(uid, columns);
    this.#forgetRuns(figure);
    this.#show(bundleOf(figure));
  }

  /** Runs that the figure no longer shows. */
  #forgetRuns({ spec, runs }: Figure): void {
    const shown = runsOf(spec);
    for (const uid of [...runs.keys()]) if (!shown.includes(uid)) runs.delete(uid);
  }
}

function bundleOf({ spec, runs }: Figure): MimeBundle {
  const run = (uid: string): RunColumns | undefined => runs.get(uid);
  return { 'image/svg+xml': asSvg(spec, run), 'text/plain': asText(spec, run) };
}
