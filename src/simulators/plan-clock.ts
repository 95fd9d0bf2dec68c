import { hasMethod, nameOf } from '../devices/index.js';
import type { Msg } from '../engine/index.js';
import { now } from '../host/index.js';

/**
 * How long a plan would take, as far as its messages and devices tell.
 *
 * A `sleep` says it itself. Of a device, `delay` is the seconds that a move takes, `velocity` the units per second of
 * one, and `exposureTime` the seconds of a measurement. What is started in one group goes on at the same time, until
 * the plan waits for it.
 */
export class PlanClock {
  /** The names of devices that do not tell how long they take. */
  readonly untimed: Set<string> = new Set();
  readonly #began = now();
  #now = 0;
  readonly #ends = new Map<unknown, number>();
  readonly #positions = new Map<unknown, number>();

  /** Seconds since the plan began. */
  get elapsed(): number {
    return this.#now;
  }

  /** The time of day, in seconds since the Unix epoch. */
  readonly time = (): number => this.#began + this.#now;

  take({ command, obj, args, kwargs }: Msg): void {
    if (command === 'sleep') this.#now += Math.max(0, Number(args[0]) || 0);
    else if (command === 'wait') this.#wait(args[0] ?? kwargs.group ?? null);
    else if (command === 'set') this.#start(obj, kwargs.group ?? null, this.#moveOf(obj, args[0]));
    else if (command === 'trigger') this.#start(obj, kwargs.group ?? null, triggerOf(obj));
    else if (command === 'complete') this.#start(obj, kwargs.group ?? null, undefined);
  }

  #start(device: unknown, group: unknown, seconds: number | undefined): void {
    if (seconds === undefined) this.untimed.add(nameOf(device));
    this.#ends.set(group, Math.max(this.#ends.get(group) ?? 0, this.#now + (seconds ?? 0)));
  }

  #wait(group: unknown): void {
    this.#now = Math.max(this.#now, this.#ends.get(group) ?? 0);
    this.#ends.delete(group);
  }

  #moveOf(device: unknown, target: unknown): number | undefined {
    const from = this.#positions.get(device);
    if (typeof target === 'number') this.#positions.set(device, target);
    const delay = settingOf(device, 'delay');
    if (delay !== undefined) return delay;
    const velocity = settingOf(device, 'velocity');
    if (!velocity || typeof target !== 'number' || from === undefined) return undefined;
    return Math.abs(target - from) / velocity;
  }
}

/** A motor has nothing to measure. */
function triggerOf(device: unknown): number | undefined {
  return hasMethod(device, 'set') ? 0 : settingOf(device, 'exposureTime');
}

function settingOf(device: unknown, name: 'delay' | 'velocity' | 'exposureTime'): number | undefined {
  const value = (device as Partial<Record<typeof name, unknown>> | null)?.[name];
  return typeof value === 'number' && value >= 0 ? value : undefined;
}
