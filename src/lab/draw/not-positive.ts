import type { LinePoints } from '../../figures/index.js';

/** How many points of lines have an x, a y, or either that is finite but not positive. */
class NotPositive {
  x = 0;
  y = 0;
  either = 0;
  #seen = 0;

  grow({ x, y }: LinePoints): void {
    for (let i = this.#seen; i < x.length; i++) {
      if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) continue;
      const [xLow, yLow] = [(x[i] as number) <= 0, (y[i] as number) <= 0];
      if (xLow) this.x += 1;
      if (yLow) this.y += 1;
      if (xLow || yLow) this.either += 1;
    }
    this.#seen = x.length;
  }
}

const counts = new WeakMap<object, NotPositive>();

/** How many points logarithmic axes have no place for; of points that have only become more it looks at the new ones. */
export function withoutPlace(points: LinePoints, isLog: { x: boolean; y: boolean }): number {
  if (!isLog.x && !isLog.y) return 0;
  const key = points.lineage ?? points;
  let count = counts.get(key);
  if (!count) {
    count = new NotPositive();
    counts.set(key, count);
  }
  count.grow(points);
  if (isLog.x && isLog.y) return count.either;
  return isLog.x ? count.x : count.y;
}
