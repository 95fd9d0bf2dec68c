import { bisector } from 'd3';

/** Whether values only rise (1), only fall (-1), or neither (0); a gap is neither. */
export type Order = 1 | -1 | 0;

/** The order of values that become more. */
export class RunningOrder {
  #rises = true;
  #falls = true;
  #seen = 0;

  /** Of all values so far; of no values and of equal ones it is 1. */
  get order(): Order {
    if (this.#rises) return 1;
    return this.#falls ? -1 : 0;
  }

  /** Looks at what is new in values that begin as they did before. */
  grow(values: Float64Array): void {
    for (let i = Math.max(1, this.#seen); i < values.length && (this.#rises || this.#falls); i++) {
      const step = (values[i] as number) - (values[i - 1] as number);
      this.#rises &&= step >= 0;
      this.#falls &&= step <= 0;
    }
    this.#seen = values.length;
  }
}

/**
 * Looks at values from the one nearest to `center` outward, in each direction as long as `look` says
 * so; at all of them if they have no order. In a million values in order it sees some few.
 */
export function lookAround(values: Float64Array, order: Order, center: number, look: (index: number) => boolean): void {
  if (order === 0) {
    for (let i = 0; i < values.length; i++) look(i);
    return;
  }
  const start = bisector((value: number, to: number) => order * (value - to)).left(values, center);
  let right = start;
  while (right < values.length && look(right)) right += 1;
  let left = start - 1;
  while (left >= 0 && look(left)) left -= 1;
}
