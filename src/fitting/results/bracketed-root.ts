const MOST_STEPS = 100;
/** lmfit asks for 5e-5; its solver ends far below that, and so does this one. */
const RELATIVE = 1e-9;

/**
 * A root of a continuous function between two points at which it has different signs.
 *
 * Ridders' method (IEEE Trans. Circuits Syst. 26, 1979), which keeps the root bracketed.
 */
export function bracketedRoot(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [atLow, atHigh] = [f(low), f(high)];
  if (atLow === 0) return low;
  for (let step = 0; step < MOST_STEPS && atHigh !== 0; step++) {
    const middle = (low + high) / 2;
    const atMiddle = f(middle);
    const root = Math.sqrt(atMiddle * atMiddle - atLow * atHigh);
    if (root === 0) return middle;
    const next = middle + ((middle - low) * Math.sign(atLow - atHigh) * atMiddle) / root;
    const atNext = f(next);
    if (atNext === 0) return next;
    if (atMiddle < 0 !== atNext < 0) [low, atLow, high, atHigh] = [middle, atMiddle, next, atNext];
    else if (atLow < 0 !== atNext < 0) [high, atHigh] = [next, atNext];
    else [low, atLow] = [next, atNext];
    if (Math.abs(high - low) <= RELATIVE * Math.abs(next) || Math.abs(atNext) < 1e-12) return next;
  }
  return high;
}
