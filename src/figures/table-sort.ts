import type { TableView } from './table.js';

/** Upwards or downwards by value. */
export type SortDirection = 'ascending' | 'descending';

/** Blocks of so many rows are sorted at once, and then merged. */
const BLOCK = 4096;

/** Whoever drives the work is asked after so many rows. */
const BREATH = 16_384;

type Compare = (a: number, b: number) => number;

/** `sample10` comes after `sample9`. */
const texts = new Intl.Collator(undefined, { numeric: true });

/** What can be compared with what; the last of them stand below all others in both directions. */
const enum Rank {
  Number,
  Text,
  Other,
  None,
}

/**
 * The rows of a table in the order of a column's values: numbers, texts, others; rows without a value, or with NaN, are
 * the last in both directions. Rows of equal values stay in the order in which they were taken.
 *
 * It yields now and then, so that a page can do something else meanwhile, and makes no object for any row.
 */
export function* sortRows(
  view: Pick<TableView, 'rows' | 'value'>,
  column: number,
  direction: SortDirection,
): Generator<void, Uint32Array> {
  const count = view.rows;
  const compare = comparing(yield* keysOf(view, column), (row) => view.value(row, column), direction);
  const order = new Uint32Array(count);
  for (let row = 0; row < count; row++) order[row] = row;
  for (let from = 0; from < count; from += BLOCK) {
    order.subarray(from, from + BLOCK).sort(compare);
    yield;
  }
  return yield* merged(order, compare);
}

/** The values as numbers, NaN for what is none. */
function* keysOf({ rows, value }: Pick<TableView, 'rows' | 'value'>, column: number): Generator<void, Float64Array> {
  const keys = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    keys[row] = asNumber(value(row, column));
    if (row % BREATH === 0) yield;
  }
  return keys;
}

function asNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'bigint' || typeof value === 'boolean' ? Number(value) : NaN;
}

function comparing(keys: Float64Array, value: (row: number) => unknown, direction: SortDirection): Compare {
  const sign = direction === 'ascending' ? 1 : -1;
  return (a, b) => {
    const [x, y] = [keys[a] as number, keys[b] as number];
    if (x < y) return -sign;
    if (x > y) return sign;
    if (x === y) return a - b;
    return compareOthers(value(a), value(b), sign) || a - b;
  };
}

/** Of two values one at least is no number. */
function compareOthers(x: unknown, y: unknown, sign: number): number {
  const [rank, other] = [rankOf(x), rankOf(y)];
  if (rank !== other) return rank === Rank.None || other === Rank.None ? rank - other : sign * (rank - other);
  return rank === Rank.Text ? sign * texts.compare(x as string, y as string) : 0;
}

function rankOf(value: unknown): Rank {
  switch (typeof value) {
    case 'number':
      return Number.isNaN(value) ? Rank.None : Rank.Number;
    case 'bigint':
    case 'boolean':
      return Rank.Number;
    case 'string':
      return Rank.Text;
    default:
      return value === undefined || value === null ? Rank.None : Rank.Other;
  }
}

/** Merges sorted blocks, two and two, until there is one. */
function* merged(blocks: Uint32Array, compare: Compare): Generator<void, Uint32Array> {
  const count = blocks.length;
  let [from, to]: [Uint32Array, Uint32Array] = [blocks, new Uint32Array(count)];
  for (let width = BLOCK; width < count; width *= 2) {
    for (let left = 0; left < count; left += 2 * width) {
      yield* mergeTwo(from, to, [left, Math.min(left + width, count), Math.min(left + 2 * width, count)], compare);
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Merges `from[left..middle]` and `from[middle..right]` into `to`. */
function* mergeTwo(
  from: Uint32Array,
  to: Uint32Array,
  [left, middle, right]: readonly [number, number, number],
  compare: Compare,
): Generator<void> {
  let [i, j] = [left, middle];
  for (let at = left; at < right; at++) {
    const takesLeft = j >= right || (i < middle && compare(from[i] as number, from[j] as number) <= 0);
    to[at] = from[takesLeft ? i++ : j++] as number;
    if (at % BREATH === 0) yield;
  }
}
