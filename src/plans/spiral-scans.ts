import type { Motor, Readable } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { checkDetectors, checkMotor } from './check-arguments.js';
import type { Cycler } from './cycler.js';
import { deviceRepr } from './device-repr.js';
import { spiral as spiralPattern, spiralFermat as fermatPattern } from './patterns/spirals.js';
import { perStepRepr } from './per-step.js';
import { asPlanFunction, plan } from './plan.js';
import { dimensionPerMotor, withReplacedHints } from './plan-metadata.js';
import { takeOptions } from './plan-options.js';
import type { Frame } from './reach.js';
import { relativePlan } from './relative-plan.js';
import { scanAlong } from './scan-nd.js';
import type { ScanNdOptions } from './scan-nd.js';

/** The options of the round spirals. */
export interface SpiralOptions extends ScanNdOptions {
  /** The distance from ring to ring along y; default as along x. */
  drY?: number | null;
  /** The angle of the rectangle's sides, in radians; default 0. */
  tilt?: number | null;
}

const OPTIONS = ['drY', 'tilt', 'perStep', 'md'] as const;

/**
 * Scans a rectangle along a spiral of rings, from its middle out.
 *
 * @param detectors - what to read beside the motors
 * @param xMotor - the motor along x
 * @param yMotor - the motor along y
 * @param xStart - the middle along x
 * @param yStart - the middle along y
 * @param xRange - the whole width
 * @param yRange - the whole height
 * @param dr - the distance from ring to ring, along x
 * @param nth - the number of points in the first ring; the second has twice as many, and so on
 * @param options - `drY`, `tilt`, `perStep`, `md`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(spiral([det4], motor1, motor2, 0, 0, 1, 1, 0.1, 3))
 * ```
 */
export function spiral(
  detectors: readonly Readable[],
  xMotor: Motor,
  yMotor: Motor,
  xStart: number,
  yStart: number,
  xRange: number,
  yRange: number,
  dr: number,
  nth: number,
  options?: SpiralOptions,
): Plan<string> {
  return spiraling(detectors, xMotor, yMotor, xStart, yStart, xRange, yRange, dr, nth, options);
}

asPlanFunction(spiral);

const spiraling = plan(function* spiral(...args: SpiralArgs): Plan<string> {
  return yield* steps('spiral', SPIRAL, args, {});
});

/**
 * Scans a rectangle around where the motors are along a spiral of rings, and sends them back. See {@link spiral}.
 *
 * @param detectors - what to read beside the motors
 * @param xMotor - the motor along x
 * @param yMotor - the motor along y
 * @param xRange - the whole width
 * @param yRange - the whole height
 * @param dr - the distance from ring to ring, along x
 * @param nth - the number of points in the first ring
 * @param options - `drY`, `tilt`, `perStep`, `md`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(relSpiral([det4], motor1, motor2, 1, 1, 0.1, 3))
 * ```
 */
export function relSpiral(
  detectors: readonly Readable[],
  xMotor: Motor,
  yMotor: Motor,
  xRange: number,
  yRange: number,
  dr: number,
  nth: number,
  options?: SpiralOptions,
): Plan<string> {
  return relativeSpiraling(detectors, xMotor, yMotor, xRange, yRange, dr, nth, options);
}

asPlanFunction(relSpiral);

const relativeSpiraling = plan(function* relSpiral(...args: RelativeArgs): Plan<string> {
  return yield* relativeSteps('relSpiral', SPIRAL, args, { plan_name: 'rel_spiral' });
});

/**
 * Scans a rectangle along Fermat's spiral, from its middle out: points of equal density, each turned by the golden
 * angle.
 *
 * @param detectors - what to read beside the motors
 * @param xMotor - the motor along x
 * @param yMotor - the motor along y
 * @param xStart - the middle along x
 * @param yStart - the middle along y
 * @param xRange - the whole width
 * @param yRange - the whole height
 * @param dr - the distance between points, along x
 * @param factor - divides `dr`
 * @param options - `drY`, `tilt`, `perStep`, `md`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(spiralFermat([det4], motor1, motor2, 0, 0, 2, 2, 0.5, 1.5))
 * ```
 */
export function spiralFermat(
  detectors: readonly Readable[],
  xMotor: Motor,
  yMotor: Motor,
  xStart: number,
  yStart: number,
  xRange: number,
  yRange: number,
  dr: number,
  factor: number,
  options?: SpiralOptions,
): Plan<string> {
  return fermatSpiraling(detectors, xMotor, yMotor, xStart, yStart, xRange, yRange, dr, factor, options);
}

asPlanFunction(spiralFermat);

const fermatSpiraling = plan(function* spiralFermat(...args: SpiralArgs): Plan<string> {
  return yield* steps('spiralFermat', FERMAT, args, {});
});

/**
 * Scans a rectangle around where the motors are along Fermat's spiral, and sends them back. See {@link spiralFermat}.
 *
 * @param detectors - what to read beside the motors
 * @param xMotor - the motor along x
 * @param yMotor - the motor along y
 * @param xRange - the whole width
 * @param yRange - the whole height
 * @param dr - the distance between points, along x
 * @param factor - divides `dr`
 * @param options - `drY`, `tilt`, `perStep`, `md`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(relSpiralFermat([det4], motor1, motor2, 2, 2, 0.5, 1.5))
 * ```
 */
export function relSpiralFermat(
  detectors: readonly Readable[],
  xMotor: Motor,
  yMotor: Motor,
  xRange: number,
  yRange: number,
  dr: number,
  factor: number,
  options?: SpiralOptions,
): Plan<string> {
  return relativeFermatSpiraling(detectors, xMotor, yMotor, xRange, yRange, dr, factor, options);
}

asPlanFunction(relSpiralFermat);

const relativeFermatSpiraling = plan(function* relSpiralFermat(...args: RelativeArgs): Plan<string> {
  return yield* relativeSteps('relSpiralFermat', FERMAT, args, { plan_name: 'rel_spiral_fermat' });
});

type SpiralArgs = [
  detectors: readonly Readable[],
  xMotor: Motor,
  yMotor: Motor,
  xStart: number,
  yStart: number,
  xRange: number,
  yRange: number,
  dr: number,
  last: number,
  options?: SpiralOptions,
];

type RelativeArgs = [
  detectors: readonly Readable[],
  xMotor: Motor,
  yMotor: Motor,
  xRange: number,
  yRange: number,
  dr: number,
  last: number,
  options?: SpiralOptions,
];

/** What the two spirals share. */
interface Frame2d {
  xMotor: Motor;
  yMotor: Motor;
  xStart: number;
  yStart: number;
  xRange: number;
  yRange: number;
  dr: number;
  drY: number | null;
  tilt: number | null;
}

/** One of the two spirals: its name, its own argument, and its path. */
interface Kind {
  name: string;
  argument: 'nth' | 'factor';
  path(plan: string, frame: Frame2d, last: number): Cycler;
}

const SPIRAL: Kind = {
  name: 'spiral',
  argument: 'nth',
  path: (name, frame, nth) => spiralPattern({ ...frame, nth }, name),
};

const FERMAT: Kind = {
  name: 'spiral_fermat',
  argument: 'factor',
  path: (name, frame, factor) => fermatPattern({ ...frame, factor }, name),
};

function* relativeSteps(
  name: string,
  kind: Kind,
  [detectors, xMotor, yMotor, xRange, yRange, dr, last, options]: RelativeArgs,
  defaults: Readonly<Record<string, unknown>>,
): Plan<string> {
  const inner = steps(
    name,
    kind,
    [detectors, xMotor, yMotor, 0, 0, xRange, yRange, dr, last, options],
    defaults,
    'relative',
  );
  return yield* relativePlan([xMotor, yMotor], inner);
}

function steps(
  name: string,
  kind: Kind,
  [detectors, xMotor, yMotor, xStart, yStart, xRange, yRange, dr, last, given]: SpiralArgs,
  defaults: Readonly<Record<string, unknown>>,
  frame: Frame = 'absolute',
): Plan<string> {
  const checked = checkDetectors(name, detectors);
  for (const motor of [xMotor, yMotor]) checkMotor(name, motor);
  const [, options] = takeOptions<SpiralOptions>(name, [given], OPTIONS);
  const { drY = null, tilt = 0, perStep = null } = options;
  const path = kind.path(name, { xMotor, yMotor, xStart, yStart, xRange, yRange, dr, drY, tilt }, last);
  const place = {
    x_motor: deviceRepr(xMotor),
    y_motor: deviceRepr(yMotor),
    x_start: xStart,
    y_start: yStart,
    x_range: xRange,
    y_range: yRange,
    dr,
    [kind.argument]: last,
    dr_y: drY,
    tilt,
  };
  const own = {
    plan_args: { detectors: checked.map(deviceRepr), ...place, per_step: perStepRepr(perStep) },
    extents: [
      [xStart - xRange, xStart + xRange],
      [yStart - yRange, yStart + yRange],
    ],
    plan_name: kind.name,
    plan_pattern: kind.name,
    ...patternOf(kind, place),
  };
  const md = withReplacedHints(own, dimensionPerMotor([xMotor, yMotor]), { ...defaults, ...options.md });
  return scanAlong(name, checked, path, { perStep, md }, frame);
}

/** Of the two, bluesky writes the module before and after the arguments. */
function patternOf(kind: Kind, args: object): object {
  const module = { plan_pattern_module: 'bluesky.plan_patterns' };
  return kind === SPIRAL ? { plan_pattern_args: args, ...module } : { ...module, plan_pattern_args: args };
}
