/**
 * Seconds since the Unix epoch, as documents carry them.
 *
 * `performance` keeps the microseconds that `Date.now()` cuts off, but does not follow a clock that is
 * set while the process runs; the offset is therefore taken anew when the two drift apart.
 */
let offset = performance.timeOrigin;

const DRIFT_MS = 50;

/** What stands in for the clock while a plan is gone through that does not run. */
let simulated: (() => number) | undefined;

export function now(): number {
  if (simulated) return simulated();
  const wall = Date.now();
  const precise = offset + performance.now();
  if (Math.abs(precise - wall) > DRIFT_MS) {
    offset = wall - performance.now();
    return wall / 1000;
  }
  return precise / 1000;
}

/** Does work, which must not wait for anything, as if it were another time: `seconds` is asked instead of the clock. */
export function atTime<T>(seconds: () => number, work: () => T): T {
  const before = simulated;
  simulated = seconds;
  try {
    return work();
  } finally {
    simulated = before;
  }
}
