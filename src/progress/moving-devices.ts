import type { Progress, StatusLike } from '../devices/index.js';
import type { DeviceProgress } from '../figures/index.js';

/** A status that may tell how far its action is. */
interface Watchable extends StatusLike {
  watch?(callback: (progress: Progress) => void): void;
}

/** So many devices are shown: more could not be read. */
const MOST_DEVICES = 20;
const DEFAULT_PRECISION = 3;
/** A double has no more digits that say anything. */
const MOST_DIGITS = 20;

/** What is known of an action before its device tells. */
interface Followed {
  row: DeviceProgress;
  since: number;
}

/**
 * The devices that a plan waits for, each under its name.
 *
 * A device appears when its action has taken a while, so that quick ones do not flash; once it has appeared it
 * stays, and later actions of it are shown at once.
 */
export class MovingDevices {
  readonly #rows = new Map<string, DeviceProgress>();
  readonly #unseen = new Map<Watchable, Followed>();
  readonly #delayMs: number;
  readonly #changed: () => void;
  #timer: unknown;

  /** @param delay - seconds that an action may take without being shown */
  constructor(delay: number, changed: () => void) {
    this.#delayMs = delay * 1000;
    this.#changed = changed;
  }

  /** The devices in the order in which they appeared. */
  get rows(): DeviceProgress[] {
    return [...this.#rows.values()];
  }

  /** Follows actions until they end. */
  follow(statuses: Iterable<Watchable>): void {
    for (const status of statuses) if (!status.done) this.#follow(status);
    this.#arm();
  }

  /** Follows nothing any longer. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#unseen.clear();
  }

  #follow(status: Watchable): void {
    const row = firstRow(status);
    this.#unseen.set(status, { row, since: performance.now() });
    status.watch?.((progress) => {
      const { name } = row;
      Object.assign(row, toldBy(progress));
      // Known by its action until it has told its name.
      if (name !== row.name) this.#rows.delete(name);
      if (this.#isSeen(status, row)) this.#put(row);
    });
    status.addCallback(({ success }) => {
      row.state = success ? 'done' : 'failed';
      if (this.#isSeen(status, row)) this.#put(row);
      this.#unseen.delete(status);
    });
  }

  #isSeen(status: Watchable, row: DeviceProgress): boolean {
    return !this.#unseen.has(status) || this.#rows.has(row.name);
  }

  #put(row: DeviceProgress): void {
    if (!this.#rows.has(row.name) && this.#rows.size >= MOST_DEVICES) return;
    this.#rows.set(row.name, { ...row });
    this.#changed();
  }

  #arm(): void {
    if (this.#timer !== undefined || this.#unseen.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#showSlow();
      this.#arm();
    }, this.#delayMs);
  }

  #showSlow(): void {
    const before = performance.now() - this.#delayMs;
    for (const [status, { row, since }] of [...this.#unseen]) {
      if (since > before) continue;
      this.#unseen.delete(status);
      this.#put(row);
    }
  }
}

/** What a status says of its action before its device tells anything. */
interface Described {
  what?: unknown;
  device?: { name?: unknown };
  positioner?: { name?: unknown };
  initial?: unknown;
  target?: unknown;
}

function firstRow(status: Watchable): DeviceProgress {
  const { what, device, positioner, initial, target } = status as Described;
  const [name] = [positioner?.name, device?.name, what].filter((each) => typeof each === 'string');
  return {
    name: name ?? 'a device',
    state: 'moving',
    current: finite(initial),
    target: finite(target),
    unit: '',
    precision: DEFAULT_PRECISION,
    done: null,
    left: null,
  };
}

/** Devices may tell anything; only numbers are drawn. */
function toldBy(progress: Progress): Partial<DeviceProgress> {
  const { name, unit, precision, initial } = progress;
  const [current, target] = [finite(progress.current), finite(progress.target)];
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(isPrecision(precision) ? { precision } : {}),
    current,
    target,
    done: partDone(progress.fraction, finite(initial), current, target),
    left: finite(progress.timeRemaining),
  };
}

/** ophyd's fraction is what remains. */
function partDone(
  remaining: unknown,
  initial: number | null,
  current: number | null,
  target: number | null,
): number | null {
  if (typeof remaining === 'number' && Number.isFinite(remaining)) return clipped(1 - remaining);
  if (initial === null || current === null || target === null) return null;
  return target === initial ? 1 : clipped((current - initial) / (target - initial));
}

function clipped(part: number): number {
  return Math.min(1, Math.max(0, part));
}

function isPrecision(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_DIGITS;
}

function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
