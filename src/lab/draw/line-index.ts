import type { LinePoints } from '../../figures/index.js';
import { Extent } from './extent.js';
import { ValueIndex } from './value-index.js';
import { RunningOrder } from './x-order.js';
import type { Order } from './x-order.js';

/** What drawing has to know of all points of a line, kept up as they become more. */
export class LineIndex {
  readonly x: Extent = new Extent();
  readonly y: Extent = new Extent();
  readonly #order = new RunningOrder();
  readonly #linear = new ValueIndex(-Infinity);
  /** Made when it is asked for the first time. */
  #log: ValueIndex | undefined;
  #y: Float64Array = new Float64Array(0);

  /** Of x. */
  get order(): Order {
    return this.#order.order;
  }

  /** What y is on a linear or a logarithmic axis. */
  values(isLog: boolean): ValueIndex {
    if (!isLog) return this.#linear;
    this.#log ??= new ValueIndex(0);
    this.#log.grow(this.#y);
    return this.#log;
  }

  grow({ x, y }: LinePoints): void {
    this.#y = y;
    this.x.grow(x);
    this.y.grow(y);
    this.#order.grow(x);
    this.#linear.grow(y);
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
