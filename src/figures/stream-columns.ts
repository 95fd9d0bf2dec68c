import { Column } from './column.js';
import { GrowingFloats } from './growing-floats.js';
import { RowOwners } from './row-owners.js';

/** One row, whatever it came from: an event in the kernel, a frame on the page. */
export interface Row {
  seqNum: number;
  time: number;
  /** The value of a field, `undefined` where there is none. */
  value(field: string): unknown;
}

/** Rows of one descriptor as columns, all of one length; a field that is not among `cells` has no values. */
export interface RowBlock {
  seqNum: Float64Array;
  time: Float64Array;
  cells: ReadonlyMap<string, ArrayLike<unknown>>;
}

/** Rows from one up to but not including another. */
export interface RowRange {
  from: number;
  to: number;
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
  readonly owners: RowOwners = new RowOwners();
  readonly columns: Map<string, Column> = new Map();
  /** The same, to be gone through for every event: a map takes longer for that than the rest of a row. */
  readonly #fields: string[] = [];
  readonly #cells: Column[] = [];
  /** Grows whenever a row is replaced; while it stays the same, rows are only added. */
  edits = 0;
  /** Which row was put last, and what it has replaced. */
  lastRow = -1;
  replaced: Row | undefined;
  /** Rows whose points were taken again: what was measured first is no longer here. */
  readonly retaken: Set<number> = new Set();
  readonly #keys: Map<number, SeqIndex> = new Map();
  /** Those of the last row: the next one nearly always has the same descriptor. */
  #lastKeys: { readonly descriptor: number; readonly index: SeqIndex } | undefined;

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
      this.#fields.push(field);
      this.#cells.push(column);
    }
    return column;
  }

  /** Writes a row. */
  put(descriptor: number, row: Row): void {
    const at = this.#keysOf(descriptor).place(row.seqNum, this.length);
    if (at < this.length) this.#replace(at, row);
    else {
      this.replaced = undefined;
      this.#append(descriptor, row);
    }
    this.lastRow = at;
  }

  /** Writes the row of an event; one of another time than the row that it replaces was taken again. */
  take(descriptor: number, row: Row): void {
    this.put(descriptor, row);
    if (this.replaced && this.replaced.time !== row.time) this.retaken.add(this.lastRow);
  }

  /** Remembers that a point was taken again, which somebody else has seen. */
  markRetaken(descriptor: number, seqNum: number): void {
    const row = this.#keysOf(descriptor).find(seqNum);
    if (row !== undefined) this.retaken.add(row);
  }

  /** Writes many rows: as `put` does one after another, but whole columns at once where all of them are new. */
  putBlock(descriptor: number, block: RowBlock): void {
    const { seqNum, time, cells } = block;
    if (this.#keysOf(descriptor).addBlock(seqNum, this.length)) this.#appendBlock(descriptor, block);
    else {
      for (let i = 0; i < seqNum.length; i++) {
        const value = (field: string): unknown => cells.get(field)?.[i];
        this.put(descriptor, { seqNum: seqNum[i] as number, time: time[i] as number, value });
      }
    }
  }

  #appendBlock(descriptor: number, { seqNum, time, cells }: RowBlock): void {
    this.replaced = undefined;
    this.lastRow = this.length + seqNum.length - 1;
    this.seqNum.append(seqNum);
    this.time.append(time);
    this.owners.add(descriptor, seqNum.length);
    for (const [field, column] of this.columns) {
      column.append(cells.get(field) ?? new Array<unknown>(seqNum.length).fill(undefined));
    }
  }

  #append(descriptor: number, row: Row): void {
    this.seqNum.push(row.seqNum);
    this.time.push(row.time);
    this.owners.add(descriptor);
    for (let i = 0; i < this.#cells.length; i++) this.#cells[i]?.push(row.value(this.#fields[i] as string));
  }

  #replace(at: number, row: Row): void {
    this.edits += 1;
    this.replaced = this.#rowAt(at);
    this.time.set(at, row.time);
    for (let i = 0; i < this.#cells.length; i++) this.#cells[i]?.set(at, row.value(this.#fields[i] as string));
  }

  /** A row as it is now, whatever comes later. */
  #rowAt(at: number): Row {
    const values = this.#cells.map((cell) => cell.at(at));
    const value = (field: string): unknown => values[this.#fields.indexOf(field)];
    return { seqNum: this.seqNum.at(at), time: this.time.at(at), value };
  }

  #keysOf(descriptor: number): SeqIndex {
    if (this.#lastKeys?.descriptor === descriptor) return this.#lastKeys.index;
    const index = this.#keys.get(descriptor) ?? new SeqIndex(this.seqNum);
    this.#keys.set(descriptor, index);
    this.#lastKeys = { descriptor, index };
    return index;
  }
}

/**
 * From `seq_num` to row; costs nothing while numbers only grow by one, as they nearly always do. Of ascending numbers
 * that come all at once no map is made either, until one is looked up.
 */
class SeqIndex {
  #first = 0;
  #firstRow = 0;
  #count = 0;
  /** How many rows from `#firstRow` on have numbers with gaps, which are in no map yet. */
  #unread = 0;
  #map: Map<number, number> | undefined;
  readonly #numbers: GrowingFloats;

  /** `numbers` are those of all rows. */
  constructor(numbers: GrowingFloats) {
    this.#numbers = numbers;
  }

  find(seqNum: number): number | undefined {
    if (this.#unread > 0) this.#asMap();
    if (this.#map) return this.#map.get(seqNum);
    const offset = seqNum - this.#first;
    const known = Number.isInteger(offset) && offset >= 0 && offset < this.#count;
    return known ? this.#firstRow + offset : undefined;
  }

  /** The row of a number: the one that it has, or `free`, which it has from now on. */
  place(seqNum: number, free: number): number {
    if (!this.#map && this.#unread === 0 && this.#follows(seqNum, free)) {
      this.#count += 1;
      return free;
    }
    const known = this.find(seqNum);
    if (known === undefined) this.#asMap().set(seqNum, free);
    return known ?? free;
  }

  /** Adds numbers, and tells whether they are known to be new: those that follow one another, or the first that come. */
  addBlock(seqNums: Float64Array, row: number): boolean {
    const first = seqNums[0];
    if (first === undefined || this.#map || this.#unread > 0) return false;
    if (isConsecutive(seqNums)) {
      if (!this.#follows(first, row)) return false;
      this.#count += seqNums.length;
      return true;
    }
    if (this.#count > 0 || !isAscending(seqNums)) return false;
    this.#unread = seqNums.length;
    this.#firstRow = row;
    return true;
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
      const end = this.#firstRow + this.#unread;
      for (let row = this.#firstRow; row < end; row++) this.#map.set(this.#numbers.at(row), row);
      this.#unread = 0;
    }
    return this.#map;
  }
}

function isAscending(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (!((values[i] as number) > (values[i - 1] as number))) return false;
  return true;
}

function isConsecutive(values: Float64Array): boolean {
  const first = values[0] as number;
  for (let i = 1; i < values.length; i++) if (values[i] !== first + i) return false;
  return true;
}
