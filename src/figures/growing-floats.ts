const FIRST_CAPACITY = 64;

/** An append-only array of doubles that doubles its room when it is full. */
export class GrowingFloats {
  #room: Float64Array = new Float64Array(FIRST_CAPACITY);
  length = 0;

  push(value: number): void {
    if (this.length === this.#room.length) this.#grow(this.length + 1);
    this.#room[this.length++] = value;
  }

  append(values: ArrayLike<number>): void {
    const length = this.length + values.length;
    if (length > this.#room.length) this.#grow(length);
    this.#room.set(values, this.length);
    this.length = length;
  }

  set(index: number, value: number): void {
    this.#room[index] = value;
  }

  at(index: number): number {
    return this.#room[index] as number;
  }

  /** The values, as a view that the next push may leave behind. */
  view(from = 0, to: number = this.length): Float64Array {
    return this.#room.subarray(from, to);
  }

  #grow(least: number): void {
    const next = new Float64Array(Math.max(this.#room.length * 2, least));
    next.set(this.#room);
    this.#room = next;
  }
}
