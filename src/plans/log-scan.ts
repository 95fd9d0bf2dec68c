import type { Motor, Readable } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { checkDetectors, checkFunction, checkMotor, checkNum, checkNumber } from './check-arguments.js';
import { deviceRepr } from './device-repr.js';
import { logspace } from './patterns/spacing.js';
import type { PerStep1d } from './per-step.js';
import { perStepRepr } from './per-step.js';
import { asPlanFunction, plan } from './plan.js';
import { dimensionPerMotor, withMissingHints } from './plan-metadata.js';
import { takeOptions } from './plan-options.js';
import { runWrapper } from './preprocessors/run-wrapper.js';
import { stageWrapper } from './preprocessors/stage-wrapper.js';
import type { Frame } from './reach.js';
import { checkReach } from './reach.js';
import { relativePlan } from './relative-plan.js';
import { one1dStep } from './step-stubs.js';

/** The options of {@link logScan} and {@link relLogScan}. */
export interface LogScanOptions {
  /** What to do at each point instead of moving, triggering and reading. */
  perStep?: PerStep1d | null;
  /** Metadata for the run. */
  md?: Readonly<Record<string, unknown>> | null;
}

/**
 * Moves a motor in steps that are even on a logarithmic scale, and reads the detectors at each.
 *
 * @param detectors - what to read beside the motor
 * @param motor - what to move
 * @param start - the power of 10 at which it begins: the first position is `10 ** start`
 * @param stop - the power of 10 at which it ends
 * @param num - the number of points
 * @param options - `perStep`, `md`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(logScan([det], motor, -3, 1, 9))   // from 0.001 to 10
 * ```
 */
export function logScan(
  detectors: readonly Readable[],
  motor: Motor,
  start: number,
  stop: number,
  num: number,
  options?: LogScanOptions,
): Plan<string> {
  return logScanning(detectors, motor, start, stop, num, options);
}

asPlanFunction(logScan);

const logScanning = plan(function* logScan(...args: LogScanArgs): Plan<string> {
  return yield* steps('logScan', args, {});
});

/**
 * Moves a motor away from where it is in steps that are even on a logarithmic scale, reads the detectors at each, and
 * sends the motor back.
 *
 * @param detectors - what to read beside the motor
 * @param motor - what to move
 * @param start - the power of 10 at which it begins: the first position is `10 ** start` from where the motor is
 * @param stop - the power of 10 at which it ends
 * @param num - the number of points
 * @param options - `perStep`, `md`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(relLogScan([det], motor, -2, 0, 5))
 * ```
 */
export function relLogScan(
  detectors: readonly Readable[],
  motor: Motor,
  start: number,
  stop: number,
  num: number,
  options?: LogScanOptions,
): Plan<string> {
  return relativeLogScanning(detectors, motor, start, stop, num, options);
}

asPlanFunction(relLogScan);

const relativeLogScanning = plan(function* relLogScan(...args: LogScanArgs): Plan<string> {
  const [, motor] = args;
  return yield* relativePlan([motor], steps('relLogScan', args, { plan_name: 'rel_log_scan' }, 'relative'));
});

type LogScanArgs = [
  detectors: readonly Readable[],
  motor: Motor,
  start: number,
  stop: number,
  num: number,
  options?: LogScanOptions,
];

function* steps(
  name: string,
  [detectors, motor, start, stop, num, options]: LogScanArgs,
  defaults: Readonly<Record<string, unknown>>,
  frame: Frame = 'absolute',
): Plan<string> {
  const checked = checkDetectors(name, detectors);
  checkMotor(name, motor);
  const [, { perStep, md }] = takeOptions<LogScanOptions>(name, [options], ['perStep', 'md']);
  checkFunction(name, 'perStep', perStep);
  const positions = logspace(checkNumber(name, 'start', start), checkNumber(name, 'stop', stop), checkNum(name, num));
  for (const end of [positions[0], positions.at(-1)]) checkNumber(name, 'a position, 10 to the power given,', end);
  checkReach(motor, positions, frame);
  const own = {
    detectors: checked.map((detector) => detector.name),
    motors: [motor.name],
    num_points: num,
    num_intervals: num - 1,
    plan_args: {
      detectors: checked.map(deviceRepr),
      num,
      start,
      stop,
      motor: deviceRepr(motor),
      per_step: perStepRepr(perStep),
    },
    plan_name: 'log_scan',
    plan_pattern: 'logspace',
    plan_pattern_module: 'numpy',
    plan_pattern_args: { start, stop, num },
  };
  const metadata = withMissingHints(own, dimensionPerMotor([motor]), { ...defaults, ...md });
  const body = function* (): Plan {
    for (const position of positions) yield* (perStep ?? one1dStep)(checked, motor, position);
  };
  return yield* stageWrapper(runWrapper(body(), { md: metadata }), [...checked, motor]);
}
