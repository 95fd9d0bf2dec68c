/** The least time between two frames of one run. */
const FRAME_MS = 1000 / 60;

/** The time that one message takes of all runs' 300 a second; the server drops what goes beyond 1000. */
const SLOT_MS = 1000 / 300;

/** Timers count whole milliseconds; one that went off a little early would miss its frame. */
const TICK_MS = Math.ceil(FRAME_MS);

/** Something that has frames to send. */
export interface Kickable {
  /** Sends what is new, if anything is. */
  send(): void;
}

/** Time and timers, so that tests need not wait. */
export interface Ticker {
  /** Milliseconds from any fixed point. */
  now(): number;
  after(milliseconds: number, callback: () => void): void;
}

const realTicker: Ticker = {
  now: () => performance.now(),
  after: (milliseconds, callback) => void setTimeout(callback, milliseconds),
};

/**
 * Decides when frames are sent: the first change at once, later ones at most 60 times a second a run
 * and 300 times a second in all, so that acquisition never waits for a page.
 */
export class Kicker {
  readonly #ticker: Ticker;
  readonly #lastSent = new WeakMap<Kickable, number>();
  readonly #waiting = new Set<Kickable>();
  #timer = false;
  /** When the slots are over of all that was sent. */
  #busyUntil = -Infinity;

  constructor(ticker: Ticker = realTicker) {
    this.#ticker = ticker;
  }

  /** Says that a run has something new. */
  mark(run: Kickable): void {
    this.#waiting.add(run);
    if (this.#isFirst(run) && this.#isDue(run)) this.#send(run);
    else this.#arm();
  }

  /** Sends what waits, now: at the end of a run and before a cell ends. */
  flush(): void {
    for (const run of [...this.#waiting]) this.#send(run);
  }

  #send(run: Kickable): void {
    const now = this.#ticker.now();
    this.#waiting.delete(run);
    this.#lastSent.set(run, now);
    this.#busyUntil = Math.max(this.#busyUntil, now) + SLOT_MS;
    run.send();
  }

  /** Whether no other run has waited longer; a run that has never been sent need not wait. */
  #isFirst(run: Kickable): boolean {
    return this.#waiting.size === 1 || !this.#lastSent.has(run);
  }

  /** A run's first change is always due; later ones when its frame is, and there are slots within it. */
  #isDue(run: Kickable): boolean {
    const last = this.#lastSent.get(run);
    if (last === undefined) return true;
    const now = this.#ticker.now();
    return now >= last + FRAME_MS && this.#busyUntil <= now + FRAME_MS;
  }

  #arm(): void {
    if (this.#timer) return;
    this.#timer = true;
    this.#ticker.after(TICK_MS, () => {
      this.#timer = false;
      for (const run of [...this.#waiting]) if (this.#isDue(run)) this.#send(run);
      if (this.#waiting.size > 0) this.#arm();
    });
  }
}
