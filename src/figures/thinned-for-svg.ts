import { clipSegment, isIn } from './clip-segment.js';
import type { LinePoints } from './growing-points.js';
import type { SvgPoint } from './line-svg-marks.js';
import type { SeenPlot } from './seen-plot.js';

/** Browsers do not draw right what reaches farther than this, in pixels. */
const FAR = 100_000;
const BOX = { left: -FAR, top: -FAR, right: FAR, bottom: FAR };
const GAP: SvgPoint = { x: NaN, y: NaN };

/**
 * The places of a line's points, as many as can be told apart: of those in one column of pixels the first,
 * the lowest, the highest and the last, none that is followed and preceded by others on the same side of the
 * plot, and no more than so many.
 */
export function thinnedForSvg(
  { x, y }: LinePoints,
  place: (x: number, y: number) => SvgPoint,
  { area, isSwapped }: SeenPlot,
  most: number,
): SvgPoint[] {
  const along = isSwapped ? 'y' : 'x';
  const from = isSwapped ? area.top : area.left;
  const to = from + (isSwapped ? area.height : area.width);
  const kept = new KeptPoints(along, x.length > most);
  for (let row = 0; row < x.length; row++) {
    const at = place(x[row] as number, y[row] as number);
    kept.add(at, at[along] < from ? -1 : at[along] > to ? 1 : 0);
  }
  const points = kept.finish();
  const step = Math.ceil(points.length / most);
  return cutOff(points.filter((_, index) => index % step === 0));
}

/** Cuts a line off where it reaches too far. */
function cutOff(points: readonly SvgPoint[]): SvgPoint[] {
  const isNear = ({ x, y }: SvgPoint): boolean => isIn(BOX, x, y);
  if (points.every(isNear)) return [...points];
  return points.flatMap((point, at) => {
    const before = points[at - 1];
    if (!before || !isPlace(before) || !isPlace(point) || (isNear(before) && isNear(point))) {
      return isNear(point) || !isPlace(point) ? [point] : [];
    }
    const part = clipSegment(BOX, [before.x, before.y], [point.x, point.y]);
    if (!part) return [GAP];
    const on = (share: number): SvgPoint => ({
      x: before.x + share * (point.x - before.x),
      y: before.y + share * (point.y - before.y),
    });
    const end = isNear(point) ? point : on(part[1]);
    return isNear(before) ? [end] : [GAP, on(part[0]), end];
  });
}

function isPlace({ x, y }: SvgPoint): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** Collects points column by column. */
class KeptPoints {
  readonly #along: 'x' | 'y';
  readonly #across: 'x' | 'y';
  readonly #thins: boolean;
  readonly #kept: SvgPoint[] = [];
  #column: SvgPoint[] = [];
  #at = NaN;
  /** The last point on a side of the plot, which is kept if the next is not there. */
  #beyond: { point: SvgPoint; side: number } | undefined;

  constructor(along: 'x' | 'y', thins: boolean) {
    this.#along = along;
    this.#across = along === 'x' ? 'y' : 'x';
    this.#thins = thins;
  }

  add(point: SvgPoint, side: number): void {
    if (side !== 0 && side === this.#beyond?.side) {
      this.#beyond.point = point;
      return;
    }
    if (this.#beyond) this.#keep(this.#beyond.point);
    this.#beyond = undefined;
    if (side === 0) this.#keep(point);
    else {
      this.#keep(point);
      this.#beyond = { point, side };
    }
  }

  finish(): SvgPoint[] {
    this.#endColumn();
    return this.#kept;
  }

  #keep(point: SvgPoint): void {
    const column = Math.floor(point[this.#along]);
    if (this.#thins && column !== this.#at) this.#endColumn();
    this.#at = column;
    if (this.#thins) this.#column.push(point);
    else if (this.#kept.at(-1) !== point) this.#kept.push(point);
  }

  #endColumn(): void {
    const column = this.#column;
    const height = (point: SvgPoint): number => point[this.#across];
    let [lowest, highest] = [column[0], column[0]];
    for (const point of column) {
      if (!Number.isFinite(height(point))) continue;
      if (!lowest || !Number.isFinite(height(lowest)) || height(point) < height(lowest)) lowest = point;
      if (!highest || !Number.isFinite(height(highest)) || height(point) > height(highest)) highest = point;
    }
    const wanted = new Set([column[0], lowest, highest, column.at(-1)]);
    this.#kept.push(...column.filter((point) => wanted.has(point)));
    this.#column = [];
  }
}
