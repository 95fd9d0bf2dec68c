import type { StatusLike } from '../devices/index.js';
import type { Started } from './status-groups.js';

/** Called with what the plan waits for, and with null when the wait is over. */
export type WaitingHook = (statuses: ReadonlySet<StatusLike> | null) => void;

/** One wait that was told of. */
export interface WaitingNotice {
  readonly group: unknown;
}

/** Tells whoever shows it, such as a progress bar, what the plan waits for. */
export class WaitingNotices {
  readonly #tell: WaitingHook;
  #current: WaitingNotice | undefined;
  /** Groups that a plan comes back to until they are done: told of once. */
  readonly #polled = new Map<unknown, WaitingNotice>();

  constructor(tell: WaitingHook) {
    this.#tell = tell;
  }

  /**
   * Tells of a wait for a group.
   *
   * @param polled - whether the wait may end before the group is done, to be begun again
   */
  begin(group: unknown, started: Started, polled: boolean): WaitingNotice {
    const known = this.#polled.get(group);
    if (polled && known) return known;
    const notice: WaitingNotice = { group };
    if (polled) this.#polled.set(group, notice);
    this.#current = notice;
    this.#tell(new Set(started.keys()));
    return notice;
  }

  /** Tells that a wait is over; an abandoned one, which others have followed, says nothing. */
  end(notice: WaitingNotice): void {
    if (this.#polled.get(notice.group) === notice) this.#polled.delete(notice.group);
    if (this.#current === notice) this.abandon();
  }

  /** Tells that the present wait was left. */
  abandon(): void {
    if (!this.#current) return;
    this.#current = undefined;
    this.#tell(null);
  }
}
