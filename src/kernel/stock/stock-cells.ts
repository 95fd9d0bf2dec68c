import { types } from 'node:util';
import vm from 'node:vm';
import type { MimeBundle } from '../display/mime-bundle.js';
import type { Failure } from '../failure.js';
import { isQuiet, KeyboardInterrupt } from '../failure.js';
import type { Attribution, Origin } from '../origin.js';
import type { Outputs } from '../outputs.js';
import type { StockExecutor, StockHandler } from './find-tslab.js';
import type { StockQuestions } from './stock-questions.js';

/** What cells of tslab's are run with. */
export interface StockCellParts {
  outputs: Outputs;
  attribution: Attribution;
  bundle(value: unknown): MimeBundle | Promise<MimeBundle>;
  failureOf(error: unknown): Failure;
  /** Takes the magics out of a cell and carries them out. */
  takeMagics(source: string): string;
  /** Called before a cell's last output is sent. */
  beforeIdle(): void | Promise<void>;
  /** What cells ask the user. */
  questions: Pick<StockQuestions, 'beginNoted' | 'end' | 'interrupt'>;
  /** What the stop button does. */
  interrupt(): void;
}

/** How the code of tslab's cells begins. */
const CELL_CODE = /^\((?:async )?function\(exports, require\) \{ /;

/** The names under which cells export their last expression. */
const LAST_EXPRESSION = /^tsLastExpr/;

/**
 * Gives tslab's cells results, errors and an interrupt as in our kernel.
 *
 * tslab forgets what a failed cell has declared; it is therefore told that the cell did not fail, and
 * only its answer to the page says so.
 */
export class StockCells {
  readonly #parts: StockCellParts;
  #handler: StockHandler | undefined;
  #running: Origin | undefined;
  #failed = false;
  /** The value of the running cell's last expression. */
  #result: unknown;
  #stop: ((reason: Error) => void) | undefined;

  constructor(parts: StockCellParts) {
    this.#parts = parts;
    this.#watchCode();
  }

  get running(): Origin | undefined {
    return this.#running;
  }

  /** Ends the running cell. */
  interrupt(): void {
    this.#stop?.(new KeyboardInterrupt());
    this.#parts.questions.interrupt();
  }

  /** Takes over a handler; it is known from the first message on. */
  takeOver(handler: StockHandler): void {
    if (this.#handler) return;
    this.#handler = handler;
    const { executor } = handler;
    const execute = executor.execute.bind(executor);
    executor.execute = (source) => this.#execute(source, execute);
    executor.interrupt = () => this.#parts.interrupt();
    handler.createWriteToIopub = (name) => (chunk: Uint8Array | string) => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      this.#parts.outputs.write(this.#parts.attribution.current(), name, text);
      return true;
    };
  }

  async #execute(source: string, execute: StockExecutor['execute']): Promise<boolean> {
    this.#running = this.#parts.attribution.current();
    this.#failed = false;
    this.#parts.questions.beginNoted(this.#running);
    try {
      const done = await execute(this.#parts.takeMagics(source));
      if (done && !this.#failed) await this.#showResult();
      return done && !this.#failed;
    } catch (error) {
      this.#fail(error);
      return false;
    } finally {
      await this.#parts.beforeIdle();
      await this.#parts.outputs.drain();
      this.#running = undefined;
      this.#parts.questions.end();
    }
  }

  /** tslab calls this function for a cell's code; a last expression is taken before tslab prints it. */
  #watchCode(): void {
    const run = vm.runInThisContext.bind(vm);
    vm.runInThisContext = (code, options) => {
      if (!CELL_CODE.test(code) || !this.#running) return run(code, options) as unknown;
      try {
        const filename = `cell-${this.#handler?.execCount}.js`;
        const value: unknown = run(code, { ...(typeof options === 'object' ? options : {}), filename });
        if (!types.isPromise(value)) return this.#takeResult();
        return this.#orStopped(value).then(
          () => this.#takeResult(),
          (error: unknown) => this.#fail(error),
        );
      } catch (error) {
        this.#fail(error);
        return undefined;
      }
    };
  }

  #takeResult(): void {
    const locals = this.#handler?.executor.locals ?? {};
    for (const name of Object.keys(locals)) {
      if (!LAST_EXPRESSION.test(name)) continue;
      this.#result = locals[name];
      delete locals[name];
    }
  }

  async #showResult(): Promise<void> {
    const value = await this.#orStopped(Promise.resolve(this.#result));
    this.#result = undefined;
    if (value === undefined || value === null || !this.#running) return;
    const content = { execution_count: this.#handler?.execCount, data: await this.#parts.bundle(value), metadata: {} };
    this.#parts.outputs.message(this.#running, 'execute_result', content);
  }

  #fail(error: unknown): void {
    this.#failed = true;
    this.#result = undefined;
    const origin = this.#running ?? this.#parts.attribution.current();
    const failure = this.#parts.failureOf(error);
    if (isQuiet(error)) this.#parts.outputs.write(origin, 'stdout', `${failure.evalue}\n`);
    else this.#parts.outputs.message(origin, 'error', failure);
  }

  async #orStopped<T>(work: Promise<T>): Promise<T> {
    const stopped = new Promise<never>((_resolve, reject) => (this.#stop = reject));
    try {
      return await Promise.race([work, stopped]);
    } finally {
      this.#stop = undefined;
    }
  }
}
