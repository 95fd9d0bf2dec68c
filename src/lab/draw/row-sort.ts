import type { SortDirection, TableView } from '../../figures/index.js';
import { sortRows } from '../../figures/index.js';
import { GivenUpError, inSlices } from './in-slices.js';

/** Why the rows of a run that goes on are not sorted. */
export const NOT_YET =
  'Rows can be sorted once the run has ended; until then they stand in the order in which they are taken.';

/** By which column a table's rows are sorted, and in which order that puts them. */
export class RowSort {
  readonly #changed: (told: string) => void;
  readonly #working: (told: string) => void;
  #key: string | undefined;
  #direction: SortDirection = 'ascending';
  #order: Uint32Array | undefined;
  /** The edits of the table whose order is known. */
  #edits = 0;
  #work: AbortController | undefined;

  /** Both hear a sentence: `changed` when rows have another order or will not get one, `working` until then. */
  constructor(changed: (told: string) => void, working: (told: string) => void) {
    this.#changed = changed;
    this.#working = working;
  }

  /** The order of a table's rows, or undefined for that in which they were taken. */
  orderOf({ rows, edits }: TableView): Uint32Array | undefined {
    const fits = this.#order?.length === rows && this.#edits === edits;
    if (this.#order && !fits) this.#forget();
    return this.#order;
  }

  /** How a column's rows are sorted, or null if they are not sorted by it. */
  directionOf(key: string): SortDirection | null {
    return key === this.#key ? this.#direction : null;
  }

  /** Tells the order of rows from another one. */
  get revision(): string {
    return this.#order ? `${this.#key} ${this.#direction}` : '';
  }

  /** Sorts by a column: upwards, then downwards, then not at all. */
  next(view: TableView, key: string): void {
    if (!view.hasEnded) return this.#changed(NOT_YET);
    const before = this.directionOf(key);
    this.#work?.abort();
    if (before === 'descending') {
      this.#forget();
      return this.#changed('Rows stand in the order in which they were taken.');
    }
    this.#key = key;
    this.#direction = before === null ? 'ascending' : 'descending';
    void this.#sort(view, this.#direction);
  }

  async #sort(view: TableView, direction: SortDirection): Promise<void> {
    const column = view.headings.findIndex(({ key }) => key === this.#key);
    const label = view.headings[column]?.label ?? '';
    const work = new AbortController();
    this.#work = work;
    try {
      const order = await inSlices(sortRows(view, column, direction), work.signal, () => {
        this.#working(`Sorting ${view.rows} rows by ${label} …`);
      });
      if (work.signal.aborted) return;
      this.#order = order;
      this.#edits = view.edits;
      this.#changed(`Sorted by ${label}, ${direction}.`);
    } catch (error) {
      if (!(error instanceof GivenUpError)) throw error;
    }
  }

  #forget(): void {
    this.#key = undefined;
    this.#order = undefined;
  }
}
