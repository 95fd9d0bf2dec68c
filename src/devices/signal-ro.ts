import type { DeviceHints, Dtype } from '../documents/index.js';
import { isThenable, now, warn, whenCome } from '../host/index.js';
import { messageOf, pythonRepr } from '../text/index.js';
import type { DevicePartOptions } from './device-part.js';
import { DevicePart } from './device-part.js';
import { ReadingError, ReadTimeoutError } from './errors.js';
import type { Awaitable, DataKeys, FieldDescription, Readings } from './protocols.js';
import { Status } from './status.js';
import type { ChangeCallback, SubscribeOptions } from './subscriptions.js';
import { Subscriptions } from './subscriptions.js';
import type { Limits } from './values.js';
import { checkReading, dtypeOf, shapeOf } from './values.js';

/** The settings of a signal that can be read. */
export interface SignalROOptions<T> extends DevicePartOptions {
  /** The value at first; a signal without `get` keeps it until `receive` is called. */
  value?: T;
  /** Asks the instrument for the value, at once or with a promise. */
  get?: () => Awaitable<T>;
  /** Makes the instrument measure; `read` follows when it has. */
  trigger?: () => unknown;
  /**
   * What kind of value it is; default: `number` with limits, precision or a tolerance, else what the first
   * value is, `number` for every number.
   */
  dtype?: Dtype;
  /** The shape of an array; default: the first value's. */
  shape?: readonly (number | null)[];
  /** Engineering units, such as `mm`. */
  units?: string;
  /** Digits after the point when shown. */
  precision?: number;
  /** The lowest and the highest value that it may have; low not below high: any. */
  limits?: Limits;
  /** Where the value comes from; default `SIM:` and the name. */
  source?: string;
  /** Seconds in which `get` must answer; default 10. */
  readTimeout?: number;
  /** Seconds between two questions while somebody is subscribed or waits for a move; default 0.1. */
  period?: number;
}

/**
 * One value of an instrument, to be read.
 *
 * A reading that fails, that does not come in time or that is not of the declared dtype is an error that
 * names the signal. Whoever subscribes has the instrument asked every `period` seconds; an instrument that
 * speaks by itself is passed on with `receive`.
 *
 * @example
 * ```ts
 * import * as os from 'node:os'
 * const load = new SignalRO({ name: 'load', get: () => os.loadavg()[0]!, precision: 2 })
 * await RE(count([load], 10, 0.5), [new LiveTable(['load']), new LivePlot('load')])
 * ```
 */
export class SignalRO<T = number> extends DevicePart {
  readonly units: string | undefined;
  /** The lowest and the highest value that it may have; undefined: any. */
  limits: Limits | undefined;
  precision: number | undefined;
  readonly #options: SignalROOptions<T>;
  readonly #subscriptions: Subscriptions<T>;
  #value: T | undefined;
  #timestamp: number = now();
  #known: boolean;
  #polling: unknown;

  constructor(options: SignalROOptions<T>) {
    super({ ...options, kind: options.kind ?? 'hinted' });
    this.#options = options;
    this.units = options.units;
    this.limits = options.limits;
    this.precision = options.precision;
    this.#value = options.value;
    this.#known = options.value !== undefined;
    this.#subscriptions = new Subscriptions(this, () => this.#readings());
  }

  /**
   * The last known value.
   *
   * @throws {@link ReadingError} if there is none yet: `await signal.get()` asks for it
   */
  get value(): T {
    if (this.#known) return this.#value as T;
    throw new ReadingError(`${this.name} has no value yet; ask for it with await ${this.name}.get().`);
  }

  /** When the last known value was taken, in seconds since the Unix epoch. */
  get timestamp(): number {
    return this.#timestamp;
  }

  /** Where the value comes from. */
  get source(): string {
    return this.#options.source ?? `SIM:${this.name}`;
  }

  /** The field to look at, if it is hinted. */
  get hints(): DeviceHints {
    return { fields: this.kind === 'hinted' ? [this.name] : [] };
  }

  /** The value, asked for anew. */
  get(): Awaitable<T> {
    if (!this.#options.get) return this.value;
    const late = (error: unknown): never => {
      throw this.#failure(error);
    };
    try {
      const answer = this.#options.get();
      if (!isThenable(answer)) return this.#take(answer as T);
      return this.#inTime(answer as PromiseLike<T>).then((value) => this.#take(value), late);
    } catch (error) {
      return late(error);
    }
  }

  read(): Awaitable<Readings<T>> {
    return whenCome(this.get(), () => this.#readings());
  }

  describe(): Awaitable<DataKeys> {
    const { dtype } = this;
    if (this.#known || (dtype && (this.#options.shape || dtype !== 'array'))) return this.#describe(this.#value);
    return whenCome(this.get(), (value) => this.#describe(value));
  }

  /** A signal is its own setting, as in ophyd. */
  readConfiguration(): Awaitable<Readings<T>> {
    return this.read();
  }

  describeConfiguration(): Awaitable<DataKeys> {
    return this.describe();
  }

  /** Makes the instrument measure, if it has to be told; the status ends when it has. */
  trigger(): Status {
    const what = `trigger ${this.name}`;
    const measuring = this.#options.trigger?.();
    return isThenable(measuring) ? Status.from(measuring, what) : Status.finished(what);
  }

  /**
   * Calls back when the value changes, and at once with the last change if there was one.
   *
   * @returns a function that ends the subscription
   */
  subscribe(callback: ChangeCallback<T>, options?: SubscribeOptions): () => void {
    this.#subscriptions.add(callback, options);
    if (this.#options.get && this.#polling === undefined) this.#polling = setTimeout(() => void this.#poll(true), 0);
    return () => this.clearSub(callback);
  }

  /** Ends a subscription. */
  clearSub(callback: ChangeCallback<T>): void {
    this.#subscriptions.remove(callback);
    if (this.#subscriptions.count > 0) return;
    clearTimeout(this.#polling);
    this.#polling = undefined;
  }

  /**
   * Takes a value that the instrument sent by itself, and tells whoever has subscribed.
   *
   * @param value - the new value
   * @param timestamp - when it was taken, in seconds since the Unix epoch; default: now
   */
  receive(value: T, timestamp: number = now()): void {
    if (this.#options.dtype) checkReading(this.name, value, this.#options.dtype);
    const oldValue = this.#value;
    this.#value = value;
    this.#known = true;
    this.#timestamp = timestamp;
    this.#subscriptions.notify({ value, oldValue, timestamp });
  }

  /** Seconds between two questions to the instrument. */
  protected get period(): number {
    return this.#options.period ?? 0.1;
  }

  /** How many have subscribed. */
  protected get subscriberCount(): number {
    return this.#subscriptions.count;
  }

  /** Whether there is a value yet. */
  protected get known(): boolean {
    return this.#known;
  }

  /** What kind of value it is, as far as that is known. */
  protected get dtype(): Dtype | undefined {
    if (this.#options.dtype) return this.#options.dtype;
    if (this.#known) return dtypeOf(this.#value);
    return this.isNumeric ? 'number' : undefined;
  }

  /** Whether it has something that only numbers have. */
  protected get isNumeric(): boolean {
    return this.limits !== undefined || this.precision !== undefined;
  }

  protected override reprInfo(): [string, string][] {
    const value: [string, string][] = this.#known ? [['value', pythonRepr(this.#value)]] : [];
    return [...super.reprInfo(), ...value, ['timestamp', String(this.timestamp)]];
  }

  #readings(): Readings<T> {
    return { [this.name]: { value: this.value, timestamp: this.timestamp } };
  }

  #describe(value: unknown): DataKeys {
    const { shape = shapeOf(value), units } = this.#options;
    const { dtype } = this;
    if (!dtype)
      throw new ReadingError(`${this.name} reads ${String(value)}, which is of no dtype that documents know.`);
    const key: FieldDescription = { source: this.source, dtype, shape: dtype === 'array' ? shape : [] };
    if (this.limits) [key.lower_ctrl_limit, key.upper_ctrl_limit] = this.limits;
    if (units !== undefined) key.units = units;
    if (this.precision !== undefined) key.precision = this.precision;
    return { [this.name]: key };
  }

  /** Takes an answer of the instrument, which is to stay of the kind that it was at first. */
  #take(value: T): T {
    if (this.dtype) checkReading(this.name, value, this.dtype);
    if (this.#known && Object.is(value, this.#value)) this.#timestamp = now();
    else this.receive(value);
    return value;
  }

  #inTime(answer: PromiseLike<T>): Promise<T> {
    const { readTimeout = 10 } = this.#options;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const advice = 'see whether it is on, or give it more time with readTimeout';
        reject(new ReadTimeoutError(`${this.name} gave no value within ${readTimeout} s: ${advice}.`));
      }, readTimeout * 1000);
      answer.then(resolve, reject).then(() => clearTimeout(timer));
    });
  }

  #failure(error: unknown): Error {
    if (error instanceof ReadTimeoutError || error instanceof ReadingError) return error;
    return new ReadingError(`${this.name} could not be read: ${messageOf(error)}`, { cause: error });
  }

  async #poll(warns: boolean): Promise<void> {
    let failed = false;
    try {
      await this.get();
    } catch (error) {
      failed = true;
      if (warns) warn(`${messageOf(error)} It is asked again every ${this.period} s.`);
    }
    if (this.#subscriptions.count === 0) return;
    this.#polling = setTimeout(() => void this.#poll(!failed), this.period * 1000);
  }
}
