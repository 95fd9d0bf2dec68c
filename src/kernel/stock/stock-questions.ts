import { InputError } from '../../host/index.js';
import type { AskOptions } from '../../host/index.js';
import type { Message, MessageCodec } from '../message.js';
import type { Origin } from '../origin.js';
import type { Outbox } from '../outbox.js';
import type { Outputs } from '../outputs.js';
import { Questions } from '../questions.js';
import { realStderr } from '../real-stderr.js';
import type { StockRouter } from './find-tslab.js';

/** What cells of tslab's ask: tslab has a socket for it, on which it neither asks nor listens. */
export class StockQuestions extends Questions {
  readonly #codec: MessageCodec;
  readonly #requests = new WeakMap<Origin, Message>();
  #stdin: StockRouter | undefined;

  constructor(codec: MessageCodec, outbox: Pick<Outbox, 'ask'>, outputs: Pick<Outputs, 'drain'>) {
    super(outbox, outputs);
    this.#codec = codec;
  }

  /** Takes answers from tslab's socket; it is known from the first message on. */
  listen(stdin: StockRouter): void {
    if (this.#stdin) return;
    this.#stdin = stdin;
    this.#receive(stdin).catch((error: unknown) => realStderr(`Answers are not received: ${String(error)}`));
  }

  /** A cell is to be run: tslab lets it wait for those before it. */
  note(origin: Origin, request: Message): void {
    this.#requests.set(origin, request);
  }

  /** A cell that was noted begins. */
  beginNoted(origin: Origin): void {
    const request = this.#requests.get(origin);
    if (request) this.begin(origin, request);
  }

  override ask(origin: Origin, prompt: string, options?: AskOptions): Promise<string> {
    if (this.#stdin) return super.ask(origin, prompt, options);
    const message = `'${prompt}' cannot be asked yet: in tslab's kernel, cells after the one that imports livesky can ask.`;
    return Promise.reject(new InputError(message));
  }

  async #receive(stdin: StockRouter): Promise<void> {
    for await (const frames of stdin) {
      try {
        const message = this.#codec.decode(frames);
        if (message.header.msg_type === 'input_reply') this.answer(message);
      } catch (error) {
        realStderr(error instanceof Error ? error.message : String(error));
      }
    }
  }
}
