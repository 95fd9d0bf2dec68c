import { messageOf } from '../text/index.js';

/** The least that an engine asks of a status. Any object of this form will do. */
export interface StatusLike {
  readonly done: boolean;
  readonly success: boolean;
  /** Calls back when the action ends, or at once if it has. */
  addCallback(callback: (status: StatusLike) => void): void;
  /** Why it failed. */
  exception?(): unknown;
}

/** What a moving device tells while it moves. */
export interface Progress {
  name?: string;
  current?: number;
  initial?: number;
  target?: number;
  unit?: string;
  precision?: number;
  /** The part that remains, from 1 to 0, as in ophyd. */
  fraction?: number;
  timeElapsed?: number;
  timeRemaining?: number;
}

/** When an action is given up, and what comes after it. */
export interface StatusOptions {
  /** Seconds after which the action counts as failed, without the time to settle; default: never. */
  timeout?: number;
  /** Seconds between the end of the action and that of the status; default 0. */
  settleTime?: number;
}

/** A status that was ended twice. */
export class StatusEndedError extends Error {
  override readonly name = 'StatusEndedError';
}

/** A status whose action failed without saying why. */
export class UnknownStatusFailure extends Error {
  override readonly name = 'UnknownStatusFailure';
}

/** An action that did not end in time. */
export class StatusTimeoutError extends Error {
  override readonly name = 'StatusTimeoutError';
}

/**
 * The end of an action that takes time, seen from its beginning.
 *
 * @example
 * ```ts
 * const status = motor.set(3)
 * await status.wait()   // resolves when the motor is there, throws if it failed
 * ```
 */
export class Status implements StatusLike {
  #callbacks: ((status: Status) => void)[] = [];
  #watchers: ((progress: Progress) => void)[] = [];
  #done = false;
  #error: unknown;
  #failed = false;
  #settling = false;
  #timer: unknown;
  readonly #settleTime: number;

  /**
   * @param what - names the action in messages, such as `set motor to 3`
   * @param options - `timeout` and `settleTime` in seconds
   */
  constructor(
    readonly what: string = 'the action',
    { timeout, settleTime = 0 }: StatusOptions = {},
  ) {
    this.#settleTime = settleTime;
    if (timeout === undefined) return;
    this.#timer = setTimeout(() => this.#giveUp(timeout), (timeout + settleTime) * 1000);
  }

  /** A status that ends as a promise does. */
  static from(promise: PromiseLike<unknown>, what?: string): Status {
    const status = new Status(what);
    promise.then(
      () => status.setFinished(),
      (error: unknown) => status.setException(error),
    );
    return status;
  }

  /** A status that ends when all others have ended, or as soon as one fails. */
  static all(statuses: readonly StatusLike[], what?: string): Status {
    const status = new Status(what);
    let open = statuses.length;
    const ended = (each: StatusLike): void => {
      open -= 1;
      if (status.done) return;
      if (!each.success) status.setException(each.exception?.());
      else if (open === 0) status.setFinished();
    };
    if (open === 0) status.setFinished();
    for (const each of statuses) each.addCallback(ended);
    return status;
  }

  /** A status of something that is done already. */
  static finished(what?: string): Status {
    const status = new Status(what);
    status.setFinished();
    return status;
  }

  /** Whether the action has ended, well or not. */
  get done(): boolean {
    return this.#done;
  }

  /** Whether it has ended well. */
  get success(): boolean {
    return this.#done && !this.#failed;
  }

  /** Why it failed, or null. */
  exception(): unknown {
    return this.#failed ? this.#error : null;
  }

  /** Ends the action well, after the time to settle if there is one. */
  setFinished(): void {
    this.#checkOpen();
    if (this.#settleTime <= 0) return this.#end();
    this.#settling = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(), this.#settleTime * 1000);
  }

  /** Ends the action with a failure. */
  setException(error: unknown): void {
    this.#checkOpen();
    this.#error = error ?? new UnknownStatusFailure(`${this.what} failed and gave no reason.`);
    this.#failed = true;
    this.#end();
  }

  /** Calls back when the action ends, or at once if it has. */
  addCallback(callback: (status: Status) => void): void {
    if (this.#done) callback(this);
    else this.#callbacks.push(callback);
  }

  /**
   * Calls back with the progress of the action, if the device tells it.
   *
   * @example
   * ```ts
   * motor.delay = 1
   * const status = motor.set(3)
   * status.watch(({ current, fraction }) => console.log(current, fraction))
   * ```
   */
  watch(callback: (progress: Progress) => void): void {
    this.#watchers.push(callback);
  }

  /** Tells whoever watches how far the action is. */
  reportProgress(progress: Progress): void {
    for (const watcher of this.#watchers) watcher(progress);
  }

  /** Resolves when the action ends well, rejects with the reason when it fails. */
  wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.addCallback(() => (this.#failed ? reject(this.#error) : resolve()));
    });
  }

  #checkOpen(): void {
    if (this.#done || this.#settling) throw new StatusEndedError(`The status of ${this.what} was ended twice.`);
  }

  #giveUp(seconds: number): void {
    this.setException(new StatusTimeoutError(`${this.what} did not end within ${seconds} s.`));
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#done = true;
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const callback of callbacks) callback(this);
  }
}

// How Node prints a status: in a cell, `motor.set(2)` alone would else show no more than the class.
Object.defineProperty(Status.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value(this: Status): string {
    return `Status(${this.what}: ${outcomeOf(this)})`;
  },
});

function outcomeOf(status: Status): string {
  if (!status.done) return 'not done yet; wait with await status.wait()';
  return status.success ? 'done' : `failed: ${messageOf(status.exception())}`;
}

/** Whether `value` can serve as a status. */
export function isStatus(value: unknown): value is StatusLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { addCallback?: unknown }).addCallback === 'function'
  );
}
