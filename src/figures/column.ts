import { GrowingFloats } from './growing-floats.js';

/**
 * One field's values, row by row.
 *
 * Numbers are kept as doubles. The first value that is anything else (a string, a boolean, a big
 * integer, an array, or nothing at all) turns the column into a list of plain values.
 */
export class Column {
  #floats: GrowingFloats | undefined;
  #values: unknown[] = [];

  /** `rows` rows without a value come first: the column was asked for after they were taken. */
  constructor(rows = 0) {
    if (rows > 0) this.#values = new Array<unknown>(rows).fill(undefined);
    else this.#floats = new GrowingFloats();
  }

  get length(): number {
    return this.#floats ? this.#floats.length : this.#values.length;
  }

  /** The doubles, if every value so far was a number. */
  get floats(): GrowingFloats | undefined {
    return this.#floats;
  }

  /** The value of a row; `undefined` where the event had none. */
  at(row: number): unknown {
    return this.#floats ? this.#floats.at(row) : this.#values[row];
  }

  /** The value as a number, NaN for anything else. */
  numberAt(row: number): number {
    if (this.#floats) return this.#floats.at(row);
    const value = this.#values[row];
    return typeof value === 'number' ? value : NaN;
  }

  push(value: unknown): void {
    if (this.#floats && typeof value === 'number') this.#floats.push(value);
    else this.#plain().push(value);
  }

  /** Adds many values; doubles are copied as a whole. */
  append(values: ArrayLike<unknown>): void {
    if (this.#floats && values instanceof Float64Array) this.#floats.append(values);
    else for (let i = 0; i < values.length; i++) this.push(values[i]);
  }

  set(row: number, value: unknown): void {
    if (this.#floats && typeof value === 'number') this.#floats.set(row, value);
    else this.#plain()[row] = value;
  }

  #plain(): unknown[] {
    if (this.#floats) {
      this.#values = Array.from(this.#floats.view());
      this.#floats = undefined;
    }
    return this.#values;
  }
}
