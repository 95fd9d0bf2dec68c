import type { TakenMessage } from './control.js';

/** The least time between two frames: shorter than a screen's refresh, for which they wait in the page again. */
const FRAME_MS = 8;

/** From so many rows a millisecond on nobody sees single points: frames come more seldom, and cost everybody less. */
const FLOOD_ROWS_PER_MS = 50;
const FLOOD_FRAME_MS = 32;

/** Frames that may be under way to a page that keeps up, and rows in them. */
const WINDOW = 300;
const ROWS_UNDER_WAY = 120_000;

/** Frames that may be under way to a slow page; more only pile up in front of it. */
const SLOW_WINDOW = 6;

/** A page that has answered later than this is slow. */
const SLOW_MS = 150;

/** How often pages are asked: now and then, when much is under way, and where there is a slow one. */
const ASK_EVERY_MS = 2000;
const ASK_AFTER_ROWS = 50_000;
const SLOW_ASK_AFTER = 3;

/** Where frames are so seldom each may ask: its answer does not meet the next one. */
const SELDOM_MS = 250;

/** A page that has not answered for so long is not waited for: it was closed, or its computer sleeps. */
const GIVE_UP_MS = 1000;

/** Time between frames while no page says what it takes: there is none, or it is of an older version. */
const UNHEARD_MS = 100;

/** A page that lacks the last frame after this time is told that there was one. */
export const REMIND_MS = 500;

/** So many pages are waited for at most. */
const MOST_PAGES = 50;

/** When a frame was sent, and how many rows had been sent with it. */
interface SentFrame {
  seq: number;
  at: number;
  rows: number;
}

/** How far a page is, whether it is slow, and the first question that it has not answered. */
interface Page {
  seq: number;
  slow: boolean;
  owes: SentFrame | undefined;
}

/**
 * How fast pages take a run's frames.
 *
 * Some frames ask pages how far they are. The slowest page sets the rate, but none can hold up the others
 * for longer than a second, nor the run at all: what is not sent waits in the columns. Pages are asked as
 * seldom as that allows, since everything that they say makes the next frames late: docs/adr/0016.
 */
export class PageFlow {
  readonly #pages = new Map<string, Page>();
  /** Pages that were not waited for any longer: what they say after all is late. */
  readonly #givenUp = new Set<string>();
  /** The frames that may still be under way, by number. */
  readonly #recent = new Map<number, SentFrame>();
  #last: SentFrame = { seq: 0, at: -Infinity, rows: 0 };
  #lastAsked: SentFrame = { seq: 0, at: -Infinity, rows: 0 };
  #isFlood = false;

  /** Frame number `seq` is sent with so many rows; tells whether it is to ask. */
  sent(seq: number, rows: number, now: number): boolean {
    const frame = { seq, at: now, rows: this.#last.rows + rows };
    const asks = this.#shouldAsk(frame);
    // A frame that follows at once is the rest of the one before.
    this.#isFlood = rows > FLOOD_ROWS_PER_MS * Math.max(FRAME_MS, now - this.#last.at);
    this.#last = frame;
    this.#recent.set(seq, frame);
    this.#recent.delete(seq - WINDOW);
    if (asks) this.#ask(frame);
    return asks;
  }

  /** A page has everything up to a frame. */
  take({ page: id, seq }: TakenMessage, now: number): void {
    const page = this.#pages.get(id) ?? { seq, slow: this.#givenUp.delete(id), owes: undefined };
    page.seq = Math.min(seq, this.#last.seq);
    if (page.owes && page.seq >= page.owes.seq) {
      page.slow = now - page.owes.at > SLOW_MS;
      page.owes = this.#lastAsked.seq > page.seq ? this.#lastAsked : undefined;
    }
    this.#pages.delete(id);
    this.#pages.set(id, page);
    dropOldest(this.#pages);
  }

  /** How long after a frame the next may follow, in milliseconds. */
  pause(now: number): number {
    this.#giveUp(now);
    if (this.#pages.size === 0) return UNHEARD_MS;
    for (const page of this.#pages.values()) if (this.#isFull(page)) return GIVE_UP_MS;
    return this.#isFlood ? FLOOD_FRAME_MS : FRAME_MS;
  }

  /** Whether a page that is still heard lacks frames, as far as is known. */
  isBehind(now: number): boolean {
    this.#giveUp(now);
    for (const { seq } of this.#pages.values()) if (seq < this.#last.seq) return true;
    return false;
  }

  #ask(frame: SentFrame): void {
    this.#lastAsked = frame;
    for (const page of this.#pages.values()) page.owes ??= frame;
  }

  #shouldAsk({ seq, at, rows }: SentFrame): boolean {
    if (this.#pages.size === 0 || at - this.#last.at > SELDOM_MS) return true;
    const asked = this.#lastAsked;
    if (at - asked.at >= ASK_EVERY_MS || rows - asked.rows >= ASK_AFTER_ROWS) return true;
    return seq - asked.seq >= SLOW_ASK_AFTER && this.#someIsSlow();
  }

  #someIsSlow(): boolean {
    for (const { slow } of this.#pages.values()) if (slow) return true;
    return false;
  }

  /** Whether as much is under way to a page as may be. */
  #isFull({ seq, slow }: Page): boolean {
    const { seq: last, rows } = this.#last;
    if (last - seq >= (slow ? SLOW_WINDOW : WINDOW)) return true;
    const taken = this.#recent.get(seq);
    return taken !== undefined && rows - taken.rows >= ROWS_UNDER_WAY;
  }

  #giveUp(now: number): void {
    for (const [id, { owes }] of this.#pages) {
      if (!owes || now - owes.at <= GIVE_UP_MS) continue;
      this.#pages.delete(id);
      this.#givenUp.add(id);
      dropOldest(this.#givenUp);
    }
  }
}

/** Leaves the newest of too many pages. */
function dropOldest(pages: Map<string, Page> | Set<string>): void {
  const [oldest] = pages.keys();
  if (pages.size > MOST_PAGES && oldest !== undefined) pages.delete(oldest);
}
