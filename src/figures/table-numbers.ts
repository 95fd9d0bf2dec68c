import { fixed, scientific } from '../text/index.js';
import type { Column } from './column.js';

/** Digits after the first of numbers with a power of ten: at least these, at most those. */
const [FEWEST_DIGITS, MOST_DIGITS] = [3, 16];

/** From here on a power of ten is easier to read than zeros, and a double has no digits left after the point. */
const HUGE = 1e15;

/** What is smaller than this part of a column's largest number comes from rounding: `0.1 + 0.2 - 0.3`. */
const ROUNDING = 1e-12;

/** With so many digits a number in a column says more than its first one. */
const SAYING_DIGITS = 2;

/**
 * A number as a table on a screen shows it: as Python's `%.nf` does, but with a power of ten where that would show
 * nothing but zeros, or where nearly all digits of the whole column would be lost.
 *
 * @param largest - the size of the column's largest number
 *
 * @example
 * readableNumber(0.607, 3, 1)      // '0.607'
 * readableNumber(2.5e-9, 3, 4e-9)  // '2.500e-09'
 */
export function readableNumber(value: number, prec: number, largest: number): string {
  if (!Number.isFinite(value) || value === 0) return fixed(value, prec);
  const size = Math.abs(value);
  const isLost = largest < smallestColumn(prec) || (size < 0.5 * 10 ** -prec && size > largest * ROUNDING);
  if (!isLost && size < HUGE) return fixed(value, prec);
  return scientific(value, Math.min(Math.max(prec, FEWEST_DIGITS), MOST_DIGITS));
}

/** A column whose largest number is smaller than this has no digits to tell its numbers apart. */
function smallestColumn(prec: number): number {
  return prec >= SAYING_DIGITS ? 10 ** (SAYING_DIGITS - 1 - prec) : 0.5 * 10 ** -prec;
}

interface Largest {
  value: number;
  rows: number;
  edits: number;
}

const known: WeakMap<Column, Largest> = new WeakMap();

/**
 * The size of a column's largest finite number, 0 for none; only rows that are new are looked at.
 *
 * @param edits - grows whenever a row is replaced
 */
export function largestOf(column: Column, edits: number): number {
  let largest = known.get(column);
  if (!largest || largest.edits !== edits) {
    largest = { value: 0, rows: 0, edits };
    known.set(column, largest);
  }
  const { length } = column;
  let { value } = largest;
  for (let row = largest.rows; row < length; row++) {
    const size = Math.abs(column.numberAt(row));
    if (size > value && size < Infinity) value = size;
  }
  largest.rows = length;
  largest.value = value;
  return value;
}
