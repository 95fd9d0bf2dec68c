/** Browsers stop at some 17 to 33 million pixels; this is well below. */
const TALLEST = 8_000_000;

/**
 * Where in a very long table one looks, whatever height the page gives it.
 *
 * Up to {@link TALLEST} pixels, places in the table are places in the page. Beyond, the bar covers
 * the table at a smaller scale.
 */
export class ScrollRange {
  /** Height that all rows would have. */
  readonly real: number;
  /** Height that they are given in the page. */
  readonly shown: number;

  constructor(
    rows: number,
    rowHeight: number,
    readonly viewport: number,
  ) {
    this.real = rows * rowHeight;
    this.shown = Math.min(this.real, TALLEST);
  }

  /** Whether a place in the page is not a place in the table. */
  get scaled(): boolean {
    return this.shown < this.real;
  }

  /** The lowest place that one can look at. */
  get end(): number {
    return Math.max(0, this.real - this.viewport);
  }

  /** From the place of the scroll bar to a place in the table. */
  toTable(scrollTop: number): number {
    return this.clamp(this.scaled ? scrollTop * this.#scale() : scrollTop);
  }

  /** From a place in the table to that of the scroll bar. */
  toPage(top: number): number {
    return this.scaled ? top / this.#scale() : top;
  }

  /** The nearest place that can be looked at. */
  clamp(top: number): number {
    return Math.min(Math.max(0, top), this.end);
  }

  #scale(): number {
    return this.end / (this.shown - this.viewport);
  }
}
