/**
 * Lets a text be made seldom: at once when what it depends on has changed its state, else no more often
 * than every few seconds, and a last time when nothing has changed since.
 */
export class Seldom {
  readonly #make: () => void;
  #state: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = false;

  constructor(
    make: () => void,
    readonly everyMs: number,
  ) {
    this.#make = make;
  }

  /** Something has changed; `state` tells when that must not wait. */
  request(state: string): void {
    if (state !== this.#state || this.#timer === undefined) {
      this.#state = state;
      this.#run();
    } else this.#waiting = true;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #run(): void {
    clearTimeout(this.#timer);
    this.#waiting = false;
    this.#make();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#waiting) this.#run();
    }, this.everyMs);
  }
}
