/** The least time between two messages of a sender that does not say another, in milliseconds. */
const FRAME_MS: number = 1000 / 60;

/** The time that one message takes of all senders' 300 a second; the server drops what goes beyond 1000. */
const SLOT_MS = 1000 / 300;

/** So far ahead messages may be of their slots that cannot wait: the first of a sender, and the last of a run. */
const AHEAD_MS = 100 * SLOT_MS;

/** Something that has messages to send. */
export interface Kickable {
  /** Sends one message with what is new, if anything is; tells whether more is left. */
  send(): boolean;
  /** How long after a message the next may follow, in milliseconds; default: a sixtieth of a second. */
  pause?(now: number): number;
}

/** Time and timers, so that tests need not wait. */
export interface Ticker {
  /** Milliseconds from any fixed point. */
  now(): number;
  after(milliseconds: number, callback: () => void): void;
}

/** The time that it is, and timers that wait for it. */
export const realTicker: Ticker = {
  now: () => performance.now(),
  after: (milliseconds, callback) => void setTimeout(callback, milliseconds),
};

/**
 * Decides when messages are sent: the first change at once, later ones at most 60 times a second for each
 * sender (or as often as it says) and 300 times a second in all, and no faster than pages take them.
 * Acquisition never waits.
 */
export class Kicker {
  readonly #ticker: Ticker;
  readonly #lastSent = new WeakMap<Kickable, number>();
  /** Those with something new, the one that has waited longest first. */
  readonly #waiting = new Set<Kickable>();
  /** Those of them that need not wait for their frame or for pages. */
  readonly #hurried = new Set<Kickable>();
  #flushed: (() => void)[] = [];
  #timer = false;
  /** When the slots are over of all that was sent. */
  #busyUntil = -Infinity;

  constructor(ticker: Ticker = realTicker) {
    this.#ticker = ticker;
  }

  /** Milliseconds from any fixed point. */
  now(): number {
    return this.#ticker.now();
  }

  /** Says that a sender has something new. */
  mark(sender: Kickable): void {
    if (this.#waiting.has(sender) && this.#timer) return;
    this.#waiting.add(sender);
    if (this.#isFirst(sender) && this.#isDue(sender, this.#ticker.now())) this.#send(sender);
    this.#arm();
  }

  /** The same for what waits neither for its frame nor behind others: it is sent as soon as there is a slot. */
  hurry(sender: Kickable): void {
    this.#waiting.add(sender);
    this.#hurried.add(sender);
    if (this.#isDue(sender, this.#ticker.now())) this.#send(sender);
    this.#arm();
  }

  /** Calls back after some time. */
  after(milliseconds: number, callback: () => void): void {
    this.#ticker.after(milliseconds, callback);
  }

  /** Sends everything that waits as soon as there are slots; resolves when all of it is sent. */
  flush(): Promise<void> {
    for (const sender of this.#waiting) this.#hurried.add(sender);
    this.#sendDue();
    if (this.#hurried.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#flushed.push(resolve));
  }

  #send(sender: Kickable): void {
    const now = this.#ticker.now();
    this.#waiting.delete(sender);
    this.#lastSent.set(sender, now);
    this.#busyUntil = Math.max(this.#busyUntil, now) + SLOT_MS;
    if (sender.send()) this.#waiting.add(sender);
    else this.#hurried.delete(sender);
  }

  #sendDue(): void {
    let sent: boolean;
    do {
      sent = false;
      for (const sender of [...this.#waiting]) {
        if (!this.#isDue(sender, this.#ticker.now())) continue;
        this.#send(sender);
        sent = true;
      }
    } while (sent && this.#hurried.size > 0);
    if (this.#hurried.size === 0) for (const resolve of this.#flushed.splice(0)) resolve();
    this.#arm();
  }

  /** Whether no other sender has waited longer; one that has never been sent need not wait. */
  #isFirst(sender: Kickable): boolean {
    return this.#waiting.size === 1 || !this.#lastSent.has(sender);
  }

  #isDue(sender: Kickable, now: number): boolean {
    return now >= this.#dueAt(sender, now);
  }

  /** When a sender may send, as things are now. */
  #dueAt(sender: Kickable, now: number): number {
    const last = this.#lastSent.get(sender);
    if (last === undefined || this.#hurried.has(sender)) return this.#busyUntil - AHEAD_MS;
    return Math.max(last + (sender.pause?.(now) ?? FRAME_MS), this.#busyUntil - FRAME_MS);
  }

  #arm(): void {
    if (this.#timer || this.#waiting.size === 0) return;
    this.#timer = true;
    const now = this.#ticker.now();
    let next = Infinity;
    for (const sender of this.#waiting) next = Math.min(next, this.#dueAt(sender, now));
    // Timers count whole milliseconds. Who waits for pages may be let go on by what they say any time.
    const wait = Math.min(Math.max(1, Math.ceil(next - now)), Math.ceil(FRAME_MS));
    this.#ticker.after(wait, () => {
      this.#timer = false;
      this.#sendDue();
    });
  }
}
