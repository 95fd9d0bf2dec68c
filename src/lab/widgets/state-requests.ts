/** An answer that has not come after this time may have been lost; each time it is waited for twice as long. */
const FIRST_MS = 3000;
const LONGEST_MS = 60_000;

/** Asks for a whole state until it comes: an answer can be lost as a frame can. */
export class StateRequests {
  readonly #ask: () => boolean;
  readonly #late: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param ask - asks, and tells whether an answer is to be waited for
   * @param late - called whenever an answer has not come in time
   */
  constructor(ask: () => boolean, late: () => void) {
    this.#ask = ask;
    this.#late = late;
  }

  /** Asks now, and again as long as nothing comes. */
  begin(): void {
    if (this.#ask() && this.#timer === undefined) this.#wait(FIRST_MS);
  }

  /** Nobody waits any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#ask()) return;
      this.#wait(Math.min(2 * milliseconds, LONGEST_MS));
      this.#late();
    }, milliseconds);
  }
}
