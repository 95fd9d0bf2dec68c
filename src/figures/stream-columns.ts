import { Column } from './column.js';
import { GrowingFloats } from './growing-floats.js';

/** One row, whatever it came from: an event in the kernel, a frame on the page. */
export interface Row {
  seqNum: number;
  time: number;
  /** The value of a field, `undefined` where there is none. */
  value(field: string): unknown;
}

/**
 * The rows of one stream of a run, as columns.
 *
 * Rows are keyed on descriptor and `seq_num`: a point taken again after a pause replaces the old one.
 */
export class StreamColumns {
  readonly seqNum: GrowingFloats = new GrowingFloats();
  readonly time: GrowingFloats = new GrowingFloats();
  /** Which descriptor each row belongs to, as an index into the run's descriptors. */
  readonly descriptor: GrowingFloats = new GrowingFloats();
  readonly columns: Map<string, Column> = new Map();
  readonly #keys: Map<number, SeqIndex> = new Map();

  constructor(readonly name: string) {}

  get length(): number {
    return this.seqNum.length;
  }

  /** The column of a field, which is made if it is not there yet. */
  addColumn(field: string): Column {
    let column = this.columns.get(field);
    if (!column) {
      column = new Column(this.length);
      this.columns.set(field, column);
    }
    return column;
  }

  /** Writes a row and tells which one it is. */
  put(descriptor: number, row: Row): number {
    const keys = this.#keysOf(descriptor);
    const at = keys.find(row.seqNum);
    if (at !== undefined) return this.#replace(at, row);
    keys.add(row.seqNum, this.length);
    return this.#append(descriptor, row);
  }

  #append(descriptor: number, row: Row): number {
    this.seqNum.push(row.seqNum);
    this.time.push(row.time);
    this.descriptor.push(descriptor);
    for (const [field, column] of this.columns) column.push(row.value(field));
    return this.length - 1;
  }

  #replace(at: number, row: Row): number {
    this.time.set(at, row.time);
    for (const [field, column] of this.columns) column.set(at, row.value(field));
    return at;
  }

  #keysOf(descriptor: number): SeqIndex {
    let keys = this.#keys.get(descriptor);
    if (!keys) {
      keys = new SeqIndex();
      this.#keys.set(descriptor, keys);
    }
    return keys;
  }
}

/** From `seq_num` to row; costs nothing while numbers only grow by one, as they nearly always do. */
class SeqIndex {
  #first = 0;
  #firstRow = 0;
  #count = 0;
  #map: Map<number, number> | undefined;

  find(seqNum: number): number | undefined {
    if (this.#map) return this.#map.get(seqNum);
    const offset = seqNum - this.#first;
    const known = Number.isInteger(offset) && offset >= 0 && offset < this.#count;
    return known ? this.#firstRow + offset : undefined;
  }

  add(seqNum: number, row: number): void {
    if (!this.#map && this.#follows(seqNum, row)) {
      this.#count += 1;
      return;
    }
    this.#asMap().set(seqNum, row);
  }

  #follows(seqNum: number, row: number): boolean {
    if (this.#count === 0) {
      this.#first = seqNum;
      this.#firstRow = row;
      return true;
    }
    return seqNum === this.#first + this.#count && row === this.#firstRow + this.#count;
  }

  #asMap(): Map<number, number> {
    if (!this.#map) {
      this.#map = new Map();
      for (let i = 0; i < this.#count; i++) this.#map.set(this.#first + i, this.#firstRow + i);
    }
    return this.#map;
  }
}
