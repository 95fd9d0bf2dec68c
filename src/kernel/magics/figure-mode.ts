import { MagicError } from './magic-error.js';

/** Where figures are drawn: live in the cell, live in a tab of their own, or once at the end. */
export type FigurePlace = 'cell' | 'tab' | 'end';

const PLACES: Readonly<Record<string, FigurePlace>> = {
  '': 'cell',
  notebook: 'cell',
  widget: 'cell',
  qt: 'tab',
  inline: 'end',
};

/** How callbacks show figures, as `%matplotlib` says. */
export class FigureMode {
  #place: FigurePlace = 'cell';

  get place(): FigurePlace {
    return this.#place;
  }

  /** Takes the argument of `%matplotlib`; throws {@link MagicError} for a backend that there is not. */
  choose(backend: string): void {
    if (!Object.hasOwn(PLACES, backend)) {
      throw new MagicError(`%matplotlib ${backend}: choose one of notebook, widget, inline and qt.`);
    }
    this.#place = PLACES[backend] as FigurePlace;
  }
}
