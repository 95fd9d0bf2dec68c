import type { Motor, Readable } from '../devices/index.js';
import { nameOf } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { checkDetectors, checkMotor, PlanArgumentError } from './check-arguments.js';
import { mergedCycler } from './coupled-axes.js';
import type { Cycler } from './cycler.js';
import { isCycler } from './cycler.js';
import { deviceRepr } from './device-repr.js';
import type { PerStep, PerStep1d } from './per-step.js';
import { asPerStep, perStepRepr } from './per-step.js';
import { asPlanFunction, plan } from './plan.js';
import { dimensionPerMotor, withMissingHints } from './plan-metadata.js';
import { readOptions } from './plan-options.js';
import { runWrapper } from './preprocessors/run-wrapper.js';
import { stageWrapper } from './preprocessors/stage-wrapper.js';
import type { Frame } from './reach.js';
import { checkReach } from './reach.js';
import { oneNdStep } from './step-stubs.js';

/** The options of plans that go from point to point. */
export interface ScanNdOptions {
  /** What to do at each point instead of moving, triggering and reading. */
  perStep?: PerStep | PerStep1d | null;
  /** Metadata for the run. */
  md?: Readonly<Record<string, unknown>> | null;
}

/**
 * Scans along any trajectory.
 *
 * @param detectors - what to read beside the motors
 * @param trajectory - where the motors stand at each point; see {@link cycler}
 * @param options - `perStep`, `md`
 * @returns the run's uid
 * @example
 * ```ts
 * const path = cycler(motor1, [1, 2, 3]).multiply(cycler(motor2, [4, 5]))
 * await RE(scanNd([det], path))
 * ```
 */
export function scanNd(detectors: readonly Readable[], trajectory: Cycler, options?: ScanNdOptions): Plan<string> {
  return scanningNd(detectors, trajectory, options);
}

asPlanFunction(scanNd);

const scanningNd = plan(function* scanNd(
  detectors: readonly Readable[],
  trajectory: Cycler,
  options?: ScanNdOptions,
): Plan<string> {
  const checked = readOptions<ScanNdOptions>('scanNd', [options], [], ['perStep', 'md']);
  if (!isCycler(trajectory)) {
    throw new PlanArgumentError(
      `scanNd(): the trajectory must be a cycler, as in scanNd([det], cycler(motor, [1, 2, 3])), not ${nameOf(trajectory)}.`,
    );
  }
  for (const motor of trajectory.keys) checkMotor('scanNd', motor);
  return yield* scanAlong('scanNd', detectors, trajectory, checked);
});

/**
 * The core of all plans that go from point to point; the metadata given win over those made here.
 *
 * @param name - the plan that is called, for messages
 */
export function scanAlong(
  name: string,
  detectors: readonly Readable[],
  trajectory: Cycler,
  { perStep, md }: ScanNdOptions,
  frame: Frame = 'absolute',
): Plan<string> {
  const checked = checkDetectors(name, detectors);
  if (trajectory.length === 0) throw new PlanArgumentError(`${name}(): the motors have no positions to go to.`);
  for (const [motor, positions] of trajectory.columns()) checkReach(motor, positions, frame);
  const step = perStep ? asPerStep(perStep, trajectory.keys) : oneNdStep;
  const own = {
    detectors: checked.map((detector) => detector.name),
    motors: trajectory.keys.map((motor) => motor.name),
    num_points: trajectory.length,
    num_intervals: trajectory.length - 1,
    plan_args: {
      detectors: checked.map(deviceRepr),
      // Plans with patterns say what they go through in a shorter way.
      ...(md?.plan_args ? {} : { cycler: String(trajectory) }),
      per_step: perStepRepr(perStep),
    },
    plan_name: 'scan_nd',
  };
  const metadata = withMissingHints(own, dimensionPerMotor(trajectory.keys), md ?? {});
  const merged = mergedCycler(trajectory);
  return stageWrapper(runWrapper(steps(checked, merged, step), { md: metadata }), [...checked, ...merged.keys]);
}

function* steps(detectors: readonly Readable[], trajectory: Cycler, perStep: PerStep): Plan {
  const posCache = new Map<Motor, number>();
  for (let at = 0; at < trajectory.length; at++) yield* perStep(detectors, trajectory.at(at), posCache);
}
