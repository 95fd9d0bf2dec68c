import type { FigureMode } from './figure-mode.js';
import { KNOWN_MAGICS, magicHelp } from './known-magics.js';
import { MagicError } from './magic-error.js';
import type { Magic } from './take-magics.js';

/** What magics act on. */
export interface MagicParts {
  mode: FigureMode;
  /** Prints into the running cell. */
  print(text: string): void;
  /** Lists the startup files. */
  startup(): string;
}

/** Carries out the magics of a cell before its code runs; `%time` is part of the code. */
export class Magics {
  readonly #parts: MagicParts;

  constructor(parts: MagicParts) {
    this.#parts = parts;
  }

  /** Throws {@link MagicError} for an argument that the magic does not know. */
  apply({ name, argument }: Magic): void {
    if (name === 'matplotlib') this.#parts.mode.choose(argument);
    if (name === 'livesky') this.#parts.print(this.#livesky(argument));
  }

  #livesky(topic: string): string {
    if (topic === 'help' || topic === '') return magicHelp();
    if (topic === 'startup') return this.#parts.startup();
    throw new MagicError(`%livesky ${topic}: choose one of ${KNOWN_MAGICS.livesky?.choices.join(' and ')}.`);
  }
}
