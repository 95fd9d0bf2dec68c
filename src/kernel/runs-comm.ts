import type { LiveScreen, RememberedCell, RunControl, RunsNews, RunsRequest, Ticker } from '../wire/index.js';
import { parseRunsRequest, RUNS_TARGET } from '../wire/index.js';
import type { CellOutputs, CellRecord } from './cell-outputs.js';
import type { Comm, CommListener, Comms } from './comms.js';
import { failureOf } from './failure.js';

/** How long pages have to say that they are still there: at least, at most, and so many times what one has needed. */
const PRESENCE_MS = 400;
const MOST_PRESENCE_MS = 5000;
const PATIENCE = 3;
/** A page that has not been heard for so long when it is asked again is forgotten. */
const FORGET_MS = 60_000;
/** How often a page is told of a cell that goes on without it. */
const NEWS_MS = 500;

/** A page that listens. */
interface Listening {
  readonly comm: Comm;
  readonly session: string;
  /** The executions whose outputs it puts into its notebook. */
  readonly adopted: Set<string>;
  /** When it was asked last whether it is there, when it was heard last, and how long it took to answer. */
  asked: number;
  heard: number;
  took: number;
  /** The last question that it has answered. */
  answered: number;
  /** Whether its cells were given to others. */
  isMissing: boolean;
}

/** What the comm is served with. */
export interface RunsCommParts {
  outputs: CellOutputs;
  screen: LiveScreen;
  control: RunControl;
  ticker: Ticker;
}

/**
 * Serves `livesky.runs`: the runs of this kernel, what steers them, and the outputs of cells for pages that
 * were loaded after those had begun.
 */
export class RunsComm {
  readonly #parts: RunsCommParts;
  #pages: Listening[] = [];
  /** How often pages were asked whether they are there. */
  #questions = 0;
  readonly #news = new Set<CellRecord>();
  #released: string[] = [];

  constructor(comms: Comms, parts: RunsCommParts) {
    this.#parts = parts;
    comms.register(RUNS_TARGET, (comm, { header }) => this.#opened(comm, header.session));
    parts.outputs.onChange = (record) => this.#changed(record);
    parts.screen.onRelease = (models) => this.#release(models);
  }

  #opened(comm: Comm, session: string): CommListener {
    const now = this.#parts.ticker.now();
    const times = { asked: now, heard: now, took: 0, answered: 0 };
    const page: Listening = { comm, session, adopted: new Set(), ...times, isMissing: false };
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
        return this.#isHere(page);
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

  #isHere(page: Listening): void {
    page.heard = this.#parts.ticker.now();
    page.took = page.heard - page.asked;
    page.answered = this.#questions;
    if (page.isMissing) this.#giveBack(page);
  }

  /** It was only late. */
  #giveBack(page: Listening): void {
    page.isMissing = false;
    const its = this.#parts.outputs.records.filter(({ session }) => session === page.session);
    for (const other of this.#pages) {
      const executions = its.map(({ execution }) => execution).filter((each) => other.adopted.delete(each));
      if (executions.length > 0) say(other, { kind: 'returned', executions });
    }
  }

  /** Cells whose own page is still there are that page's business: two that wrote one notebook would quarrel. */
  #offer(page: Listening): void {
    const asked = this.#parts.ticker.now();
    const question = (this.#questions += 1);
    page.heard = asked;
    if (page.isMissing) this.#giveBack(page);
    const others = this.#pages.filter((each) => each !== page);
    const times = others.filter(({ isMissing }) => !isMissing).map(({ took }) => PATIENCE * took);
    const longest = Math.max(PRESENCE_MS, ...times);
    for (const each of others) {
      each.asked = asked;
      say(each, { kind: 'here?' });
    }
    this.#parts.ticker.after(others.length > 0 ? Math.min(longest, MOST_PRESENCE_MS) : 0, () => {
      for (const each of others) each.isMissing = each.answered < question;
      this.#pages = this.#pages.filter(({ isMissing, heard }) => !isMissing || asked - heard < FORGET_MS);
      const sessions = new Set(this.#pages.filter(({ isMissing }) => !isMissing).map(({ session }) => session));
      const orphans = this.#parts.outputs.records.filter(({ session }) => !sessions.has(session));
      for (const { execution } of orphans) page.adopted.add(execution);
      say(page, { kind: 'outputs', cells: orphans.map(remembered) });
    });
  }

  /** Runs may follow each other fast: pages are told of some at a time. */
  #release(models: readonly string[]): void {
    this.#released.push(...models);
    if (this.#released.length > models.length) return;
    this.#parts.ticker.after(NEWS_MS, () => {
      const news: RunsNews = { kind: 'released', models: this.#released.splice(0) };
      for (const page of this.#pages) say(page, news);
    });
  }

  #changed(record: CellRecord): void {
    if (!this.#pages.some(({ adopted }) => adopted.has(record.execution))) return;
    this.#news.add(record);
    if (this.#news.size > 1) return;
    this.#parts.ticker.after(NEWS_MS, () => this.#tell());
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
