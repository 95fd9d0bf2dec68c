import type { Magic } from './magics.js';

const LIVE = ['', 'notebook', 'widget', 'qt'];

/** A magic with an argument that it does not know. */
export class MagicError extends Error {
  override readonly name = 'MagicError';
}

/** How callbacks show figures: live in the page, or as text as a bare script would. */
export class FigureMode {
  #live = true;

  /** False after `%matplotlib inline`. */
  get live(): boolean {
    return this.#live;
  }

  /** Carries out `%matplotlib`; throws {@link MagicError} for a backend that there is not. */
  apply({ name, argument }: Magic): void {
    if (name !== 'matplotlib') return;
    if (argument !== 'inline' && !LIVE.includes(argument)) {
      throw new MagicError(`%matplotlib ${argument}: choose one of notebook, widget, qt and inline.`);
    }
    this.#live = argument !== 'inline';
  }
}
