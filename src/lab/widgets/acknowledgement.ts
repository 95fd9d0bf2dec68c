import type { TakenMessage } from '../../wire/index.js';

/** The least time between two messages; the kernel has room for some frames in between. */
const EVERY_MS = 50;

/** Tells the kernel, now and then, how far a page is with a run's frames. */
export class Acknowledgement {
  readonly #page: string = Math.random().toString(36).slice(2);
  readonly #send: (message: TakenMessage) => void;
  #have = -1;
  #told = -1;
  #resting = false;

  constructor(send: (message: TakenMessage) => void) {
    this.#send = send;
  }

  /** The page has every frame up to this one. */
  upTo(seq: number): void {
    this.#have = seq;
    if (this.#resting || this.#told === seq) return;
    this.#told = seq;
    this.#send({ kind: 'taken', page: this.#page, seq });
    this.#resting = true;
    setTimeout(() => {
      this.#resting = false;
      this.upTo(this.#have);
    }, EVERY_MS);
  }
}
