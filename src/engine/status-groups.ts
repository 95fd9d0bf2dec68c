import type { StatusLike } from '../devices/index.js';
import { isStatus, nameOf, Status } from '../devices/index.js';
import { messageOf } from '../text/index.js';
import { isThenable } from '../host/index.js';
import { DeviceError, FailedStatus } from './errors.js';

/** The actions that a plan has started, in the groups by which it waits for them. */
export class StatusGroups {
  readonly #groups = new Map<unknown, Set<StatusLike>>();
  readonly #onFailure: (error: FailedStatus) => void;

  /** `onFailure` hears of every action that fails, waited for or not. */
  constructor(onFailure: (error: FailedStatus) => void) {
    this.#onFailure = onFailure;
  }

  /** Notes what a device returned from starting an action, and returns it as a status. */
  add(group: unknown, device: unknown, action: string, returned: unknown): StatusLike {
    const status = asStatus(returned, `${action} ${nameOf(device)}`, device, action);
    this.#of(group).add(status);
    status.addCallback((ended) => {
      if (!ended.success) this.#onFailure(failure(ended, `${action} ${nameOf(device)}`));
    });
    return status;
  }

  /** The statuses of a group, which is forgotten. */
  take(group: unknown): Set<StatusLike> {
    const statuses = this.#groups.get(group) ?? new Set();
    this.#groups.delete(group);
    return statuses;
  }

  /** Puts statuses back that a `wait` with a timeout gave up on. */
  putBack(group: unknown, statuses: ReadonlySet<StatusLike>): void {
    for (const status of statuses) this.#of(group).add(status);
  }

  clear(): void {
    this.#groups.clear();
  }

  #of(group: unknown): Set<StatusLike> {
    let statuses = this.#groups.get(group);
    if (!statuses) {
      statuses = new Set();
      this.#groups.set(group, statuses);
    }
    return statuses;
  }
}

/** Resolves when all have ended well, rejects with the first failure; undefined if none is under way. */
export function allEnded(statuses: ReadonlySet<StatusLike>): Promise<void> | undefined {
  const pending = [...statuses].filter((status) => !status.done || !status.success);
  if (pending.length === 0) return undefined;
  return new Promise((resolve, reject) => {
    let left = pending.length;
    const ended = (status: StatusLike): void => {
      left -= 1;
      if (!status.success) reject(failure(status, 'an action'));
      else if (left === 0) resolve();
    };
    for (const status of pending) status.addCallback(ended);
  });
}

function asStatus(returned: unknown, what: string, device: unknown, action: string): StatusLike {
  if (isStatus(returned)) return returned;
  if (isThenable(returned)) return Status.from(returned, what);
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
