import type { LinePen, PixelPoints } from './pixel-points.js';

/** A pen for lines that may draw many strokes within one column of pixels as one bar. */
export interface ColumnPen extends LinePen {
  /** Fills a column, given by its middle, from one place to another. */
  bar?(at: number, from: number, to: number): void;
}

/** Columns in which a line goes up and down by more than this, in pixels, are drawn as bars. */
const BAR = 8;

/**
 * Traces a line through any number of points in no more strokes than can be seen.
 *
 * Of the points that fall one after another into the same column of pixels only the first, the least,
 * the greatest and the last are kept: the picture is the same, at a cost that does not depend on how
 * the browser draws long paths. Points that are not finite leave a gap.
 */
export function traceReduced(pen: ColumnPen, points: PixelPoints, columnsPerPixel: number): void {
  const column = new PixelColumn(pen, columnsPerPixel);
  for (let row = 0; row < points.length; row++) {
    const x = points.x(row);
    const y = points.y(row);
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      column.trace();
      column.lift();
      continue;
    }
    const at = Math.floor(x * columnsPerPixel);
    if (column.at === at) column.add(row, x, y);
    else {
      column.trace();
      column.begin(at, row, x, y);
    }
  }
  column.trace();
}

/** A point of a line, in pixels. */
interface Place {
  row: number;
  x: number;
  y: number;
}

/** The points of one column of pixels that decide how it looks. */
class PixelColumn {
  /** Which column; NaN for none. */
  at = NaN;
  readonly #pen: ColumnPen;
  readonly #columnsPerPixel: number;
  readonly #first: Place = { row: 0, x: 0, y: 0 };
  readonly #least: Place = { row: 0, x: 0, y: 0 };
  readonly #greatest: Place = { row: 0, x: 0, y: 0 };
  readonly #last: Place = { row: 0, x: 0, y: 0 };
  #penDown = false;
  /** The column before, if that was drawn as a bar, and where the line left it. */
  #barAt = NaN;
  readonly #left: Place = { row: 0, x: 0, y: 0 };

  constructor(pen: ColumnPen, columnsPerPixel: number) {
    this.#pen = pen;
    this.#columnsPerPixel = columnsPerPixel;
  }

  begin(at: number, row: number, x: number, y: number): void {
    this.at = at;
    put(this.#first, row, x, y);
    put(this.#least, row, x, y);
    put(this.#greatest, row, x, y);
    put(this.#last, row, x, y);
  }

  add(row: number, x: number, y: number): void {
    put(this.#last, row, x, y);
    if (y < this.#least.y) put(this.#least, row, x, y);
    else if (y > this.#greatest.y) put(this.#greatest, row, x, y);
  }

  /** The next point begins a new line. */
  lift(): void {
    this.at = NaN;
    this.#penDown = false;
    this.#barAt = NaN;
  }

  /** Goes on with the line through the points that matter, in their order. */
  trace(): void {
    if (Number.isNaN(this.at)) return;
    if (this.#pen.bar && this.#greatest.y - this.#least.y > BAR && this.#turns) this.#traceBar();
    else this.#traceStrokes();
  }

  /** Whether the line goes up and down within the column: one that only rises or falls is a stroke. */
  get #turns(): boolean {
    const isEnd = ({ row }: Place): boolean => row === this.#first.row || row === this.#last.row;
    return !isEnd(this.#least) || !isEnd(this.#greatest);
  }

  #traceStrokes(): void {
    const isRising = this.#least.row < this.#greatest.row;
    const [low, high] = isRising ? [this.#least, this.#greatest] : [this.#greatest, this.#least];
    // Where the line left a bar it goes on.
    if (!Number.isNaN(this.#barAt)) this.#pen.moveTo(this.#left.x, this.#left.y);
    this.#barAt = NaN;
    this.#to(this.#first);
    if (low.row !== this.#first.row) this.#to(low);
    if (high.row !== low.row) this.#to(high);
    if (this.#last.row !== high.row && this.#last.row !== this.#first.row) this.#to(this.#last);
  }

  #traceBar(): void {
    let [from, to] = [this.#least.y, this.#greatest.y];
    if (this.#barAt === this.at - 1 || this.#barAt === this.at + 1) {
      // The stroke from bar to bar is as good as vertical.
      from = Math.min(from, this.#left.y);
      to = Math.max(to, this.#left.y);
    } else {
      if (!Number.isNaN(this.#barAt)) this.#pen.moveTo(this.#left.x, this.#left.y);
      if (this.#penDown) this.#to(this.#first);
    }
    this.#pen.bar?.((this.at + 0.5) / this.#columnsPerPixel, from, to);
    this.#penDown = true;
    this.#barAt = this.at;
    put(this.#left, this.#last.row, this.#last.x, this.#last.y);
  }

  #to({ x, y }: Place): void {
    if (this.#penDown) this.#pen.lineTo(x, y);
    else this.#pen.moveTo(x, y);
    this.#penDown = true;
  }
}

function put(place: Place, row: number, x: number, y: number): void {
  place.row = row;
  place.x = x;
  place.y = y;
}
