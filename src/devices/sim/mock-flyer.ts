import { now } from '../../host/index.js';
import { DeviceStatus } from '../device-status.js';
import type { PartialEvent } from '../flyer-protocols.js';
import type { DataKeys, Motor, Readable, Readings, Triggerable } from '../protocols.js';
import { isStatus, Status } from '../status.js';

/** The settings of a simulated fly scan. */
export interface MockFlyerOptions {
  name: string;
  /** What is measured at every point. */
  detector: Readable & Triggerable;
  /** What moves from point to point. */
  motor: Motor;
  /** The first position. */
  start: number;
  /** The last position. */
  stop: number;
  /** How many points, both ends included. */
  num: number;
}

/** Seconds from its start to its first move. */
const HEAD_START = 0.1;

/**
 * A fly scan made of steps: from `kickoff` on it moves a motor and reads a detector by itself; `collect`
 * gives what there is so far.
 *
 * @example
 * ```ts
 * const sweep = new MockFlyer({ name: 'sweep', detector: det, motor, start: -3, stop: 3, num: 31 })
 * ```
 */
export class MockFlyer {
  readonly name: string;
  readonly parent = null;
  readonly #options: MockFlyerOptions;
  #events: PartialEvent[] = [];
  #flight: DeviceStatus | undefined;

  constructor(options: MockFlyerOptions) {
    this.name = options.name;
    this.#options = options;
  }

  /** Takes off; the status is done at once, since the flight goes on by itself. */
  kickoff(): Status {
    if (this.#flight && !this.#flight.done) {
      throw new Error(`${this.name} is flying already: let it complete before it is kicked off again.`);
    }
    this.#events = [];
    this.#flight = new DeviceStatus(this, { what: `the flight of ${this.name}`, stopOnFailure: false });
    void this.#fly(this.#flight);
    return Status.finished(`kickoff ${this.name}`);
  }

  /** The status of the flight that is under way, or of the last. */
  complete(): Status {
    if (this.#flight) return this.#flight;
    throw new Error(`${this.name} has no collection in progress: kick it off first.`);
  }

  describeCollect(): Record<string, DataKeys> | Promise<Record<string, DataKeys>> {
    const { motor, detector } = this.#options;
    return Promise.all([motor.describe(), detector.describe()]).then(([moved, measured]) => ({
      [this.name]: { ...moved, ...measured },
    }));
  }

  /** The events since it was last asked. */
  collect(): PartialEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  readConfiguration(): Readings {
    return {};
  }

  describeConfiguration(): DataKeys {
    return {};
  }

  /** Ends the flight after the point at which it is. */
  stop({ success = false }: { success?: boolean } = {}): void {
    const flight = this.#flight;
    if (!flight || flight.done) return;
    if (success) flight.setFinished();
    else flight.setException(new Error(`${this.name} was stopped in flight.`));
  }

  /** Why it fails is in its status; nothing is thrown here. */
  async #fly(flight: DeviceStatus): Promise<void> {
    try {
      await new Promise<void>((resolve) => setTimeout(resolve, HEAD_START * 1000));
      for (const position of positions(this.#options)) {
        if (flight.done) return;
        this.#events.push(await this.#measureAt(position));
      }
      if (!flight.done) flight.setFinished();
    } catch (error) {
      if (!flight.done) flight.setException(error);
    }
  }

  async #measureAt(position: number): Promise<PartialEvent> {
    const { motor, detector } = this.#options;
    await ended(motor.set(position));
    await ended(detector.trigger());
    const time = now();
    const readings = Object.entries({ ...(await motor.read()), ...(await detector.read()) });
    return {
      time,
      data: Object.fromEntries(readings.map(([field, { value }]) => [field, value])),
      timestamps: Object.fromEntries(readings.map(([field, { timestamp }]) => [field, timestamp])),
    };
  }
}

function positions({ start, stop, num }: MockFlyerOptions): number[] {
  const step = num > 1 ? (stop - start) / (num - 1) : 0;
  return Array.from({ length: num }, (_, i) => (i > 0 && i === num - 1 ? stop : start + i * step));
}

async function ended(action: unknown): Promise<void> {
  if (isStatus(action)) await Status.all([action]).wait();
  else await action;
}
