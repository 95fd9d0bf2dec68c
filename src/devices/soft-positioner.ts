import type { DeviceHints } from '../documents/index.js';
import { now } from '../host/index.js';
import { pythonRepr } from '../text/index.js';
import type { DevicePartOptions } from './device-part.js';
import { DevicePart } from './device-part.js';
import type { DataKeys, Location, Readings } from './protocols.js';
import { Status } from './status.js';
import type { ChangeCallback, SubscribeOptions } from './subscriptions.js';
import { Subscriptions } from './subscriptions.js';
import type { Limits } from './values.js';
import { checkLimits, checkSetting } from './values.js';

/** The settings of a positioner without hardware. */
export interface SoftPositionerOptions extends DevicePartOptions {
  /** Where it stands at first; default 0. */
  initPos?: number;
  /** The lowest and the highest position; default: any. */
  limits?: Limits;
  /** Engineering units. */
  units?: string;
  /** Where its position comes from; default `computed`. */
  source?: string;
}

/**
 * A positioner without hardware: it is at once where it is sent.
 *
 * @example
 * ```ts
 * const angle = new SoftPositioner({ name: 'angle', limits: [-10, 10], units: 'deg' })
 * await RE(scan([det], angle, -5, 5, 11))
 * ```
 */
export class SoftPositioner extends DevicePart {
  readonly units: string;
  readonly source: string;
  readonly #subscriptions: Subscriptions<number> = new Subscriptions(this, () => this.read());
  #limits: Limits;
  #position: number;

  constructor({ initPos = 0, limits = [0, 0], units = '', source = 'computed', ...options }: SoftPositionerOptions) {
    super(options);
    this.units = units;
    this.source = source;
    this.#limits = limits;
    this.checkValue(initPos);
    this.#position = initPos;
    this.#subscriptions.notify({ value: initPos, oldValue: undefined, timestamp: now() });
  }

  /** Where it is. */
  get position(): number {
    return this.#position;
  }

  /** The lowest and the highest position; low not below high: any. */
  get limits(): Limits {
    return this.#limits;
  }

  set limits(limits: Limits) {
    this.#limits = limits;
  }

  /** The field to look at, if it is hinted. */
  get hints(): DeviceHints {
    return { fields: this.kind === 'hinted' ? [this.name] : [] };
  }

  /** Throws if it could not be sent to the position. */
  checkValue(value: number): void {
    checkSetting(this.name, value, 'number');
    checkLimits(this.name, value, this.#limits);
  }

  /** Sends it to a position, where it is at once. */
  set(value: number): Status {
    this.checkValue(value);
    const oldValue = this.#position;
    this.#position = value;
    this.#subscriptions.notify({ value, oldValue, timestamp: now() });
    return Status.finished(`set ${this.name} to ${value}`);
  }

  /** It is never under way. */
  stop(): void {}

  read(): Readings<number> {
    return { [this.name]: { value: this.#position, timestamp: now() } };
  }

  describe(): DataKeys {
    const [low, high] = this.#limits;
    const { source, units } = this;
    const limits = { lower_ctrl_limit: low, upper_ctrl_limit: high };
    return { [this.name]: { source, dtype: 'number', shape: [], units, ...limits } };
  }

  readConfiguration(): Readings {
    return {};
  }

  describeConfiguration(): DataKeys {
    return {};
  }

  /** Where it was sent and where it is. */
  locate(): Location<number> {
    return { setpoint: this.#position, readback: this.#position };
  }

  /**
   * Calls back when its position changes, and at once with the last change.
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

  protected override reprInfo(): [string, string][] {
    return [...super.reprInfo(), ...positionerInfo(this)];
  }
}

/** What ophyd writes of positioners besides their names; ours neither settle nor time out. */
export function positionerInfo({
  units,
  limits,
  source,
}: {
  units: string;
  limits: Limits;
  source: string;
}): [string, string][] {
  return [
    ['settle_time', '0.0'],
    ['timeout', 'None'],
    ['egu', pythonRepr(units)],
    ['limits', `(${limits.map(pythonRepr).join(', ')})`],
    ['source', pythonRepr(source)],
  ];
}
