import type { Named, RunStart } from '../../src/documents/index.js';
import type { FigureHandle, FigureSpec, RunFeed, Screen } from '../../src/figures/index.js';
import { RunColumns } from '../../src/figures/index.js';

/** A screen that keeps what it is to show. */
export class FakeScreen implements Screen {
  readonly specs: FigureSpec[] = [];
  readonly shown: string[] = [];
  readonly documents: Named[] = [];
  readonly wanted = new Set<string>();

  openRun(start: RunStart): RunFeed {
    this.documents.push(['start', start]);
    const columns = new RunColumns(start);
    return {
      columns,
      want: (fields) => fields.forEach((field) => this.wanted.add(field)),
      descriptor: (doc) => {
        columns.addDescriptor(doc);
        this.documents.push(['descriptor', doc]);
      },
      event: (doc) => {
        columns.putEvent(doc);
        this.documents.push(['event', doc]);
      },
      stop: (doc) => {
        columns.putStop(doc);
        this.documents.push(['stop', doc]);
      },
    };
  }

  figure(spec: FigureSpec): FigureHandle {
    this.specs.push(spec);
    return {
      update: (next) => void this.specs.push(next),
      show: () => void this.shown.push(spec.id),
    };
  }
}
