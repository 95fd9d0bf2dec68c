/** Internal values smaller than this are taken as zero, as in lmfit. */
const TINY = 1e-15;

/** A parameter's bounds; infinite where there is none. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/**
 * The unbounded variable that stands for a bounded parameter: MINUIT's transformation (F. James and M. Roos,
 * Comput. Phys. Commun. 10 (1975) 343), in the form that lmfit uses.
 */
export function toInternal(value: number, { min, max }: Bounds): number {
  const internal = transformed(value, min, max);
  return Math.abs(internal) < TINY ? 0 : internal;
}

function transformed(value: number, min: number, max: number): number {
  if (min === -Infinity && max === Infinity) return value;
  if (max === Infinity) return Math.sqrt((value - min + 1) ** 2 - 1);
  if (min === -Infinity) return Math.sqrt((max - value + 1) ** 2 - 1);
  return Math.asin((2 * (value - min)) / (max - min) - 1);
}

/** The parameter's value that an internal variable stands for. */
export function fromInternal(internal: number, { min, max }: Bounds): number {
  if (min === -Infinity && max === Infinity) return internal;
  if (max === Infinity) return min - 1 + Math.sqrt(internal * internal + 1);
  if (min === -Infinity) return max + 1 - Math.sqrt(internal * internal + 1);
  return min + ((Math.sin(internal) + 1) * (max - min)) / 2;
}

/** How fast the parameter changes with its internal variable. */
export function gradientScale(internal: number, { min, max }: Bounds): number {
  if (min === -Infinity && max === Infinity) return 1;
  if (max === Infinity) return internal / Math.sqrt(internal * internal + 1);
  if (min === -Infinity) return -internal / Math.sqrt(internal * internal + 1);
  return (Math.cos(internal) * (max - min)) / 2;
}

/** The value, or the bound that it lies beyond. */
export function clip(value: number, { min, max }: Bounds): number {
  if (value > max) return max;
  return value < min ? min : value;
}

/** Whether bounds are so close that nothing is left between them. */
export function areEqual({ min, max }: Bounds): boolean {
  return min === max || (Number.isFinite(max) && Math.abs(min - max) <= 1e-13 + 1e-13 * Math.abs(max));
}
