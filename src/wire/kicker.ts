/** The least time between two frames of one run. */
const FRAME_MS = 1000 / 60;

/** Messages a second for all runs together; the server drops what goes beyond 1000. */
const MOST_PER_SECOND = 300;

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

  constructor(ticker: Ticker = realTicker) {
    this.#ticker = ticker;
  }

  /** Says that a run has something new. */
  mark(run: Kickable): void {
    this.#waiting.add(run);
    if (this.#ticker.now() >= this.#due(run)) this.#send(run);
    else this.#arm();
  }

  /** Sends what waits, now: at the end of a run and before a cell ends. */
  flush(): void {
    for (const run of [...this.#waiting]) this.#send(run);
  }

  #send(run: Kickable): void {
    this.#waiting.delete(run);
    this.#lastSent.set(run, this.#ticker.now());
    run.send();
  }

  #due(run: Kickable): number {
    return (this.#lastSent.get(run) ?? -Infinity) + this.#interval();
  }

  #interval(): number {
    return Math.max(FRAME_MS, (1000 / MOST_PER_SECOND) * this.#waiting.size);
  }

  #arm(): void {
    if (this.#timer) return;
    this.#timer = true;
    this.#ticker.after(FRAME_MS, () => {
      this.#timer = false;
      const now = this.#ticker.now();
      for (const run of [...this.#waiting]) if (now >= this.#due(run)) this.#send(run);
      if (this.#waiting.size > 0) this.#arm();
    });
  }
}
