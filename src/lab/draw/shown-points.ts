import type { LinePoints } from '../../figures/index.js';
import type { Axes } from './axes.js';
import { pixelsOf } from './axis-scale.js';
import { indexOf } from './line-index.js';
import { lookAround } from './x-order.js';

/** A point of a figure: which line, and which of its points. */
export interface PointIndex {
  line: number;
  point: number;
}

/** A place in pixels. */
export interface Place {
  x: number;
  y: number;
}

/** Rounding may put a point on the edge of the plot a little outside of it. */
const EDGE = 0.5;

/** How much a pixel up or down counts beside one to the left or right. */
const Y_WEIGHT = 0.02;

/** The points of a figure that can be seen: those in the plot, without gaps. */
export class ShownPoints {
  readonly #xOf: (value: number) => number;
  readonly #yOf: (value: number) => number;

  constructor(
    readonly axes: Axes,
    readonly lines: readonly LinePoints[],
  ) {
    this.#xOf = pixelsOf(axes.x);
    this.#yOf = pixelsOf(axes.y);
  }

  /** How many points a line has, those included that cannot be seen. */
  count(line: number): number {
    return this.lines[line]?.x.length ?? 0;
  }

  /** Where in the plot a point is; undefined if it cannot be seen. */
  placeOf({ line, point }: PointIndex): Place | undefined {
    const points = this.lines[line];
    if (!points || !(point >= 0 && point < points.x.length)) return undefined;
    const { width, height, isSwapped } = this.axes;
    const along = this.#xOf(points.x[point] as number);
    const across = this.#yOf(points.y[point] as number);
    const [x, y] = isSwapped ? [across, along] : [along, across];
    const inside = x >= -EDGE && x <= width + EDGE && y >= -EDGE && y <= height + EDGE;
    return inside ? { x, y } : undefined;
  }

  /**
   * The point that one means by pointing at a place: the nearest in x, and of those about as near the
   * nearest in y. Observable Plot's `pointerX` weighs the two in this way.
   */
  nearest(to: Place): PointIndex | undefined {
    return this.#nearestOf(this.lines.keys(), to);
  }

  /** The same, of one line only. */
  nearestInLine(line: number, to: Place): PointIndex | undefined {
    return this.#nearestOf([line], to);
  }

  #nearestOf(lines: Iterable<number>, to: Place): PointIndex | undefined {
    let found: PointIndex | undefined;
    let distance = Infinity;
    for (const line of lines) {
      const here = this.#nearestIn(line, to, distance);
      if (here.point < 0) continue;
      found = { line, point: here.point };
      distance = here.distance;
    }
    return found;
  }

  /** Squares of distances are enough. */
  #nearestIn(line: number, to: Place, below: number): { point: number; distance: number } {
    const points = this.lines[line] as LinePoints;
    const { x, y } = points;
    const { isSwapped } = this.axes;
    const [along, across] = isSwapped ? [to.y, to.x] : [to.x, to.y];
    let point = -1;
    let distance = below;
    /** Compares a point; false if it is too far away in x alone, and for gaps. */
    const look = (i: number): boolean => {
      const dx = this.#xOf(x[i] as number) - along;
      if (!(dx * dx < distance)) return false;
      const dy = (this.#yOf(y[i] as number) - across) * Y_WEIGHT;
      const square = dx * dx + dy * dy;
      if (square < distance && this.placeOf({ line, point: i })) {
        distance = square;
        point = i;
      }
      return true;
    };
    lookAround(x, indexOf(points).order, this.axes.x.invert(along), look);
    return { point, distance };
  }
}
