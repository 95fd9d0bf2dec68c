/** Which rows of a table are selected: all between two of them, by their places as shown. */
export class RowSelection {
  #anchor: number | undefined;
  #end = 0;

  /** Whether no row is selected. */
  get isEmpty(): boolean {
    return this.#anchor === undefined;
  }

  /** The first selected row, and the one after the last. */
  get range(): { from: number; to: number } {
    if (this.#anchor === undefined) return { from: 0, to: 0 };
    return { from: Math.min(this.#anchor, this.#end), to: Math.max(this.#anchor, this.#end) + 1 };
  }

  /** How many rows are selected. */
  get count(): number {
    const { from, to } = this.range;
    return to - from;
  }

  /** The row that was selected last: from there the selection is extended. */
  get end(): number {
    return this.#end;
  }

  has(row: number): boolean {
    const { from, to } = this.range;
    return row >= from && row < to;
  }

  /** Selects one row. */
  select(row: number): void {
    this.#anchor = row;
    this.#end = row;
  }

  /** Selects all rows from the first one that was selected to this one. */
  extend(row: number): void {
    this.#anchor ??= row;
    this.#end = row;
  }

  clear(): void {
    this.#anchor = undefined;
  }
}
