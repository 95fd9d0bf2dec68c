import type { LinePen, PixelPoints } from './pixel-points.js';

/**
 * Traces a line through any number of points in no more strokes than can be seen.
 *
 * Of the points that fall one after another into the same column of pixels only the first, the least,
 * the greatest and the last are kept: the picture is the same, at a cost that does not depend on how
 * the browser draws long paths. Points that are not finite leave a gap.
 */
export function traceReduced(pen: LinePen, points: PixelPoints, columnsPerPixel: number): void {
  const column = new PixelColumn();
  for (let row = 0; row < points.length; row++) {
    const x = points.x(row);
    const y = points.y(row);
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      column.trace(pen, points);
      column.lift();
      continue;
    }
    const at = Math.floor(x * columnsPerPixel);
    if (column.at === at) column.add(row, y);
    else {
      column.trace(pen, points);
      column.begin(at, row, y);
    }
  }
  column.trace(pen, points);
}

/** The rows of one column of pixels that decide how it looks. */
class PixelColumn {
  /** Which column; NaN for none. */
  at = NaN;
  #first = 0;
  #least = 0;
  #greatest = 0;
  #last = 0;
  #leastY = 0;
  #greatestY = 0;
  #penDown = false;

  begin(at: number, row: number, y: number): void {
    this.at = at;
    this.#first = this.#least = this.#greatest = this.#last = row;
    this.#leastY = this.#greatestY = y;
  }

  add(row: number, y: number): void {
    this.#last = row;
    if (y < this.#leastY) {
      this.#least = row;
      this.#leastY = y;
    } else if (y > this.#greatestY) {
      this.#greatest = row;
      this.#greatestY = y;
    }
  }

  /** The next point begins a new line. */
  lift(): void {
    this.at = NaN;
    this.#penDown = false;
  }

  /** Goes on with the line through the rows that matter, in their order. */
  trace(pen: LinePen, points: PixelPoints): void {
    if (Number.isNaN(this.at)) return;
    const low = Math.min(this.#least, this.#greatest);
    const high = Math.max(this.#least, this.#greatest);
    this.#to(pen, points, this.#first);
    if (low !== this.#first) this.#to(pen, points, low);
    if (high !== low) this.#to(pen, points, high);
    if (this.#last !== high && this.#last !== this.#first) this.#to(pen, points, this.#last);
  }

  #to(pen: LinePen, points: PixelPoints, row: number): void {
    if (this.#penDown) pen.lineTo(points.x(row), points.y(row));
    else pen.moveTo(points.x(row), points.y(row));
    this.#penDown = true;
  }
}
