import { EPSILON } from './machine.js';
import type { Limits } from './problem.js';

/**
 * Marks the variables that rest on a bound and would cross it going downhill, and takes their columns
 * out of the Jacobian.
 */
export function pegVariables(
  at: Float64Array,
  residual: Float64Array,
  jacobian: Float64Array,
  { lower, upper }: Limits,
  pegged: Uint8Array,
): void {
  const points = residual.length;
  for (let j = 0; j < at.length; j++) {
    const low = at[j] === lower[j];
    const high = at[j] === upper[j];
    pegged[j] = 0;
    if (!low && !high) continue;
    const column = jacobian.subarray(j * points, (j + 1) * points);
    const slope = dot(column, residual);
    if ((low && slope > 0) || (high && slope < 0)) {
      pegged[j] = 1;
      column.fill(0);
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/**
 * Shortens a step so that it ends inside the limits: variables on a bound do not cross it, and the first
 * one that would reach a bound ends exactly there.
 */
export function confineStep(at: Float64Array, step: Float64Array, { lower, upper }: Limits): void {
  let share = 1;
  let first = -1;
  for (let j = 0; j < at.length; j++) {
    const value = at[j] as number;
    const move = step[j] as number;
    const room = (move < 0 ? (lower[j] as number) : (upper[j] as number)) - value;
    if (room === 0) step[j] = 0;
    else if (Math.abs(room) < Math.abs(move) * share) {
      share = room / move;
      first = j;
    }
  }
  if (first < 0) return;
  for (let j = 0; j < at.length; j++) step[j] = (step[j] as number) * share;
}

/** Puts variables that rounding left beside a bound, or beyond it, onto it. */
export function clipInto(at: Float64Array, { lower, upper }: Limits): void {
  for (let j = 0; j < at.length; j++) {
    const value = at[j] as number;
    const low = lower[j] as number;
    const high = upper[j] as number;
    if (value <= low + roundingOf(low)) at[j] = low;
    else if (value >= high - roundingOf(high)) at[j] = high;
  }
}

function roundingOf(bound: number): number {
  return Number.isFinite(bound) ? 4 * EPSILON * Math.abs(bound) : 0;
}
