/** Half of a screen refresh; the other half is for everything else. */
const SLICE_MS = 8;

/** Work was given up since nobody wants its result any longer. */
export class GivenUpError extends Error {
  override readonly name = 'GivenUpError';
}

/**
 * Does work that yields now and then, in slices between which the page is free.
 *
 * @param told - hears what the work has yielded last, after each slice
 * @returns what the work returns; rejects with a {@link GivenUpError} once `signal` is aborted
 */
export async function inSlices<Step, Result>(
  work: Generator<Step, Result>,
  signal: AbortSignal,
  told?: (step: Step) => void,
): Promise<Result> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    let step = work.next();
    while (!step.done && performance.now() < until) step = work.next();
    if (step.done) return step.value;
    told?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal.aborted) throw new GivenUpError('The work was given up.');
  }
}
