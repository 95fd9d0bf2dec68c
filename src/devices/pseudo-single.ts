import { pythonRepr } from '../text/index.js';
import { Device } from './device.js';
import type { DataKeys, Location, Readings } from './protocols.js';
import type { SignalROOptions } from './signal-ro.js';
import { SignalRO } from './signal-ro.js';
import { positionerInfo } from './soft-positioner.js';
import type { Status } from './status.js';
import type { ChangeCallback, SubscribeOptions } from './subscriptions.js';
import { Subscriptions } from './subscriptions.js';
import type { Limits } from './values.js';

/** The settings of a pseudo axis. */
export interface PseudoSingleOptions {
  /** The lowest and the highest position; default: any. */
  limits?: Limits;
  /** Engineering units. */
  units?: string;
}

/** What a pseudo axis asks of the device that it is part of. */
export interface PseudoAxes {
  readonly name: string;
  positionOf(axis: string): number;
  targetOf(axis: string): number;
  checkOne(axis: string, value: number): void;
  moveOne(axis: string, value: number): Status;
  stop(): unknown;
}

/** One axis of a {@link PseudoPositioner}: a motor whose position is computed. */
export class PseudoSingle extends Device {
  readonly readback: SignalRO;
  readonly setpoint: SignalRO;
  readonly limits: Limits;
  readonly units: string;
  readonly #axes: PseudoAxes;
  readonly #axis: string;
  readonly #index: number;
  readonly #subscriptions: Subscriptions<number> = new Subscriptions(this, () => this.read());
  #last: number | undefined;

  /** Made by {@link PseudoPositioner.pseudo}. */
  constructor(axes: PseudoAxes, axis: string, index: number, { limits = [0, 0], units = '' }: PseudoSingleOptions) {
    super({ name: `${axes.name}_${axis}` });
    this.limits = limits;
    this.units = units;
    this.#axes = axes;
    this.#axis = axis;
    this.#index = index;
    this.readback = this.add(
      'readback',
      this.#computed(this.name, 'position', () => this.position),
      'hinted',
    );
    this.setpoint = this.add(
      'setpoint',
      this.#computed(`${this.name}_setpoint`, 'target', () => this.target),
    );
  }

  /** Where it is, by where the real motors are. */
  get position(): number {
    return this.#axes.positionOf(this.#axis);
  }

  /** Where it was sent last, or where it is if it never was. */
  get target(): number {
    return this.#axes.targetOf(this.#axis);
  }

  /** Throws if it, or a real motor, could not go there. */
  checkValue(value: number): void {
    this.#axes.checkOne(this.#axis, value);
  }

  /** Moves this axis; the others stay where they were sent. */
  set(value: number): Status {
    return this.#axes.moveOne(this.#axis, value);
  }

  /** Stops the real motors. */
  override stop(): unknown {
    return this.#axes.stop();
  }

  override read(): Readings<number> {
    return super.read() as Readings<number>;
  }

  override describe(): DataKeys {
    return super.describe() as DataKeys;
  }

  /** Where it was sent and where it is. */
  locate(): Location<number> {
    return { setpoint: this.target, readback: this.position };
  }

  /** Calls back when its position changes; gives a function that ends that. */
  subscribe(callback: ChangeCallback<number>, options?: SubscribeOptions): () => void {
    this.#subscriptions.add(callback, options);
    return () => this.clearSub(callback);
  }

  /** Ends a subscription. */
  clearSub(callback: ChangeCallback<number>): void {
    this.#subscriptions.remove(callback);
  }

  /** A real motor has moved. */
  follow(timestamp: number): void {
    const { position } = this;
    if (position === this.#last) return;
    const oldValue = this.#last;
    this.#last = position;
    this.#subscriptions.notify({ value: position, oldValue, timestamp });
  }

  protected override reprInfo(): [string, string][] {
    const info = super.reprInfo();
    const named = info.findIndex(([key]) => key === 'read_attrs');
    return [
      ...info.slice(0, named),
      ...positionerInfo({ ...this.#shown(), source: 'computed' }),
      ...info.slice(named),
      ['idx', pythonRepr(this.#index)],
    ];
  }

  #shown(): { units: string; limits: Limits } {
    return { units: this.units, limits: this.limits };
  }

  #computed(name: string, attribute: string, get: () => number): SignalRO {
    const options: SignalROOptions<number> = { name, get, source: `PY:${this.name}.${attribute}` };
    return new SignalRO({ ...options, ...this.#shown() });
  }
}
