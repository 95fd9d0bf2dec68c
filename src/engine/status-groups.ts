import type { StatusLike } from '../devices/index.js';
import { isStatus, nameOf, Status } from '../devices/index.js';
import { messageOf } from '../text/index.js';
import { isThenable } from '../host/index.js';
import { DeviceError, FailedStatus } from './errors.js';

/** Actions that were begun, with what each is called in messages. */
export type Started = ReadonlyMap<StatusLike, string>;

const NOTHING: Started = new Map();

/** The actions that a plan has started, in the groups by which it waits for them. */
export class StatusGroups {
  readonly #groups = new Map<unknown, Map<StatusLike, string>>();
  readonly #onFailure: (error: FailedStatus) => void;

  /** `onFailure` hears of every action that fails, waited for or not. */
  constructor(onFailure: (error: FailedStatus) => void) {
    this.#onFailure = onFailure;
  }

  /** Notes what a device returned from starting an action, and returns it as a status. */
  add(group: unknown, device: unknown, action: string, returned: unknown): StatusLike {
    const status = asStatus(returned, device, action);
    if (status.done && status.success) return status;
    const what = `${action} ${nameOf(device)}`;
    const others = this.#of(group);
    others.set(status, what);
    status.addCallback((ended) => {
      if (!ended.success) this.#onFailure(failure(ended, what));
      // Nobody has to wait for it any more, and a plan that never waits keeps no list of all it did.
      else others.delete(status);
    });
    return status;
  }

  /** What is under way in a group, which is forgotten. */
  take(group: unknown): Started {
    const started = this.#groups.get(group);
    if (!started) return NOTHING;
    this.#groups.delete(group);
    return started;
  }

  /** Puts actions back that a `wait` with a timeout gave up on. */
  putBack(group: unknown, started: Started): void {
    for (const [status, what] of started) if (!status.done) this.#of(group).set(status, what);
  }

  clear(): void {
    this.#groups.clear();
  }

  #of(group: unknown): Map<StatusLike, string> {
    let started = this.#groups.get(group);
    if (!started) {
      started = new Map();
      this.#groups.set(group, started);
    }
    return started;
  }
}

/** Resolves when all have ended well, rejects with the first failure; undefined if none is under way. */
export function allEnded(started: Started): Promise<void> | undefined {
  if (started.size === 0) return undefined;
  const pending = [...started].filter(([status]) => !status.done || !status.success);
  if (pending.length === 0) return undefined;
  return new Promise((resolve, reject) => {
    let left = pending.length;
    for (const [status, what] of pending) {
      status.addCallback((ended) => {
        left -= 1;
        if (!ended.success) reject(failure(ended, what));
        else if (left === 0) resolve();
      });
    }
  });
}

function asStatus(returned: unknown, device: unknown, action: string): StatusLike {
  if (isStatus(returned)) return returned;
  if (isThenable(returned)) return Status.from(returned, `${action} ${nameOf(device)}`);
  throw new DeviceError(
    `${action}() of ${nameOf(device)} returned ${nameOf(returned)}; it must return a Status or a promise.`,
  );
}

const failures = new WeakMap<StatusLike, FailedStatus>();

/** One error per failed status, however many wait for it. */
function failure(status: StatusLike, what: string): FailedStatus {
  let error = failures.get(status);
  if (!error) {
    const cause = status.exception?.();
    const reason = cause === undefined || cause === null ? '' : `: ${messageOf(cause)}`;
    error = new FailedStatus(`${what} failed${reason}`, { cause });
    failures.set(status, error);
  }
  return error;
}
