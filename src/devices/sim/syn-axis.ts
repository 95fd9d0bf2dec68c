import type { DeviceOptions } from '../device.js';
import { Device } from '../device.js';
import type { Kind } from '../kind.js';
import { MoveStatus } from '../move-status.js';
import type { DataKeys, Location, Readings } from '../protocols.js';
import type { Signal } from '../signal.js';
import { SignalRO } from '../signal-ro.js';
import { Status } from '../status.js';
import type { ChangeCallback, SubscribeOptions } from '../subscriptions.js';
import { Subscriptions } from '../subscriptions.js';
import type { Limits } from '../values.js';
import { checkLimits, checkSetting } from '../values.js';

/** The settings of a simulated motor. */
export interface SynAxisOptions extends DeviceOptions {
  /** Its name, also the name of its position's field. */
  name: string;
  /** Where it stands at first; default 0. */
  value?: number;
  /** Seconds that a move takes; default 0. */
  delay?: number;
  /** Digits after the point when its position is shown; default 3. */
  precision?: number;
  /** Engineering units; default `mm`, which its description does not say. */
  units?: string;
  /** The lowest and the highest position; default: any. */
  limits?: Limits;
  /** How often it tells where it is during a move with a delay; default 1, at the end. */
  eventsPerMove?: number;
  /** Groups that it belongs to; default `['motors']`. */
  labels?: readonly string[];
  /** What a reading makes of the set value, for motors that miss; default: exactly it. */
  readbackFunc?: (value: number) => number;
}

/** A move that is under way. */
interface Move {
  /** Of the move, and of those that it has replaced. */
  readonly statuses: readonly Status[];
  timer: unknown;
}

/**
 * A simulated motor with a position (`motor`) and a setpoint (`motor_setpoint`).
 *
 * A move ends after `delay` seconds; `stop` ends it where it is.
 *
 * @example
 * ```ts
 * const stage = new SynAxis({ name: 'stage', delay: 0.1, limits: [-10, 10] })
 * await stage.set(3).wait()
 * stage.position   // 3
 * ```
 */
export class SynAxis extends Device {
  readonly readback: SignalRO;
  readonly setpoint: Signal;
  readonly velocity: Signal;
  readonly acceleration: Signal;
  readonly unused: Signal;
  readonly precision: number;
  readonly units: string;
  /** Seconds that a move takes; may be changed at any time. */
  delay: number;
  readonly #eventsPerMove: number;
  readonly #readbackFunc: (value: number) => number;
  readonly #subscriptions: Subscriptions<number> = new Subscriptions(this, () => this.read());
  #move: Move | undefined;

  constructor(options: SynAxisOptions) {
    const { value = 0, delay = 0, precision = 3, units, limits, eventsPerMove = 1, readbackFunc } = options;
    super({ ...options, labels: options.labels ?? ['motors'] });
    if (!(eventsPerMove >= 1)) {
      throw new RangeError(`SynAxis ${this.name}: eventsPerMove is ${eventsPerMove}, but must be at least 1.`);
    }
    this.delay = delay;
    this.precision = precision;
    this.units = units ?? 'mm';
    this.#eventsPerMove = Math.floor(eventsPerMove);
    this.#readbackFunc = readbackFunc ?? ((set) => set);
    const shown = { precision, ...(units === undefined ? {} : { units }), ...(limits ? { limits } : {}) };
    const readback = new SignalRO({ ...shown, name: this.name, value: this.#readbackFunc(value) });
    this.readback = this.add('readback', readback, this.readbackKind);
    this.setpoint = this.signal('setpoint', { ...shown, value, set: (target) => this.set(target).wait() });
    this.velocity = this.signal('velocity', { value: 1, kind: 'config' });
    this.acceleration = this.signal('acceleration', { value: 1, kind: 'config' });
    this.unused = this.signal('unused', { value: 1, kind: 'omitted' });
    this.readback.subscribe((_, change) => this.#subscriptions.notify(change));
  }

  /** Where the motor is. */
  get position(): number {
    return this.readback.value;
  }

  /** The lowest and the highest position; undefined: any. */
  get limits(): Limits | undefined {
    return this.setpoint.limits;
  }

  set limits(limits: Limits | undefined) {
    this.setpoint.limits = limits;
    this.readback.limits = limits;
  }

  /** Throws if it could not be sent to the position. */
  checkValue(value: number): void {
    checkSetting(this.name, value, 'number');
    if (this.limits) checkLimits(this.name, value, this.limits);
  }

  /**
   * Starts a move; the status ends when the motor is there. A move that another replaces ends with
   * it; as in ophyd, neither fails.
   *
   * @param value - the position to go to, a finite number within the limits
   */
  set(value: number): Status {
    this.checkValue(value);
    const replaced = this.#move?.statuses ?? [];
    this.#clearMove();
    const from = this.setpoint.value;
    this.setpoint.receive(value);
    if (this.delay > 0) return this.#startMove(from, value, replaced);
    this.#arriveAt(along(from, value, 1));
    for (const each of replaced) each.setFinished();
    return Status.finished(`set ${this.name} to ${value}`);
  }

  /** Ends a move in progress; the motor stays where it was. */
  override stop(): void {
    const statuses = this.#move?.statuses ?? [];
    this.#clearMove();
    for (const each of statuses) each.setFinished();
  }

  /** A motor has nothing to measure: it is ready to be read at once. */
  override trigger(): Status {
    return Status.finished(`trigger ${this.name}`);
  }

  override read(): Readings<number> {
    return super.read() as Readings<number>;
  }

  override describe(): DataKeys {
    return super.describe() as DataKeys;
  }

  override readConfiguration(): Readings<number> {
    return super.readConfiguration() as Readings<number>;
  }

  override describeConfiguration(): DataKeys {
    return super.describeConfiguration() as DataKeys;
  }

  /** Where it was sent and where it is. */
  locate(): Location<number> {
    return { setpoint: this.setpoint.value, readback: this.readback.value };
  }

  /**
   * Calls back when its position changes, and at once if it has ever moved.
   *
   * @returns a function that ends the subscription
   */
  subscribe(callback: ChangeCallback<number>, options?: SubscribeOptions): () => void {
    this.#subscriptions.add(callback, options);
    return () => this.clearSub(callback);
  }

  /** Ends a subscription. */
  clearSub(callback: ChangeCallback<number>): void {
    this.#subscriptions.remove(callback);
  }

  /** What the position is for. */
  protected get readbackKind(): Kind {
    return 'hinted';
  }

  /** What follows a move to `target`. */
  protected moveStatus(target: number): Status {
    return new MoveStatus(this, target, { stopOnFailure: false });
  }

  #startMove(from: number, target: number, replaced: readonly Status[]): Status {
    const status = this.moveStatus(target);
    const steps = this.#eventsPerMove;
    const move: Move = { statuses: [...replaced, status], timer: undefined };
    const after = (step: number): void => {
      move.timer = setTimeout(
        () => {
          if (step === steps) this.#move = undefined;
          this.#arriveAt(along(from, target, step / steps));
          if (step < steps) after(step + 1);
          else for (const each of move.statuses) each.setFinished();
        },
        (this.delay * 1000) / steps,
      );
    };
    this.#move = move;
    after(1);
    return status;
  }

  #arriveAt(value: number): void {
    this.readback.receive(this.#readbackFunc(value));
  }

  #clearMove(): void {
    if (this.#move) clearTimeout(this.#move.timer);
    this.#move = undefined;
  }
}

/** A part of the way, with ophyd's rounding: a motor is where it was, and the way. */
function along(from: number, target: number, part: number): number {
  return from + (target - from) * part;
}
