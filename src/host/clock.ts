/**
 * Seconds since the Unix epoch, as documents carry them.
 *
 * `performance` keeps the microseconds that `Date.now()` cuts off, but does not follow a clock that is
 * set while the process runs; the offset is therefore taken anew when the two drift apart.
 */
let offset = performance.timeOrigin;

const DRIFT_MS = 50;

/**
 * Under which all copies of livesky find what stands in for the clock while a plan is gone through that does
 * not run: the kernel's copy may go through a plan of the notebook's.
 */
const STAND_IN: unique symbol = Symbol.for('livesky.clock.1') as never;

const shared = globalThis as { [STAND_IN]?: (() => number) | undefined };

export function now(): number {
  const standIn = shared[STAND_IN];
  if (standIn) return standIn();
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
  const before = shared[STAND_IN];
  shared[STAND_IN] = seconds;
  try {
    return work();
  } finally {
    shared[STAND_IN] = before;
  }
}
