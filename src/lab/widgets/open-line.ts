/** How often, and how often at most, something is said while an answer is waited for. */
const EVERY_MS = 8;
const MOST = 12;

/**
 * Keeps a line open for an answer: says something every few milliseconds until it has come.
 *
 * After a page has spoken, its computer acknowledges what it gets only 40 ms later, unless something is sent with which
 * that can go along; until then the server holds back what is short, such as an answer (docs/adr/0016).
 */
export class OpenLine {
  readonly #say: () => void;
  #left = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: () => void) {
    this.#say = say;
  }

  /** An answer is waited for from now on. */
  open(): void {
    this.close();
    this.#left = MOST;
    this.#wait();
  }

  /** It has come. */
  close(): void {
    clearTimeout(this.#timer);
    this.#left = 0;
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      this.#left -= 1;
      this.#say();
      if (this.#left > 0) this.#wait();
    }, EVERY_MS);
  }
}
