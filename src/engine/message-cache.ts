import type { Msg, Plan } from './msg.js';

/** The messages since the last checkpoint, to be taken again after a pause. */
export class MessageCache {
  #messages: { readonly msg: Msg; times: number }[] = [];

  get isEmpty(): boolean {
    return this.#messages.length === 0;
  }

  /**
   * Keeps a message. Of messages that do nothing only how many came is kept, so that a plan which waits
   * by yielding them without end does not fill the memory.
   */
  add(msg: Msg): void {
    const last = this.#messages.at(-1);
    if (last && isNothing(msg) && isNothing(last.msg)) last.times += 1;
    else this.#messages.push({ msg, times: 1 });
  }

  /** Takes all of them out, as a plan that gives what the last of them gave. */
  take(): Plan<unknown> {
    const messages = this.#messages;
    this.#messages = [];
    return replayed(messages);
  }

  clear(): void {
    if (this.#messages.length > 0) this.#messages = [];
  }
}

function isNothing({ command, obj, run }: Msg): boolean {
  return command === 'null' && obj === null && run === null;
}

function* replayed(messages: readonly { msg: Msg; times: number }[]): Plan<unknown> {
  let last: unknown;
  for (const { msg, times } of messages) {
    for (let i = 0; i < times; i++) last = yield msg;
  }
  return last;
}
