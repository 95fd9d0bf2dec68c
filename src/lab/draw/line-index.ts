import type { LinePoints } from '../../figures/index.js';
import { Extent } from './extent.js';
import { MinMaxPyramid } from './min-max-pyramid.js';
import { RunningOrder } from './x-order.js';
import type { Order } from './x-order.js';

/** A line with more gaps than this is looked at point by point. */
const MOST_GAPS = 10_000;

/** What drawing has to know of all points of a line, kept up as they become more. */
export class LineIndex {
  readonly x: Extent = new Extent();
  readonly y: Extent = new Extent();
  readonly pyramid: MinMaxPyramid = new MinMaxPyramid();
  readonly #order = new RunningOrder();
  #gaps: number[] | undefined = [];
  #seen = 0;

  /** Of x. */
  get order(): Order {
    return this.#order.order;
  }

  /** The points whose y is not finite, in their order; undefined if there are too many. */
  get gaps(): readonly number[] | undefined {
    return this.#gaps;
  }

  grow({ x, y }: LinePoints): void {
    this.x.grow(x);
    this.y.grow(y);
    this.#order.grow(x);
    this.pyramid.grow(y);
    for (let i = this.#seen; i < y.length && this.#gaps; i++) {
      if (Number.isFinite(y[i])) continue;
      this.#gaps.push(i);
      if (this.#gaps.length > MOST_GAPS) this.#gaps = undefined;
    }
    this.#seen = y.length;
  }
}

const indices = new WeakMap<object, LineIndex>();

/** The index of a line's points; of those that have only become more it looks at the new ones. */
export function indexOf(points: LinePoints): LineIndex {
  const key = points.lineage ?? points;
  let index = indices.get(key);
  if (!index) {
    index = new LineIndex();
    indices.set(key, index);
  }
  index.grow(points);
  return index;
}
