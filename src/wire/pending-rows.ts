import type { RowRange } from '../figures/index.js';

/** Which rows of a stream have not been taken yet; it needs no room for rows that are only added. */
export class PendingRows {
  /** Rows before this one have been taken, but for those that were replaced since. */
  #taken = 0;
  readonly #replaced = new Set<number>();

  /** A row was added or replaced. */
  note(row: number): void {
    if (row < this.#taken) this.#replaced.add(row);
  }

  /** Whether anything is pending in a stream of so many rows. */
  in(length: number): boolean {
    return this.#taken < length || this.#replaced.size > 0;
  }

  /** Takes at most so many rows of a stream of `length`, the earliest first. */
  take(length: number, most: number): RowRange[] {
    const replaced = [...this.#replaced].sort((a, b) => a - b).slice(0, most);
    for (const row of replaced) this.#replaced.delete(row);
    const ranges = replaced.map((row) => ({ from: row, to: row + 1 }));
    const to = Math.min(length, this.#taken + most - replaced.length);
    if (to > this.#taken) ranges.push({ from: this.#taken, to });
    this.#taken = to;
    return joined(ranges);
  }
}

function joined(ranges: readonly RowRange[]): RowRange[] {
  const all: RowRange[] = [];
  for (const { from, to } of ranges) {
    const last = all.at(-1);
    if (last?.to === from) last.to = to;
    else all.push({ from, to });
  }
  return all;
}
