import { bisector } from 'd3';

/** Whether values only rise (1), only fall (-1), or neither (0); a gap is neither. */
export type Order = 1 | -1 | 0;

/** The order of values. */
export function orderOf(values: ArrayLike<number>): Order {
  let [rises, falls] = [true, true];
  for (let i = 1; i < values.length && (rises || falls); i++) {
    const step = (values[i] as number) - (values[i - 1] as number);
    rises &&= step >= 0;
    falls &&= step <= 0;
  }
  if (rises) return 1;
  return falls ? -1 : 0;
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
