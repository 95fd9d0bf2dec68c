/**
 * Evenly spaced numbers from `start` to `stop`, both included; one number is `start`.
 *
 * Computed as numpy's `linspace` does, so that positions are the same to the last bit.
 */
export function linspace(start: number, stop: number, num: number): number[] {
  const span = stop - start;
  const step = span / Math.max(1, num - 1);
  const values = Array.from({ length: num }, (_, i) =>
    step === 0 ? (i / Math.max(1, num - 1)) * span + start : i * step + start,
  );
  if (num > 1) values[num - 1] = stop;
  return values;
}

/** Numbers from `10 ** start` to `10 ** stop`, evenly spaced on a logarithmic scale, as numpy's `logspace`. */
export function logspace(start: number, stop: number, num: number): number[] {
  return linspace(start, stop, num).map((exponent) => 10 ** exponent);
}
