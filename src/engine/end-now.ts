import { RequestAbort } from './errors.js';
import type { PlanRunner } from './plan-runner.js';

/**
 * Ends a plan because its process is about to end: stops what moves first, then aborts. A plan whose cleanup
 * takes longer than two thirds of the time is left where it is, so that its runs are closed.
 *
 * @param over - settles when the plan is over
 */
export async function endNow(
  runner: PlanRunner,
  abort: () => Promise<unknown>,
  { over, reason, seconds }: { over: Promise<unknown>; reason: string; seconds: number },
): Promise<void> {
  // Not one after the other: a plan whose move has ended would begin the next one.
  const stopped = runner.devices.stopMoved();
  // One that is ending already is not aborted, but gets no more time.
  abort().catch(() => undefined);
  const ended = Promise.all([stopped, over]);
  if (await comesWithin((seconds * 2) / 3, ended)) return;
  runner.cutOff(new RequestAbort(reason));
  await comesWithin(seconds / 3, ended);
}

function comesWithin(seconds: number, coming: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), seconds * 1000);
    const come = (): void => {
      clearTimeout(timer);
      resolve(true);
    };
    coming.then(come, come);
  });
}
