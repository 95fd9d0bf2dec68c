import type { Motor } from '../devices/index.js';
import { linspace } from './patterns.js';

/** Where each motor stands at one point of a scan. */
export type Positions = ReadonlyMap<Motor, number>;

/** The points of a scan. */
export interface Trajectory {
  /** The motors in the order of the arguments. */
  motors: readonly Motor[];
  points: readonly Positions[];
}

/** One motor's stretch of a scan. */
export interface Stretch {
  motor: Motor;
  start: number;
  stop: number;
}

/** All motors at once, each evenly from its start to its stop. */
export function innerProduct(num: number, stretches: readonly Stretch[]): Trajectory {
  const columns = stretches.map(({ motor, start, stop }) => ({ motor, values: linspace(start, stop, num) }));
  const points = Array.from(
    { length: num },
    (_, i) => new Map(columns.map(({ motor, values }) => [motor, values[i] as number])),
  );
  return { motors: stretches.map(({ motor }) => motor), points };
}
