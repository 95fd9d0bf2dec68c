import type { CommandEntry } from './commands/index.js';
import { Deferred } from './deferred.js';
import type { Msg } from './msg.js';

/** What a message has come to: a result, or an error to be thrown into the plan. */
export type Response = { value: unknown; failed: boolean };

const LEFT: Response = { value: undefined, failed: false };

/** The message that is being carried out. */
export class MessageInProgress {
  // Declared, as those of messages are.
  declare readonly msg: Msg;
  declare readonly entry: CommandEntry | undefined;
  declare readonly cached: boolean;
  /** Whether it hands out documents by now, and so is let finish. */
  declare delivering: boolean;
  /** Whether the plan has left it. */
  declare abandoned: boolean;
  /** Ends it early; there is one once somebody waits. */
  #cancel: Deferred<Response> | undefined;

  /** @param cached - whether it is in the cache of what is taken again after a pause */
  constructor(msg: Msg, entry: CommandEntry | undefined, cached: boolean) {
    this.msg = msg;
    this.entry = entry;
    this.cached = cached;
    this.abandoned = false;
    this.delivering = entry?.delivers === true;
  }

  /**
   * Whether a pause or a suspension may end it early: not what is not taken again afterwards, since its answer
   * would be lost, nor what should better finish.
   */
  get canBeCutShort(): boolean {
    return this.entry?.rewound !== false && this.entry?.finishes !== true;
  }

  /** Resolves when it is over, in whichever way. */
  get ending(): Promise<Response> {
    this.#cancel ??= new Deferred();
    return this.#cancel.promise;
  }

  /** What a promise settles to, or nothing if the plan leaves the message before. */
  async settle(value: PromiseLike<unknown>): Promise<Response> {
    const done = Promise.resolve(value).then(
      (value: unknown): Response => ({ value, failed: false }),
      (error: unknown): Response => ({ value: error, failed: true }),
    );
    if (this.abandoned) return LEFT;
    const response = await Promise.race([done, this.ending]);
    // Clears the timer of a wait that has ended before its timeout.
    this.#cancel?.resolve(response);
    return response;
  }

  /** The plan leaves it. */
  abandon(): void {
    this.abandoned = true;
    this.#cancel?.resolve(LEFT);
  }
}
