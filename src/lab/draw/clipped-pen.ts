import { clipSegment, isIn } from '../../figures/index.js';
import type { ClipBox } from '../../figures/index.js';
import type { LinePen } from './pixel-points.js';

/** So far around the plot lines are drawn, in pixels: more than half of any line's width. */
const AROUND = 100;

/**
 * Leaves out of a line what is far outside of a plot.
 *
 * Where a small part of a line is shown, the rest lies so far away that browsers no longer draw right.
 */
export class ClippedPen implements LinePen {
  readonly #pen: LinePen;
  readonly #box: ClipBox;
  #x = NaN;
  #y = NaN;
  /** Whether the last place is one where the pen is. */
  #isThere = false;

  constructor(pen: LinePen, width: number, height: number) {
    this.#pen = pen;
    this.#box = { left: -AROUND, top: -AROUND, right: width + AROUND, bottom: height + AROUND };
  }

  moveTo(x: number, y: number): void {
    this.#go(x, y);
    if (this.#isThere) this.#pen.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    const [fromX, fromY, wasThere] = [this.#x, this.#y, this.#isThere];
    this.#go(x, y);
    if (wasThere && this.#isThere) {
      this.#pen.lineTo(x, y);
      return;
    }
    const part = clipSegment(this.#box, [fromX, fromY], [x, y]);
    if (!part) return;
    const [enter, leave] = part;
    const [dx, dy] = [x - fromX, y - fromY];
    if (!wasThere) this.#pen.moveTo(fromX + enter * dx, fromY + enter * dy);
    if (this.#isThere) this.#pen.lineTo(x, y);
    else this.#pen.lineTo(fromX + leave * dx, fromY + leave * dy);
  }

  /** Only of a single point, which becomes a dot. */
  closePath(): void {
    if (this.#isThere) this.#pen.closePath();
  }

  #go(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    this.#isThere = isIn(this.#box, x, y);
  }
}
