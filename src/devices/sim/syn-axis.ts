import type { DeviceHints } from '../../documents/index.js';
import { now } from '../../host/index.js';
import type { DataKeys, FieldDescription, Readings } from '../protocols.js';
import { nameOf } from '../protocols.js';
import { Status } from '../status.js';

/** The settings of a simulated motor. */
export interface SynAxisOptions {
  /** Its name, also the name of its position's field. */
  name: string;
  /** Where it stands at first; default 0. */
  value?: number;
  /** Seconds that a move takes; default 0. */
  delay?: number;
  /** Digits after the point when its position is shown; default 3. */
  precision?: number;
  /** Groups that it belongs to; default `['motors']`. */
  labels?: readonly string[];
  /** What a reading makes of the set value, for motors that miss; default: exactly it. */
  readbackFunc?: (value: number) => number;
}

/**
 * A simulated motor with a position (`motor`) and a setpoint (`motor_setpoint`).
 *
 * A move ends after `delay` seconds; `stop` ends it where it is.
 *
 * @example
 * ```ts
 * const stage = new SynAxis({ name: 'stage', delay: 0.1 })
 * await stage.set(3).wait()
 * stage.position   // 3
 * ```
 */
export class SynAxis {
  readonly name: string;
  readonly parent = null;
  readonly precision: number;
  readonly labels: readonly string[];
  /** Seconds that a move takes; may be changed at any time. */
  delay: number;
  readonly #readbackFunc: (value: number) => number;
  readonly #born: number = now();
  #setpoint: { value: number; timestamp: number };
  #readback: { value: number; timestamp: number };
  #move: { status: Status; timer: unknown } | undefined;

  constructor({ name, value = 0, delay = 0, precision = 3, labels = ['motors'], readbackFunc }: SynAxisOptions) {
    this.name = name;
    this.delay = delay;
    this.precision = precision;
    this.labels = labels;
    this.#readbackFunc = readbackFunc ?? ((set) => set);
    this.#setpoint = { value, timestamp: this.#born };
    this.#readback = { value: this.#readbackFunc(value), timestamp: this.#born };
  }

  /** Where the motor is. */
  get position(): number {
    return this.#readback.value;
  }

  /** The field to look at. */
  get hints(): DeviceHints {
    return { fields: [this.name] };
  }

  /**
   * Starts a move; the status ends when the motor is there.
   *
   * @param value - the position to go to, a finite number
   */
  set(value: number): Status {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new TypeError(`${this.name}.set() needs a finite number, not ${nameOf(value)}.`);
    }
    this.#move?.status.setException(new Error(`${this.name} was sent to ${value} before it arrived.`));
    this.#clearMove();
    this.#setpoint = { value, timestamp: now() };
    const status = new Status(`set ${this.name} to ${value}`);
    if (this.delay > 0) this.#startMove(status, value);
    else this.#arrive(status, value);
    return status;
  }

  /** Ends a move in progress; the motor stays where it was. */
  stop(): void {
    const status = this.#move?.status;
    this.#clearMove();
    status?.setFinished();
  }

  /** A motor has nothing to measure: it is ready to be read at once. */
  trigger(): Status {
    return Status.finished(`trigger ${this.name}`);
  }

  read(): Readings {
    return { [this.name]: { ...this.#readback }, [`${this.name}_setpoint`]: { ...this.#setpoint } };
  }

  describe(): DataKeys {
    return { [this.name]: this.#key(this.name), [`${this.name}_setpoint`]: this.#key(`${this.name}_setpoint`) };
  }

  readConfiguration(): Readings {
    return {
      [`${this.name}_velocity`]: { value: 1, timestamp: this.#born },
      [`${this.name}_acceleration`]: { value: 1, timestamp: this.#born },
    };
  }

  describeConfiguration(): DataKeys {
    return Object.fromEntries(
      ['velocity', 'acceleration'].map((setting) => {
        const key = `${this.name}_${setting}`;
        return [key, { source: `SIM:${key}`, dtype: 'number', shape: [] }];
      }),
    );
  }

  /** Where it was sent and where it is. */
  locate(): { setpoint: number; readback: number } {
    return { setpoint: this.#setpoint.value, readback: this.#readback.value };
  }

  stage(): this[] {
    return [this];
  }

  unstage(): this[] {
    return [this];
  }

  toString(): string {
    return `SynAxis(prefix='', name='${this.name}', read_attrs=['readback', 'setpoint'], configuration_attrs=['velocity', 'acceleration'])`;
  }

  #key(field: string): FieldDescription {
    return { source: `SIM:${field}`, dtype: 'number', shape: [], precision: this.precision };
  }

  #startMove(status: Status, value: number): void {
    const timer = setTimeout(() => {
      this.#move = undefined;
      this.#arrive(status, value);
    }, this.delay * 1000);
    this.#move = { status, timer };
  }

  #arrive(status: Status, value: number): void {
    this.#readback = { value: this.#readbackFunc(value), timestamp: now() };
    status.setFinished();
  }

  #clearMove(): void {
    if (this.#move) clearTimeout(this.#move.timer);
    this.#move = undefined;
  }
}
