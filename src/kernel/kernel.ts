import type { Comms } from './comms.js';
import type { Executions } from './executions.js';
import { failureOf } from './failure.js';
import type { History } from './history.js';
import { kernelInfo } from './kernel-info.js';
import type { Language } from './language.js';
import type { Message, MessageCodec } from './message.js';
import type { Attribution } from './origin.js';
import type { Outbox } from './outbox.js';
import type { Questions } from './questions.js';
import type { Channel } from './sockets.js';

/** What the kernel is made of. */
export interface KernelParts {
  codec: MessageCodec;
  outbox: Outbox;
  attribution: Attribution;
  executions: Executions;
  language: Language;
  comms: Comms;
  history: History;
  questions: Pick<Questions, 'answer'>;
  interrupt(): void;
  /** Ends the process once the answer is on its way; another may be started in its place. */
  shutdown(restart: boolean): void;
  /** Called after the first answer to `kernel_info_request`. */
  ready(): void;
  /** Tells the administrator, not the user. */
  log(line: string): void;
}

/** Answers a request; undefined sends no reply. */
type Handler = (request: Message) => object | undefined;

/** Takes requests, sees that each is answered, and says when the kernel is busy. */
export class Kernel {
  readonly #parts: KernelParts;
  readonly #handlers: ReadonlyMap<string, Handler>;

  constructor(parts: KernelParts) {
    this.#parts = parts;
    this.#handlers = new Map(Object.entries(handlersOf(parts)));
  }

  /** Takes the frames of a request; what is no proper message is dropped, with a line in the log. */
  receive(channel: Channel, frames: readonly Uint8Array[]): void {
    let request: Message;
    try {
      request = this.#parts.codec.decode(frames);
    } catch (error) {
      this.#parts.log(error instanceof Error ? error.message : String(error));
      return;
    }
    if (channel === 'stdin') {
      if (request.header.msg_type === 'input_reply') this.#parts.questions.answer(request);
      return;
    }
    if (request.header.msg_type === 'execute_request') {
      const reply = (content: object): void => this.#parts.outbox.reply(channel, request, 'execute_reply', content);
      this.#parts.executions.add({ request, reply });
    } else {
      this.#serve(channel, request);
    }
  }

  #serve(channel: Channel, request: Message): void {
    const { attribution } = this.#parts;
    const type = request.header.msg_type;
    this.#status('busy', request.header);
    const content = attribution.within({ header: request.header }, () => this.#answer(request));
    if (content) this.#parts.outbox.reply(channel, request, type.replace(/_request$/, '_reply'), content);
    this.#status('idle', request.header);
    // The page takes the last status for the kernel's: a cell that still runs must have the last word.
    const { running } = this.#parts.executions;
    if (running) this.#status('busy', running.header);
    if (type === 'kernel_info_request') this.#parts.ready();
    if (type === 'shutdown_request') this.#parts.shutdown(request.content.restart === true);
  }

  #answer(request: Message): object | undefined {
    const type = request.header.msg_type;
    const handler = this.#handlers.get(type);
    if (!handler) {
      this.#parts.log(`The message type "${type}" is not known; it was not answered.`);
      return undefined;
    }
    try {
      return handler(request);
    } catch (error) {
      const failure = failureOf(error);
      this.#parts.log(`${type} failed: ${failure.traceback.join('\n')}`);
      return type.endsWith('_request') ? { status: 'error', ...failure } : undefined;
    }
  }

  #status(execution_state: 'busy' | 'idle', parent: Message['parent']): void {
    this.#parts.outbox.publish('status', { execution_state }, parent);
  }
}

function handlersOf({ language, comms, history, interrupt }: KernelParts): Record<string, Handler> {
  return {
    kernel_info_request: kernelInfo,
    is_complete_request: ({ content }) => language.isComplete(codeOf(content)),
    complete_request: ({ content }) => language.complete(codeOf(content), cursorOf(content)),
    inspect_request: ({ content }) => language.inspect(codeOf(content), cursorOf(content)),
    history_request: ({ content }) => history.answer(content),
    comm_info_request: ({ content }) => {
      const target = typeof content.target_name === 'string' ? content.target_name : undefined;
      return { status: 'ok', comms: comms.list(target) };
    },
    comm_open: (message) => void comms.handleOpen(message),
    comm_msg: (message) => void comms.handleMessage(message),
    comm_close: (message) => void comms.handleClose(message),
    interrupt_request: () => {
      interrupt();
      return { status: 'ok' };
    },
    shutdown_request: ({ content }) => ({ status: 'ok', restart: content.restart === true }),
  };
}

function codeOf({ code }: Record<string, unknown>): string {
  return typeof code === 'string' ? code : '';
}

function cursorOf(content: Record<string, unknown>): number {
  return typeof content.cursor_pos === 'number' ? content.cursor_pos : codeOf(content).length;
}
