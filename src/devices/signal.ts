import { isThenable, now } from '../host/index.js';
import { messageOf, pythonRepr } from '../text/index.js';
import { DeviceStatus } from './device-status.js';
import { SetError } from './errors.js';
import { progressOf } from './progress.js';
import type { Awaitable, Location } from './protocols.js';
import type { SignalROOptions } from './signal-ro.js';
import { SignalRO } from './signal-ro.js';
import type { StatusOptions } from './status.js';
import { Status } from './status.js';
import { checkLimits, checkSetting, dtypeOf } from './values.js';

/** The settings of a signal that can be set. */
export interface SignalOptions<T> extends SignalROOptions<T>, StatusOptions {
  /** Tells the instrument to go to a value; a promise ends when it was told, or when it is there. */
  set?: (value: T) => unknown;
  /** Tells the instrument to stay where it is. */
  stop?: () => unknown;
  /**
   * How near to the set value is there. With it and `get`, a move ends when the value that is read is that
   * near; without, when `set` has.
   */
  tolerance?: number;
  /** The same as a part of the value that is read. */
  rtolerance?: number;
}

/** A move that is under way. */
interface Move<T> {
  readonly target: T;
  /** Where it was, or was first seen. */
  initial: T | undefined;
  readonly began: number;
  readonly status: DeviceStatus;
}

/**
 * One value of an instrument, to be read and set; alone, it is a motor of a scan.
 *
 * Without `get` and `set` it is a value that is only remembered. A value that it cannot be set to is
 * refused before anything moves. A move that does not come to its end within `timeout` seconds fails, and
 * stops the instrument; so does `stop`.
 *
 * @example
 * ```ts
 * const oven = new Signal({
 *   name: 'oven', units: '°C', precision: 1, limits: [5, 90],
 *   get: async () => (await ask('GET', '/temperature')).celsius,
 *   set: (celsius: number) => ask('POST', '/setpoint', { celsius }),
 *   tolerance: 0.5, settleTime: 2, timeout: 600,
 * })
 * await RE(scan([det], oven, 20, 80, 7))
 * ```
 */
export class Signal<T = number> extends SignalRO<T> {
  /** Seconds after which a move is given up; default: never. */
  timeout: number | undefined;
  /** Seconds between the arrival and the end of a move. */
  settleTime: number;
  tolerance: number | undefined;
  rtolerance: number | undefined;
  readonly #options: SignalOptions<T>;
  #setpoint: T | undefined;
  #move: Move<T> | undefined;

  constructor(options: SignalOptions<T>) {
    super(options);
    if (options.get && !options.set) {
      throw new TypeError(`${options.name} has get but no set: use SignalRO for what can only be read.`);
    }
    this.#options = options;
    this.timeout = options.timeout;
    this.settleTime = options.settleTime ?? 0;
    this.tolerance = options.tolerance;
    this.rtolerance = options.rtolerance;
  }

  /** Throws if it could not be set to the value. */
  checkValue(value: T): void {
    checkSetting(this.name, value, this.dtype ?? dtypeOf(value) ?? 'number');
    if (this.limits) checkLimits(this.name, value, this.limits);
  }

  /** Sets it without waiting; a value that is only remembered is there at once. */
  put(value: T): void {
    if (this.#options.set) return void this.set(value);
    this.checkValue(value);
    this.receive(value);
  }

  /**
   * Sets it; the status ends when it is there.
   *
   * @param value - what to set it to
   * @param options - `timeout` and `settleTime` in seconds, instead of the signal's own
   * @throws TypeError or {@link LimitError} if it could not be set to the value
   */
  set(value: T, { timeout = this.timeout, settleTime = this.settleTime }: StatusOptions = {}): Status {
    this.checkValue(value);
    const what = `set ${this.name} to ${typeof value === 'object' ? 'a new value' : String(value)}`;
    this.#replace(value);
    this.#setpoint = value;
    if (!this.#options.set && settleTime <= 0) {
      this.receive(value);
      return Status.finished(what);
    }
    const status = new DeviceStatus(this, { what, settleTime, ...(timeout === undefined ? {} : { timeout }) });
    const move = { target: value, initial: this.known ? this.value : undefined, began: now(), status };
    this.#move = move;
    void this.#go(move);
    return status;
  }

  /** Ends a move; it fails unless `success` says that this is how it was meant to end. */
  stop({ success = false }: { success?: boolean } = {}): Awaitable<unknown> {
    const move = this.#move;
    this.#move = undefined;
    const stopped = move ? this.#options.stop?.() : undefined;
    if (move && !move.status.done) {
      if (success) move.status.setFinished();
      else move.status.setException(new SetError(`${this.name} was stopped before it was at ${String(move.target)}.`));
    }
    return stopped;
  }

  /** Where it was sent, and where it is. */
  locate(): Awaitable<Location<T>> {
    const at = (readback: T): Location<T> => ({ setpoint: this.#setpoint ?? readback, readback });
    const readback = this.get();
    return isThenable(readback) ? Promise.resolve(readback).then(at) : at(readback as T);
  }

  protected override get isNumeric(): boolean {
    return super.isNumeric || this.tolerance !== undefined || this.rtolerance !== undefined;
  }

  protected override reprInfo(): [string, string][] {
    const { tolerance, rtolerance } = this;
    const info = Object.entries({ tolerance, rtolerance }).filter(([, value]) => value !== undefined);
    return [...super.reprInfo(), ...info.map(([key, value]): [string, string] => [key, pythonRepr(value)])];
  }

  #replace(value: T): void {
    const move = this.#move;
    this.#move = undefined;
    if (move && !move.status.done) {
      move.status.setException(new SetError(`${this.name} was sent to ${String(value)} before it arrived.`));
    }
  }

  /** Tells the instrument, and waits until it is there. */
  async #go(move: Move<T>): Promise<void> {
    try {
      await this.#options.set?.(move.target);
      if (!this.#options.get && !(this.known && Object.is(this.value, move.target))) this.receive(move.target);
      while (this.#move === move && !(await this.#isThere(move))) await this.#nextPeriod();
      if (this.#move === move) this.#end(move);
    } catch (error) {
      if (move.status.done) return;
      const message = `${this.name} could not be set to ${String(move.target)}: ${messageOf(error)}`;
      move.status.setException(new SetError(message, { cause: error }));
    }
  }

  #end(move: Move<T>): void {
    this.#move = undefined;
    if (!move.status.done) move.status.setFinished();
  }

  async #isThere(move: Move<T>): Promise<boolean> {
    const { tolerance, rtolerance } = this;
    if (!this.#options.get || (tolerance === undefined && rtolerance === undefined)) return true;
    const value = await this.get();
    if (typeof value !== 'number' || typeof move.target !== 'number') return value === move.target;
    move.initial ??= value;
    const { target, initial, began } = move as Move<unknown> as Move<number> & { initial: number };
    move.status.reportProgress(progressOf(this, { initial, target, began }, value));
    return Math.abs(move.target - value) <= (tolerance ?? 0) + (rtolerance ?? 0) * Math.abs(value);
  }

  #nextPeriod(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.period * 1000));
  }
}
