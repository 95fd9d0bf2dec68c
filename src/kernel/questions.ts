import { InputError } from '../host/index.js';
import type { AskOptions, Host } from '../host/index.js';
import type { EngineDirectory } from './engine-directory.js';
import { KeyboardInterrupt } from './failure.js';
import type { Message } from './message.js';
import type { Attribution, Origin } from './origin.js';
import type { Outbox } from './outbox.js';
import type { Outputs } from './outputs.js';

/** A question that has no answer yet. */
interface Question {
  readonly prompt: string;
  readonly password: boolean;
  /** The message that asks it; undefined while it waits for its turn. */
  id?: string;
  resolve(answer: string): void;
  reject(reason: Error): void;
}

/** Asks the page that runs the present cell for lines of text, one after another. */
export class Questions {
  readonly #outbox: Pick<Outbox, 'ask'>;
  readonly #outputs: Pick<Outputs, 'drain'>;
  #cell: { origin: Origin; request: Message } | undefined;
  /** The first one is being asked. */
  #open: Question[] = [];

  constructor(outbox: Pick<Outbox, 'ask'>, outputs: Pick<Outputs, 'drain'>) {
    this.#outbox = outbox;
    this.#outputs = outputs;
  }

  /** A cell begins, which may ask. */
  begin(origin: Origin, request: Message): void {
    this.#cell = { origin, request };
  }

  /** The cell has ended: pages take no questions of it any more. */
  end(): void {
    const origin = this.#cell?.origin ?? { header: {} };
    this.#cell = undefined;
    this.#takeBackAll(({ prompt }) => noCell(origin, prompt));
  }

  /** The user ends the cell. */
  interrupt(): void {
    this.#takeBackAll(() => new KeyboardInterrupt());
  }

  /** Asks for the cell of `origin`; rejects with {@link InputError} if that does not run or its page takes no questions. */
  ask(origin: Origin, prompt: string, { password = false, until }: AskOptions = {}): Promise<string> {
    if (this.#cell?.origin !== origin) return Promise.reject(noCell(origin, prompt));
    if (this.#cell.request.content.allow_stdin !== true) return Promise.reject(noInput(prompt));
    return new Promise((resolve, reject) => {
      const question: Question = { prompt, password, resolve, reject };
      this.#open.push(question);
      if (this.#open.length === 1) void this.#put(question);
      void until?.then(() => this.#close(question, () => reject(new InputError(`'${prompt}' was taken back.`))));
    });
  }

  /** Takes an `input_reply`; one to a question that is open no more is dropped. */
  answer({ parent, content }: Message): void {
    const [question] = this.#open;
    // Some clients do not say what they answer.
    if (question?.id === undefined || (parent.msg_id ?? question.id) !== question.id) return;
    const { value } = content;
    this.#close(question, () => {
      if (typeof value === 'string') question.resolve(value);
      else question.reject(new InputError(`'${question.prompt}' was answered with an error instead of a text.`));
    });
  }

  async #put(question: Question): Promise<void> {
    // What the cell has printed stands above the question.
    await this.#outputs.drain();
    const { prompt, password } = question;
    if (this.#cell && this.#open[0] === question) {
      question.id = this.#outbox.ask(this.#cell.request, { prompt, password });
    }
  }

  #close(question: Question, settle: () => void): void {
    const at = this.#open.indexOf(question);
    if (at < 0) return;
    this.#open.splice(at, 1);
    settle();
    const [next] = this.#open;
    if (at === 0 && next) void this.#put(next);
  }

  #takeBackAll(reason: (question: Question) => Error): void {
    for (const question of this.#open.splice(0)) question.reject(reason(question));
  }
}

/** The host's `ask`: a plan asks in the cell that drives its engine, all else in its own. */
export function hostAsk(
  questions: Questions,
  engines: Pick<EngineDirectory, 'ownerOf'>,
  attribution: Attribution,
): NonNullable<Host['ask']> {
  return (prompt, { engine, ...options } = {}) => {
    const owner = engine && engines.ownerOf(engine);
    return questions.ask(owner ?? attribution.currentCell(), prompt, options);
  };
}

function noCell({ label }: Origin, prompt: string): InputError {
  const why = label === undefined ? 'No cell is running' : `${label} has ended`;
  return new InputError(
    `${why}, so that '${prompt}' cannot be asked: in a cell, await what asks (of a plan: RE(...) or RE.resume()).`,
  );
}

function noInput(prompt: string): InputError {
  return new InputError(
    `'${prompt}' cannot be asked: the program that runs this cell takes no input (allow_stdin). ` +
      'Run it in JupyterLab; for plans, RE.inputSource can answer.',
  );
}
