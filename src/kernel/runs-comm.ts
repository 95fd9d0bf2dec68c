import type { LiveScreen, RememberedCell, RunControl, RunsNews, RunsRequest, Ticker } from '../wire/index.js';
import { parseRunsRequest, RUNS_TARGET } from '../wire/index.js';
import type { CellOutputs, CellRecord } from './cell-outputs.js';
import type { Comm, CommListener, Comms } from './comms.js';
import { failureOf } from './failure.js';

/** How long pages have to say that they are still there. */
const PRESENCE_MS = 400;
/** How often a page is told of a cell that goes on without it. */
const NEWS_MS = 500;

/** A page that listens. */
interface Listening {
  readonly comm: Comm;
  readonly session: string;
  /** The executions whose outputs it puts into its notebook. */
  readonly adopted: Set<string>;
  here: boolean;
}

/** What the comm is served with. */
export interface RunsCommParts {
  outputs: CellOutputs;
  screen: LiveScreen;
  control: RunControl;
  after: Ticker['after'];
}

/**
 * Serves `livesky.runs`: the runs of this kernel, what steers them, and the outputs of cells for pages that
 * were loaded after those had begun.
 */
export class RunsComm {
  readonly #parts: RunsCommParts;
  #pages: Listening[] = [];
  readonly #news = new Set<CellRecord>();
  #released: string[] = [];

  constructor(comms: Comms, parts: RunsCommParts) {
    this.#parts = parts;
    comms.register(RUNS_TARGET, (comm, { header }) => this.#opened(comm, header.session));
    parts.outputs.onChange = (record) => this.#changed(record);
    parts.screen.onRelease = (models) => this.#release(models);
  }

  #opened(comm: Comm, session: string): CommListener {
    const page: Listening = { comm, session, adopted: new Set(), here: true };
    this.#pages.push(page);
    return {
      message: ({ data }) => {
        const request = parseRunsRequest(data);
        if (request) this.#serve(page, request);
      },
      closed: () => {
        this.#pages = this.#pages.filter((each) => each !== page);
        return false;
      },
    };
  }

  #serve(page: Listening, request: RunsRequest): void {
    const { outputs, screen } = this.#parts;
    switch (request.kind) {
      case 'here':
        page.here = true;
        return;
      case 'delivered':
        return outputs.delivered(request.execution);
      case 'limits':
        return screen.limitSaving(request.limits);
      case 'runs':
        return say(page, { kind: 'runs', runs: screen.listRuns() });
      case 'documents':
        return say(page, { kind: 'documents', run: request.run, documents: screen.documentsOf(request.run) });
      case 'control':
        return void this.#command(page, request);
      case 'outputs':
        return this.#offer(page);
    }
  }

  async #command(page: Listening, { run, action }: RunsRequest & { kind: 'control' }): Promise<void> {
    try {
      await this.#parts.control.command(run, action);
    } catch (error) {
      say(page, { kind: 'notice', run, text: failureOf(error).evalue });
    }
  }

  /** Cells whose own page is still there are that page's business: two that wrote one notebook would quarrel. */
  #offer(page: Listening): void {
    const others = this.#pages.filter((each) => each !== page);
    for (const each of others) {
      each.here = false;
      say(each, { kind: 'here?' });
    }
    this.#parts.after(others.length > 0 ? PRESENCE_MS : 0, () => {
      this.#pages = this.#pages.filter(({ here }) => here);
      const sessions = new Set(this.#pages.map(({ session }) => session));
      const orphans = this.#parts.outputs.records.filter(({ session }) => !sessions.has(session));
      for (const { execution } of orphans) page.adopted.add(execution);
      say(page, { kind: 'outputs', cells: orphans.map(remembered) });
    });
  }

  /** Runs may follow each other fast: pages are told of some at a time. */
  #release(models: readonly string[]): void {
    this.#released.push(...models);
    if (this.#released.length > models.length) return;
    this.#parts.after(NEWS_MS, () => {
      const news: RunsNews = { kind: 'released', models: this.#released.splice(0) };
      for (const page of this.#pages) say(page, news);
    });
  }

  #changed(record: CellRecord): void {
    if (!this.#pages.some(({ adopted }) => adopted.has(record.execution))) return;
    this.#news.add(record);
    if (this.#news.size > 1) return;
    this.#parts.after(NEWS_MS, () => this.#tell());
  }

  #tell(): void {
    const records = [...this.#news];
    this.#news.clear();
    for (const page of this.#pages) {
      const its = records.filter(({ execution }) => page.adopted.has(execution));
      if (its.length > 0) say(page, { kind: 'outputs', cells: its.map(remembered) });
    }
  }
}

function say({ comm }: Listening, news: RunsNews): void {
  comm.send(news);
}

function remembered({ cell, execution, executionCount, ended, delivered, outputs }: CellRecord): RememberedCell {
  return { cell, execution, executionCount, ended, delivered, outputs };
}
