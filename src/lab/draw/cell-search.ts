import type { TableView } from '../../figures/index.js';
import { findCells, GrowingFloats } from '../../figures/index.js';
import { GivenUpError, inSlices } from './in-slices.js';

/** A cell by its place as shown. */
export interface CellPlace {
  row: number;
  column: number;
}

/** Where a text is found in a table that may still grow. */
export class CellSearch {
  readonly #changed: () => void;
  readonly #reveal: (cell: CellPlace) => void;
  #text = '';
  #hits: GrowingFloats = new GrowingFloats();
  /** Which of them is shown; -1 for none yet. */
  #current = -1;
  /** Rows before this one have been looked at. */
  #searched = 0;
  /** The first hit to be shown is in this row or below. */
  #from = 0;
  #columns = 1;
  #stamp = '';
  #work: AbortController | undefined;

  /** `changed` is called when there are more hits, `reveal` with the first of them. */
  constructor(changed: () => void, reveal: (cell: CellPlace) => void) {
    this.#changed = changed;
    this.#reveal = reveal;
  }

  /** The text that is looked for, or an empty string. */
  get text(): string {
    return this.#text;
  }

  get count(): number {
    return this.#hits.length;
  }

  /** Which hit is shown, counted from 1; 0 for none. */
  get number(): number {
    return this.#current + 1;
  }

  /** The cell of the hit that is shown. */
  get current(): CellPlace | undefined {
    return this.#current < 0 ? undefined : this.#placeOf(this.#current);
  }

  get isSearching(): boolean {
    return this.#work !== undefined;
  }

  /** Looks for another text; the first hit that is shown is at or below a row. Nothing is looked for with ''. */
  start(text: string, view: TableView, stamp: string, from: number): void {
    this.#text = text;
    this.#from = from;
    this.#again(view, stamp);
  }

  /** The table was drawn again: looks at rows that are new, or at all of them if `stamp` says that they have changed. */
  follow(view: TableView, stamp: string): void {
    if (this.#text === '') return;
    if (stamp !== this.#stamp) this.#again(view, stamp);
    else if (!this.isSearching && this.#searched < view.rows) void this.#search(view);
  }

  /** Goes to the next hit, or to the one before; behind the last one comes the first. */
  step(by: 1 | -1): CellPlace | undefined {
    const { length } = this.#hits;
    if (length === 0) return undefined;
    const from = this.#current < 0 && by < 0 ? 0 : this.#current;
    this.#current = (from + by + length) % length;
    return this.current;
  }

  #again(view: TableView, stamp: string): void {
    this.#work?.abort();
    this.#work = undefined;
    this.#stamp = stamp;
    this.#hits = new GrowingFloats();
    this.#current = -1;
    this.#searched = 0;
    this.#columns = Math.max(1, view.headings.length);
    if (this.#text === '') this.#changed();
    else void this.#search(view);
  }

  async #search(view: TableView): Promise<void> {
    const work = new AbortController();
    this.#work = work;
    try {
      const cells = findCells(view, this.#text, this.#hits, this.#searched);
      const searched = await inSlices(cells, work.signal, () => this.#look(false));
      if (work.signal.aborted) return;
      this.#searched = searched;
    } catch (error) {
      if (error instanceof GivenUpError) return;
      throw error;
    }
    this.#work = undefined;
    this.#look(true);
  }

  /** Shows the first hit that is not above where the user looks, or at last the first of all. */
  #look(done: boolean): void {
    if (this.#current < 0) {
      const at = firstAtLeast(this.#hits, this.#from * this.#columns);
      if (at < this.#hits.length) this.#current = at;
      else if (done && this.#hits.length > 0) this.#current = 0;
      if (this.current) this.#reveal(this.current);
    }
    this.#changed();
  }

  #placeOf(hit: number): CellPlace {
    const cell = this.#hits.at(hit);
    return { row: Math.floor(cell / this.#columns), column: cell % this.#columns };
  }
}

/** The place of the first of ascending values that is not less than `least`. */
function firstAtLeast(values: GrowingFloats, least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values.at(middle) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
