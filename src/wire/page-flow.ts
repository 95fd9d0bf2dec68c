import type { TakenMessage } from './control.js';
import { FRAME_MS } from './kicker.js';

/** Frames that may be under way to a page; more only pile up in front of one that is slow. */
const WINDOW = 6;

/** A page that has not taken a frame for so long is not waited for: it was closed, or its computer sleeps. */
const GIVE_UP_MS = 1000;

/** Time between frames while no page says what it takes: there is none, or it is of an older version. */
const UNHEARD_MS = 100;

/** A page that lacks the last frame after this time is told that there was one. */
export const REMIND_MS = 500;

/** So many pages are waited for at most. */
const MOST_PAGES = 50;

/** How far a page is, and since when it owes us the next frame. */
interface Page {
  seq: number;
  since: number;
}

/**
 * How fast pages take a run's frames.
 *
 * Pages acknowledge what they have taken. The slowest of them sets the rate, but none can hold up the
 * others for longer than a second, nor the run at all: what is not sent waits in the columns.
 */
export class PageFlow {
  readonly #pages = new Map<string, Page>();
  #sent = 0;

  /** Frame number `seq` was sent. */
  sent(seq: number, now: number): void {
    for (const page of this.#pages.values()) if (page.seq === this.#sent) page.since = now;
    this.#sent = seq;
  }

  /** A page has everything up to a frame. */
  take({ page, seq }: TakenMessage, now: number): void {
    this.#pages.delete(page);
    this.#pages.set(page, { seq: Math.min(seq, this.#sent), since: now });
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MOST_PAGES && oldest !== undefined) this.#pages.delete(oldest);
  }

  /** How long after a frame the next may follow, in milliseconds. */
  pause(now: number): number {
    const behind = this.#behind(now);
    if (this.#pages.size === 0) return UNHEARD_MS;
    return behind < WINDOW ? FRAME_MS : GIVE_UP_MS;
  }

  /** Whether a page that is still heard lacks frames. */
  isBehind(now: number): boolean {
    return this.#behind(now) > 0;
  }

  /** How many frames the slowest page lacks. */
  #behind(now: number): number {
    let most = 0;
    for (const [id, { seq, since }] of this.#pages) {
      const behind = this.#sent - seq;
      if (behind > 0 && now - since > GIVE_UP_MS) this.#pages.delete(id);
      else most = Math.max(most, behind);
    }
    return most;
  }
}
