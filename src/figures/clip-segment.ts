/** What lies between two corners. */
export interface ClipBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether a place is in a box. */
export function isIn({ left, top, right, bottom }: ClipBox, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/**
 * The part of a straight way that lies in a box, as parts of the way; undefined if none does.
 *
 * The algorithm is that of Liang and Barsky (1984).
 */
export function clipSegment(
  box: ClipBox,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
): [enter: number, leave: number] | undefined {
  const across = within(x0, x1 - x0, box.left, box.right);
  const up = within(y0, y1 - y0, box.top, box.bottom);
  const enter = Math.max(0, across[0], up[0]);
  const leave = Math.min(1, across[1], up[1]);
  return enter <= leave ? [enter, leave] : undefined;
}

/** From which to which part of a way it is between two bounds. */
function within(from: number, way: number, low: number, high: number): [enter: number, leave: number] {
  if (way === 0) return from >= low && from <= high ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const [a, b] = [(low - from) / way, (high - from) / way];
  return a < b ? [a, b] : [b, a];
}
