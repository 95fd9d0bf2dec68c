import { host } from '../host/index.js';
import type { SteerableEngine } from '../host/index.js';
import type { Dispatcher } from './dispatcher.js';
import { DocumentQueue } from './document-queue.js';
import { IllegalMessageSequence } from './errors.js';
import type { Msg } from './msg.js';
import { OpenRuns } from './open-runs.js';
import { RunBundler } from './run-bundler.js';

/** What the runs of a call need of its engine. */
export interface CallRunsOptions {
  engine: SteerableEngine;
  dispatcher: Dispatcher;
  /** The metadata of the run that an `open_run` message opens. */
  metadataOf(msg: Msg): Promise<Record<string, unknown>>;
  /** Whether interruptions are recorded in the runs that are opened. */
  recordsInterruptions(): boolean;
}

/** The runs of one call: opens them, hands out their documents one after another, and tells the host of them. */
export class CallRuns {
  readonly open: OpenRuns = new OpenRuns();
  /** The uids of all that were opened. */
  readonly uids: string[] = [];
  readonly #options: CallRunsOptions;
  readonly #onError: (error: unknown) => void;
  readonly #documents: DocumentQueue;

  /** `onError` hears of what goes wrong between messages, when a monitored device tells something. */
  constructor(options: CallRunsOptions, onError: (error: unknown) => void) {
    this.#options = options;
    this.#onError = onError;
    this.#documents = new DocumentQueue(options.dispatcher);
  }

  async openRun(msg: Msg): Promise<string> {
    if (this.open.has(msg.run)) {
      throw new IllegalMessageSequence("A 'close_run' message was not received before the 'open_run' message");
    }
    const run = new RunBundler(await this.#options.metadataOf(msg), {
      documents: this.#documents,
      onClosed: ({ uid }) => host().engines?.runClosed(this.#options.engine, uid),
      onError: this.#onError,
    });
    const { uid } = run.start;
    this.open.set(msg.run, run);
    this.uids.push(uid);
    host().engines?.runOpened(this.#options.engine, uid);
    await run.open();
    run.checkpoint();
    if (this.#options.recordsInterruptions()) await run.declareInterruptions();
    return uid;
  }
}
