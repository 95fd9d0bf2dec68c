/** Which descriptor each row belongs to: stretches of rows, since those of one descriptor mostly follow one another. */
export class RowOwners {
  /** Where each stretch begins, and whose it is. */
  readonly #from: number[] = [];
  readonly #owner: number[] = [];
  #length = 0;
  #last = -1;

  /** Adds rows of a descriptor. */
  add(descriptor: number, rows = 1): void {
    if (descriptor !== this.#last && rows > 0) {
      this.#from.push(this.#length);
      this.#owner.push(descriptor);
      this.#last = descriptor;
    }
    this.#length += rows;
  }

  /** The descriptor of a row. */
  at(row: number): number {
    return this.#owner[this.#stretch(row)] as number;
  }

  /** The first row after one that is of another descriptor, or that does not exist. */
  endAfter(row: number): number {
    return this.#from[this.#stretch(row) + 1] ?? this.#length;
  }

  /** The last stretch that begins at a row or before it. */
  #stretch(row: number): number {
    let [low, high] = [0, this.#from.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#from[middle] as number) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
