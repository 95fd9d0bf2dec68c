import type { BeginDelivery } from './delivery.js';
import type { DevicesInUse } from './devices-in-use.js';
import type { OpenRuns } from './open-runs.js';
import type { Rewinding } from './rewinding.js';
import type { HeldUp, Suspension } from './suspension.js';

/** What holds the plan of one call up: what is still to do so, and what does. */
export class Suspensions {
  readonly #rewinding: Rewinding;
  readonly #runs: OpenRuns;
  readonly #devices: DevicesInUse;
  #coming: Suspension[] = [];
  /** What `rewindable` was before each suspension that is under way. */
  readonly #wereRewindable: boolean[] = [];

  constructor(rewinding: Rewinding, runs: OpenRuns, devices: DevicesInUse) {
    this.#rewinding = rewinding;
    this.#runs = runs;
    this.#devices = devices;
  }

  /** Whether something is still to hold the plan up. */
  get areComing(): boolean {
    return this.#coming.length > 0;
  }

  add(suspension: Suspension): void {
    this.#coming.push(suspension);
  }

  /** Takes the next that is to come; undefined if there is none. */
  next(): Suspension | undefined {
    return this.#coming.shift();
  }

  /** Forgets what was still to come. */
  clear(): void {
    this.#coming = [];
  }

  /** Puts everything at rest and says how to go on. */
  async begin(justification: unknown, deliver: BeginDelivery): Promise<HeldUp> {
    const rewinding = this.#rewinding;
    await this.#runs.recordInterruption(typeof justification === 'string' ? justification : 'suspended');
    await this.#devices.pause(() => rewinding.resetCheckpoint());
    // Nothing goes back if the plan has been ended meanwhile.
    deliver();
    const wasRewindable = rewinding.rewindable;
    const depth = this.#wereRewindable.push(wasRewindable) - 1;
    const release = (failed: boolean): void => {
      if (failed) this.#runs.goOn();
      this.#wereRewindable.length = depth;
      rewinding.rewindable = wasRewindable;
    };
    return { takenAgain: rewinding.goBack(), wasRewindable, release };
  }

  /** The call is over: whatever is under way, as after a halt, messages are kept as they were before it. */
  restoreRewindable(): void {
    const [first] = this.#wereRewindable;
    if (first !== undefined) this.#rewinding.rewindable = first;
  }
}
