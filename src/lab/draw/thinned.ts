import type { LinePoints } from '../../figures/index.js';
import type { ValueIndex } from './value-index.js';
import type { Order } from './x-order.js';

/** Rounding may put a point on the edge of the plot a little outside of it. */
const EDGE = 0.5;

/** The axis of x in pixels, and how far the plot reaches along it. */
export interface PixelScale {
  place(value: number): number;
  length: number;
  /** Columns of the screen in a pixel. */
  columnsPerPixel: number;
}

/**
 * The points that decide how a line looks whose x only rises or only falls: of those in one column of
 * pixels the first, the least, the greatest and the last, the gaps, and one point beyond each side of the
 * plot. It looks at some hundred points a column, however many there are.
 *
 * Undefined if the line has no such order, or too many gaps.
 */
export function thinned({ x }: LinePoints, order: Order, values: ValueIndex, scale: PixelScale): number[] | undefined {
  const { gaps } = values;
  if (order === 0 || !gaps) return undefined;
  const place = (row: number): number => scale.place(x[row] as number);
  const columnOf = (row: number): number => Math.floor(place(row) * scale.columnsPerPixel);
  const right = place(0) <= place(x.length - 1);
  const entered = (row: number): boolean => (right ? place(row) >= -EDGE : place(row) <= scale.length + EDGE);
  const left = (row: number): boolean => (right ? place(row) > scale.length + EDGE : place(row) < -EDGE);
  const first = Math.max(0, firstRow(0, x.length, entered) - 1);
  const end = Math.min(x.length, firstRow(first, x.length, left) + 1);
  const rows: number[] = [];
  let gap = firstRow(0, gaps.length, (at) => (gaps[at] as number) >= first);
  for (let row = first; row < end;) {
    if (row === gaps[gap]) {
      rows.push(row++);
      gap += 1;
      continue;
    }
    const column = columnOf(row);
    const stop = Math.min(end, gaps[gap] ?? end);
    const next = nextRow(row + 1, stop, (each) => columnOf(each) !== column);
    pushColumn(rows, row, next, values);
    row = next;
  }
  return rows;
}

function pushColumn(rows: number[], from: number, to: number, { pyramid }: ValueIndex): void {
  rows.push(from);
  if (to - from === 1) return;
  const { least, greatest } = pyramid.extremes(from, to);
  const last = to - 1;
  for (const row of least < greatest ? [least, greatest] : [greatest, least]) {
    if (row !== from && row !== last) rows.push(row);
  }
  rows.push(last);
}

/** The first row from `from` on of which something is true that stays true; `to` if there is none. */
function firstRow(from: number, to: number, isTrue: (row: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The same, quick where it is not far from `from`. */
function nextRow(from: number, to: number, isTrue: (row: number) => boolean): number {
  let step = 1;
  while (from + step < to && !isTrue(from + step)) step *= 2;
  return firstRow(from + (step >> 1), Math.min(to, from + step), isTrue);
}
