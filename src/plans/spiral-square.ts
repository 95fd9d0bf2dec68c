import type { Motor, Readable } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { checkDetectors, checkMotor } from './check-arguments.js';
import { deviceRepr } from './device-repr.js';
import { spiralSquarePattern } from './patterns/spirals.js';
import { perStepRepr } from './per-step.js';
import { asPlanFunction, plan } from './plan.js';
import { dimensionPerMotor, withMissingHints } from './plan-metadata.js';
import { takeOptions } from './plan-options.js';
import type { Frame } from './reach.js';
import { relativePlan } from './relative-plan.js';
import { scanAlong } from './scan-nd.js';
import type { ScanNdOptions } from './scan-nd.js';

/**
 * Reads detectors at every point of a grid, which is gone through in rings from its middle out.
 *
 * @param detectors - what to read beside the motors
 * @param xMotor - the motor along x
 * @param yMotor - the motor along y
 * @param xCenter - the middle along x
 * @param yCenter - the middle along y
 * @param xRange - the whole width
 * @param yRange - the whole height
 * @param xNum - the number of columns
 * @param yNum - the number of rows
 * @param options - `perStep`, `md`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(spiralSquare([det4], motor1, motor2, 0, 0, 2, 2, 5, 5))
 * ```
 */
export function spiralSquare(
  detectors: readonly Readable[],
  xMotor: Motor,
  yMotor: Motor,
  xCenter: number,
  yCenter: number,
  xRange: number,
  yRange: number,
  xNum: number,
  yNum: number,
  options?: ScanNdOptions,
): Plan<string> {
  return squareSpiraling(detectors, xMotor, yMotor, xCenter, yCenter, xRange, yRange, xNum, yNum, options);
}

asPlanFunction(spiralSquare);

const squareSpiraling = plan(function* spiralSquare(...args: SquareArgs): Plan<string> {
  return yield* steps('spiralSquare', args, {});
});

/**
 * Reads detectors at every point of a grid around where the motors are, which is gone through in rings from its middle
 * out, and sends the motors back.
 *
 * @param detectors - what to read beside the motors
 * @param xMotor - the motor along x
 * @param yMotor - the motor along y
 * @param xRange - the whole width
 * @param yRange - the whole height
 * @param xNum - the number of columns
 * @param yNum - the number of rows
 * @param options - `perStep`, `md`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(relSpiralSquare([det4], motor1, motor2, 2, 2, 5, 5))
 * ```
 */
export function relSpiralSquare(
  detectors: readonly Readable[],
  xMotor: Motor,
  yMotor: Motor,
  xRange: number,
  yRange: number,
  xNum: number,
  yNum: number,
  options?: ScanNdOptions,
): Plan<string> {
  return relativeSquareSpiraling(detectors, xMotor, yMotor, xRange, yRange, xNum, yNum, options);
}

asPlanFunction(relSpiralSquare);

const relativeSquareSpiraling = plan(function* relSpiralSquare(
  detectors: readonly Readable[],
  xMotor: Motor,
  yMotor: Motor,
  xRange: number,
  yRange: number,
  xNum: number,
  yNum: number,
  options?: ScanNdOptions,
): Plan<string> {
  const inner = steps(
    'relSpiralSquare',
    [detectors, xMotor, yMotor, 0, 0, xRange, yRange, xNum, yNum, options],
    { plan_name: 'rel_spiral_square' },
    'relative',
  );
  return yield* relativePlan([xMotor, yMotor], inner);
});

type SquareArgs = [
  detectors: readonly Readable[],
  xMotor: Motor,
  yMotor: Motor,
  xCenter: number,
  yCenter: number,
  xRange: number,
  yRange: number,
  xNum: number,
  yNum: number,
  options?: ScanNdOptions,
];

function steps(
  name: string,
  [detectors, xMotor, yMotor, xCenter, yCenter, xRange, yRange, xNum, yNum, given]: SquareArgs,
  defaults: Readonly<Record<string, unknown>>,
  frame: Frame = 'absolute',
): Plan<string> {
  const checked = checkDetectors(name, detectors);
  for (const motor of [xMotor, yMotor]) checkMotor(name, motor);
  const [, { perStep = null, md }] = takeOptions<ScanNdOptions>(name, [given], ['perStep', 'md']);
  const path = spiralSquarePattern({ xMotor, yMotor, xCenter, yCenter, xRange, yRange, xNum, yNum }, name);
  const own = {
    plan_args: {
      detectors: checked.map(deviceRepr),
      x_motor: deviceRepr(xMotor),
      y_motor: deviceRepr(yMotor),
      x_center: xCenter,
      y_center: yCenter,
      x_range: xRange,
      y_range: yRange,
      x_num: xNum,
      y_num: yNum,
      per_step: perStepRepr(perStep),
    },
    plan_name: 'spiral_square',
    plan_pattern: 'spiral_square',
    shape: [yNum, xNum],
    extents: [
      [yCenter - yRange / 2, yCenter + yRange / 2],
      [xCenter - xRange / 2, xCenter + xRange / 2],
    ],
  };
  const hints = { gridding: 'rectilinear_nonsequential', ...dimensionPerMotor([yMotor, xMotor]) };
  const metadata = withMissingHints(own, hints, { ...defaults, ...md });
  return scanAlong(name, checked, path, { perStep, md: metadata }, frame);
}
