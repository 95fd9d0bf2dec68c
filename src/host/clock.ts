/**
 * Seconds since the Unix epoch, as documents carry them.
 *
 * `performance` keeps the microseconds that `Date.now()` cuts off, but does not follow a clock that is
 * set while the process runs; the offset is therefore taken anew when the two drift apart.
 */
let offset = performance.timeOrigin;

const DRIFT_MS = 50;

export function now(): number {
  const wall = Date.now();
  const precise = offset + performance.now();
  if (Math.abs(precise - wall) > DRIFT_MS) {
    offset = wall - performance.now();
    return wall / 1000;
  }
  return precise / 1000;
}
