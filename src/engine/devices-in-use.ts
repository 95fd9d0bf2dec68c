import type { Pausable } from '../devices/index.js';
import { hasMethod, nameOf } from '../devices/index.js';
import { attempt } from './attempt.js';

/** The devices that a call has touched, so that a pause and the end leave them at rest. */
export class DevicesInUse {
  /** Devices that are staged, in order. */
  readonly staged: Set<unknown> = new Set();
  /** Devices that were set. */
  readonly moved: Set<unknown> = new Set();
  readonly #pausable = new Set<Pausable>();
  /** The device that was noted last: several messages after another are often about the same. */
  #lastNoted: unknown = null;

  /** Notes a device that wants to know of pauses. */
  note(device: unknown): void {
    if (device === null || device === this.#lastNoted) return;
    this.#lastNoted = device;
    if (hasMethod(device, 'pause') && hasMethod(device, 'resume')) this.#pausable.add(device as unknown as Pausable);
  }

  /**
   * Stops what moves and tells devices of the pause; one that fails does not keep the plan from pausing.
   *
   * @param onNoReplay - called when a device forbids to take anything again
   */
  async pause(onNoReplay: () => void): Promise<void> {
    await this.stopMoved();
    for (const device of this.#pausable) {
      await attempt(`pause ${nameOf(device)}`, () => pause(device, onNoReplay));
    }
  }

  /** Tells devices that the plan goes on; one that fails keeps it paused. */
  async resume(): Promise<void> {
    for (const device of this.#pausable) await device.resume();
  }

  /** Stops whatever was set; all are told at once, before one that is slow to answer is waited for. */
  async stopMoved(): Promise<void> {
    await Promise.all([...this.moved].map((device) => stop(device)));
  }

  /** Unstages what a plan has left staged, the last first. */
  async unstageAll(): Promise<void> {
    for (const device of [...this.staged].reverse()) {
      await attempt(`unstage ${nameOf(device)}`, () => hasMethod(device, 'unstage') && device.unstage());
    }
  }
}

async function stop(device: unknown): Promise<void> {
  if (hasMethod(device, 'stop')) await attempt(`stop ${nameOf(device)}`, () => device.stop({ success: true }));
}

async function pause(device: Pausable, onNoReplay: () => void): Promise<void> {
  try {
    await device.pause();
  } catch (error) {
    // Of whichever copy of livesky.
    if ((error as Error | null)?.name !== 'NoReplayAllowed') throw error;
    onNoReplay();
  }
}
