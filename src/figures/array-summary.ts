/** More dimensions than any detector has. */
const MOST_DIMENSIONS = 8;

/** Arrays of more elements than these are told by their shape. */
export const MOST_ELEMENTS = 16;

/** Of an array that is too large for a cell, its shape: `[2048 × 2048]`; undefined for everything else. */
export function arraySummary(value: unknown): string | undefined {
  const shape = shapeOf(value);
  if (!shape) return undefined;
  const count = shape.reduce((product, each) => product * each, 1);
  return count > MOST_ELEMENTS ? shapeText(shape) : undefined;
}

/** A shape as people write it: `[2048 × 2048]`. */
export function shapeText(shape: readonly unknown[]): string {
  return `[${shape.map((each) => String(each)).join(' × ')}]`;
}

/** The lengths of nested lists as those of their first elements, or what an n-dimensional array says itself. */
function shapeOf(value: unknown): number[] | undefined {
  const { shape, data } = (value ?? {}) as { shape?: unknown; data?: unknown };
  if (Array.isArray(shape) && data !== undefined) return shape.map(Number);
  const lengths: number[] = [];
  let inner = value;
  while (isList(inner) && lengths.length < MOST_DIMENSIONS) {
    lengths.push(inner.length);
    inner = inner[0];
  }
  return lengths.length > 0 ? lengths : undefined;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}
