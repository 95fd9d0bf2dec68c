import type { Msg, Plan } from './msg.js';

/** The messages since the last checkpoint, to be taken again after a pause. */
export class MessageCache {
  /** A number says how many times more the message before it came. */
  #messages: (Msg | number)[] = [];

  get isEmpty(): boolean {
    return this.#messages.length === 0;
  }

  /**
   * Keeps a message. Of messages that do nothing only how many came is kept, so that a plan which waits
   * by yielding them without end does not fill the memory.
   */
  add(msg: Msg): void {
    if (!isNothing(msg) || !this.#countedMore()) this.#messages.push(msg);
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

  /** Counts one more of the last message, if that does nothing. */
  #countedMore(): boolean {
    const messages = this.#messages;
    const last = messages[messages.length - 1];
    if (typeof last === 'number') messages[messages.length - 1] = last + 1;
    else if (last && isNothing(last)) messages.push(1);
    else return false;
    return true;
  }
}

function isNothing({ command, obj, run }: Msg): boolean {
  return command === 'null' && obj === null && run === null;
}

function* replayed(messages: readonly (Msg | number)[]): Plan<unknown> {
  let last: unknown;
  let msg: Msg | undefined;
  for (const each of messages) {
    if (typeof each !== 'number') last = yield (msg = each);
    else for (let i = 0; i < each; i++) last = yield msg as Msg;
  }
  return last;
}
