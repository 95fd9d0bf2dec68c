/** Fits a second of computing, with covariance: a user's function, and a built-in shape with its own derivatives. */
import { programs } from '../programs.mjs';

/** By points: the least ratios to lmfit of a user's function and of a built-in shape. */
const LEAST = { 50: [30, 50], 500: [5, 10], 5000: [0.8, 2] };

export function rows({ folder }) {
  // Derivatives of its own take other evaluations: only the result has to be the same.
  const { ours, peer } = programs(folder, 'fit', ({ last }) => last);
  return Object.entries(LEAST).flatMap(([points, [user, builtIn]]) => [
    {
      name: `user, ${points} points`,
      unit: 'fits/s',
      passes: { ratioAtLeast: user },
      sides: { peer: peer('user', points), ours: ours('user', points) },
    },
    {
      name: `built-in, ${points} points`,
      unit: 'fits/s',
      passes: { ratioAtLeast: builtIn },
      sides: { peer: peer('built-in', points), ours: ours('built-in', points), scipy: peer('scipy', points) },
    },
  ]);
}
