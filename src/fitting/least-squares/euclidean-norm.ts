/** Sums of squares between these have neither lost small components nor overflowed. */
const SAFE_ABOVE = 1e-280;
const SAFE_BELOW = 1e300;

/** The length of `count` numbers of a vector, from `start` on, without overflow on the way. */
export function euclideanNorm(vector: Float64Array, start: number, count: number): number {
  let sum = 0;
  const end = start + count;
  for (let i = start; i < end; i++) {
    const value = vector[i] as number;
    sum += value * value;
  }
  if (sum > SAFE_ABOVE && sum < SAFE_BELOW) return Math.sqrt(sum);
  return scaledNorm(vector, start, end);
}

function scaledNorm(vector: Float64Array, start: number, end: number): number {
  let largest = 0;
  for (let i = start; i < end; i++) {
    const size = Math.abs(vector[i] as number);
    if (Number.isNaN(size)) return NaN;
    if (size > largest) largest = size;
  }
  if (largest === 0 || largest === Infinity) return largest;
  let sum = 0;
  for (let i = start; i < end; i++) sum += ((vector[i] as number) / largest) ** 2;
  return largest * Math.sqrt(sum);
}
