/** What the rounds of a bench row say. */

/** A peer whose own figures vary by more than this factor says nothing about us. */
export const LARGEST_SPREAD = 2;

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

/** The median of values and how far they reach: `{ median, least, most }`. */
export function summary(values) {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/**
 * Judges rounds by what a row asks.
 *
 * @param rounds - one object a round: each side's value by its name, `ours` and, where there is one, `peer`
 * @param passes - `{ ratioAtLeast }`, of ours to the peer's, or `{ atMost }` or `{ atLeast }`, of ours alone
 * @returns `ratio` where there is a peer, from the ratios of the rounds, and the `verdict`: `passed`,
 *   `missed`, or `inconclusive` where the peer says that the machine was not steady. A row with
 *   a limit of ours alone that passes on such a machine has passed.
 */
export function judge(rounds, passes) {
  const peers = rounds.map(({ peer }) => peer).filter((value) => value !== undefined);
  const ratio = peers.length > 0 ? summary(rounds.map(({ ours, peer }) => ours / peer)) : undefined;
  const steady = peers.length === 0 || Math.max(...peers) <= LARGEST_SPREAD * Math.min(...peers);
  if (passes.ratioAtLeast !== undefined) {
    const verdict = ratio.median >= passes.ratioAtLeast ? 'passed' : 'missed';
    return { ratio, verdict: steady ? verdict : 'inconclusive' };
  }
  const { atMost = Infinity, atLeast = -Infinity } = passes;
  const middle = median(rounds.map(({ ours }) => ours));
  const passed = middle <= atMost && middle >= atLeast;
  return { ratio, verdict: passed ? 'passed' : steady ? 'missed' : 'inconclusive' };
}

/** What the process ends with: 1 if a row has missed, else 2 if one says nothing, else 0. */
export function exitCode(verdicts) {
  if (verdicts.includes('missed')) return 1;
  return verdicts.includes('inconclusive') ? 2 : 0;
}
