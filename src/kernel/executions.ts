import { setTimeout } from 'node:timers';
import type { CellOutputs } from './cell-outputs.js';
import type { CellRunner, Failed, Outcome, Success } from './cell-runner.js';
import type { MimeBundle } from './display/mime-bundle.js';
import type { Failure } from './failure.js';
import type { Message } from './message.js';
import type { Attribution, Origin } from './origin.js';
import type { Publishing } from './outbox.js';
import type { Outputs } from './outputs.js';
import type { Questions } from './questions.js';
import { answerExpressions } from './user-expressions.js';
import type { ExpressionAnswers } from './user-expressions.js';

/** A request to run a cell, and how to answer it. */
export interface Execution {
  request: Message;
  reply(content: object): void;
}

/** What the queue needs of the kernel. */
export interface ExecutionParts {
  runner: Pick<CellRunner, 'run' | 'evaluate' | 'interrupt' | 'orInterrupt'>;
  outputs: Outputs;
  publishing: Publishing;
  /** Told when cells begin and end. */
  cells: Pick<CellOutputs, 'begin' | 'end'>;
  /** What cells ask the user. */
  questions: Pick<Questions, 'begin' | 'end' | 'interrupt'>;
  attribution: Attribution;
  /** The forms in which a value is shown; `code` is that of the cell whose value it is. */
  bundle(value: unknown, code?: string): MimeBundle | Promise<MimeBundle>;
  /** What is known about names that a cell asks for with `?name`. */
  help(names: readonly string[]): string;
  /** Describes what goes wrong on the way. */
  failureOf(error: unknown): Failure;
  /** Runs within the first cell, before its code. */
  beforeFirst(origin: Origin): Promise<void>;
  /** Told of every cell that counts, when it has ended. */
  remember(count: number, code: string, outcome: Outcome): void;
  /** Called before a cell's last output is sent, for whatever else holds output back. */
  beforeIdle(): void | Promise<void>;
}

/** How long requests that were sent together with a failed one may take to arrive. */
const SETTLE_MS = 10;

/** Runs cells strictly one after another. */
export class Executions {
  readonly #parts: ExecutionParts;
  #waiting: Execution[] = [];
  #pump: Promise<void> | undefined;
  #count = 0;
  #running: Origin | undefined;
  #begun = false;

  constructor(parts: ExecutionParts) {
    this.#parts = parts;
  }

  /** The cell that is running. */
  get running(): Origin | undefined {
    return this.#running;
  }

  /** Resolves when no cell runs or waits. */
  async idle(): Promise<void> {
    while (this.#pump) await this.#pump;
  }

  add(execution: Execution): void {
    this.#waiting.push(execution);
    // Not at once: a cell that ends the kernel must find itself at work.
    this.#pump ??= Promise.resolve().then(() => this.#runAll());
  }

  /** Ends the running cell with a notice. */
  interrupt(): void {
    this.#parts.runner.interrupt();
    this.#parts.questions.interrupt();
  }

  async #runAll(): Promise<void> {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#runOne(next);
    this.#pump = undefined;
  }

  async #runOne(execution: Execution): Promise<void> {
    const { request } = execution;
    const { silent, storeHistory, stopOnError } = optionsOf(request);
    this.#status(execution, 'busy');
    if (storeHistory) this.#count += 1;
    const origin: Origin = { header: request.header, cell: cellOf(request), label: `cell ${this.#count}` };
    this.#running = origin;
    this.#parts.cells.begin(request);
    this.#parts.questions.begin(origin, request);
    const outcome = await this.#safely(() => this.#execute(origin, request, silent));
    const expressions = outcome.ok ? await this.#evaluate(origin, request) : {};
    if (storeHistory) this.#parts.remember(this.#count, String(request.content.code ?? ''), outcome);
    await this.#safely(() => this.#parts.beforeIdle());
    await this.#parts.outputs.drain();
    const aborted = !outcome.ok && stopOnError ? await this.#takeWaiting() : [];
    this.#running = undefined;
    this.#parts.questions.end();
    this.#parts.cells.end(request);
    execution.reply(this.#replyTo(outcome, expressions));
    this.#status(execution, 'idle');
    for (const each of aborted) this.#abort(each);
  }

  /** Whatever goes wrong on the way to an answer, there is one: pages wait for it for ever. */
  async #safely<T>(work: () => T | Promise<T>): Promise<T | Failed> {
    try {
      return await work();
    } catch (error) {
      return { ok: false, failure: this.#parts.failureOf(error) };
    }
  }

  async #execute(origin: Origin, request: Message, silent: boolean): Promise<Outcome> {
    const { attribution, outputs, publishing, runner } = this.#parts;
    const count = this.#count;
    const code = String(request.content.code ?? '');
    if (!silent) publishing.publish('execute_input', { code, execution_count: count }, request.header);
    return attribution.within(origin, async () => {
      if (!this.#begun) {
        this.#begun = true;
        await this.#parts.beforeFirst(origin);
      }
      const outcome = await runner.run(code, { label: origin.label ?? '' });
      if (outcome.ok && outcome.asked?.length) outcome.page = this.#parts.help(outcome.asked);
      const shown = outcome.ok && !silent ? await this.#showResult(origin, code, outcome, count) : outcome;
      if (!shown.ok) showFailure(outputs, origin, shown);
      return shown;
    });
  }

  async #showResult(origin: Origin, code: string, outcome: Success, count: number): Promise<Outcome> {
    const { value } = outcome;
    if (value === undefined || value === null) return outcome;
    try {
      const data = (await this.#parts.runner.orInterrupt(this.#parts.bundle(value, code))) as MimeBundle;
      this.#parts.outputs.message(origin, 'execute_result', { execution_count: count, data, metadata: {} });
      return { ...outcome, text: String(data['text/plain'] ?? '') };
    } catch (error) {
      return { ok: false, failure: this.#parts.failureOf(error) };
    }
  }

  /** Requests that came with the failed one may still be on their way through the sockets. */
  async #takeWaiting(): Promise<Execution[]> {
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    return this.#waiting.splice(0);
  }

  #abort(execution: Execution): void {
    this.#status(execution, 'busy');
    execution.reply({ status: 'aborted', execution_count: this.#count });
    this.#status(execution, 'idle');
  }

  /** What the request asks for beside the cell, once that has run. */
  #evaluate(origin: Origin, { content }: Message): Promise<ExpressionAnswers> {
    const { attribution, runner, bundle, failureOf } = this.#parts;
    const show = async (value: unknown): Promise<MimeBundle> =>
      (await runner.orInterrupt(bundle(value, ''))) as MimeBundle;
    const evaluate = (expression: string, label: string): Promise<Outcome> => runner.evaluate(expression, label);
    return attribution.again(origin, () => answerExpressions(content.user_expressions, { evaluate, show, failureOf }));
  }

  #replyTo(outcome: Outcome, expressions: ExpressionAnswers): object {
    const common = { execution_count: this.#count };
    if (!outcome.ok) return { status: 'error', ...common, ...outcome.failure };
    // Pages show only one such payload.
    const payload = outcome.page ? [{ source: 'page', data: { 'text/plain': outcome.page }, start: 0 }] : [];
    return { status: 'ok', ...common, payload, user_expressions: expressions };
  }

  #status({ request }: Execution, execution_state: 'busy' | 'idle'): void {
    this.#parts.publishing.publish('status', { execution_state }, request.header);
  }
}

interface ExecuteOptions {
  silent: boolean;
  storeHistory: boolean;
  stopOnError: boolean;
}

function optionsOf({ content }: Message): ExecuteOptions {
  const silent = content.silent === true;
  return {
    silent,
    storeHistory: !silent && content.store_history !== false,
    stopOnError: content.stop_on_error !== false,
  };
}

/** A cell that is run again is another cell: its output area has been emptied. */
function cellOf({ header, metadata }: Message): string {
  const { cellId } = metadata;
  return typeof cellId === 'string' ? `${cellId}/${header.msg_id}` : header.msg_id;
}

/** A notice is printed: a page would put an error on red. The reply is an error all the same, so that Run All stops. */
function showFailure(outputs: Outputs, origin: Origin, { failure, quiet }: Failed): void {
  if (quiet) outputs.write(origin, 'stdout', `${failure.evalue}\n`);
  else outputs.message(origin, 'error', failure);
}
