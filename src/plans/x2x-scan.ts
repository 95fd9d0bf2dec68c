import type { Motor, Readable } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { checkDetectors, checkMotor, checkNumber } from './check-arguments.js';
import { deviceRepr } from './device-repr.js';
import { perStepRepr } from './per-step.js';
import { asPlanFunction, plan } from './plan.js';
import { takeOptions } from './plan-options.js';
import { relativeInnerProductScan } from './scan.js';
import type { ScanOptions } from './scan.js';

/**
 * Moves one motor around where it is, and another by half as much, as for a diffractometer's two theta and theta.
 *
 * @param detectors - what to read beside the motors
 * @param motor1 - the motor that goes the whole way
 * @param motor2 - the motor that goes half the way
 * @param start - the first position of `motor1`, counted from where it is
 * @param stop - its last position, counted likewise
 * @param num - the number of points
 * @param options - `perStep`, `md`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(x2xScan([det], motor1, motor2, -2, 2, 11))
 * ```
 */
export function x2xScan(
  detectors: readonly Readable[],
  motor1: Motor,
  motor2: Motor,
  start: number,
  stop: number,
  num: number,
  options?: Omit<ScanOptions, 'num'>,
): Plan<string> {
  return x2xScanning(detectors, motor1, motor2, start, stop, num, options);
}

asPlanFunction(x2xScan);

const x2xScanning = plan(function* x2xScan(
  detectors: readonly Readable[],
  motor1: Motor,
  motor2: Motor,
  start: number,
  stop: number,
  num: number,
  options?: Omit<ScanOptions, 'num'>,
): Plan<string> {
  const [, { perStep = null, md }] = takeOptions<ScanOptions>('x2xScan', [options], ['perStep', 'md']);
  for (const motor of [motor1, motor2]) checkMotor('x2xScan', motor);
  const [from, to] = [checkNumber('x2xScan', 'start', start), checkNumber('x2xScan', 'stop', stop)];
  const own = {
    plan_name: 'x2x_scan',
    plan_args: {
      detectors: checkDetectors('x2xScan', detectors).map(deviceRepr),
      motor1: motor1.name,
      motor2: motor2.name,
      start,
      stop,
      num,
      per_step: perStepRepr(perStep),
    },
  };
  return yield* relativeInnerProductScan(detectors, num, motor1, from, to, motor2, from / 2, to / 2, {
    perStep,
    md: { ...own, ...md },
  });
});
