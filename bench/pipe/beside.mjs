import { median } from '../statistics.mjs';
import { withNotebook } from './lab.mjs';

/**
 * Runs a set-up cell and one that measures in rounds, each with figures and without; returns the median of what
 * `compare` makes of a round, and both medians beside it.
 */
export function besideNone(folder, kernel, cells, compare) {
  return withNotebook(folder, kernel, cells, async ({ run, result }) => {
    await run(0);
    await run(1);
    const { rounds } = result();
    const each = (which) => median(rounds.map((round) => round[which]));
    return { value: median(rounds.map(compare)), also: { without: each('without'), with: each('with') } };
  });
}

/** What figures add. */
export const added = (round) => round.with - round.without;
