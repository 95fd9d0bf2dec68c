import type { Motor, Readable } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { checkDetectors, PlanArgumentError } from './check-arguments.js';
import { deviceRepr, reprOf } from './device-repr.js';
import { innerProduct } from './patterns/products.js';
import type { PerStep, PerStep1d } from './per-step.js';
import { perStepRepr } from './per-step.js';
import { asPlanFunction, plan } from './plan.js';
import { sharedDimension, withMergedHints } from './plan-metadata.js';
import { takeOptions } from './plan-options.js';
import type { Frame } from './reach.js';
import { everyNth, relativePlan } from './relative-plan.js';
import { scanAlong } from './scan-nd.js';

/** The options of {@link scan} and {@link relScan}. */
export interface ScanOptions {
  /** The number of points, if it is not the last argument. */
  num?: number;
  /** What to do at each point instead of moving, triggering and reading. */
  perStep?: PerStep | null;
  /** Metadata for the run. */
  md?: Readonly<Record<string, unknown>>;
}

/** Options whose `perStep` has the form for one motor. */
export type Scan1dOptions = Omit<ScanOptions, 'perStep'> & { perStep: PerStep1d };

/**
 * Moves one or more motors together, in even steps, and reads the detectors at each.
 *
 * @param detectors - what to read beside the motors
 * @param args - for each motor: the motor, its first and its last position; then the number of points
 * @returns the run's uid
 * @throws `PlanArgumentError` before anything moves, if an argument makes no sense; a motor's own error if it cannot
 *   go as far
 * @example
 * ```ts
 * await RE(scan([det], motor, -5, 5, 30), [new LiveTable([motor, det]), new LivePlot('det', 'motor')])
 * await RE(scan([det], motor1, 0, 1, motor2, 10, 20, 11))
 * ```
 */
export function scan(
  detectors: readonly Readable[],
  motor: Motor,
  start: number,
  stop: number,
  num: number,
  options?: ScanOptions,
): Plan<string>;
export function scan(
  detectors: readonly Readable[],
  motor: Motor,
  start: number,
  stop: number,
  options: ScanOptions & { num: number },
): Plan<string>;
export function scan(
  detectors: readonly Readable[],
  motor1: Motor,
  start1: number,
  stop1: number,
  motor2: Motor,
  start2: number,
  stop2: number,
  num: number,
  options?: ScanOptions,
): Plan<string>;
export function scan(
  detectors: readonly Readable[],
  motor1: Motor,
  start1: number,
  stop1: number,
  motor2: Motor,
  start2: number,
  stop2: number,
  motor3: Motor,
  start3: number,
  stop3: number,
  num: number,
  options?: ScanOptions,
): Plan<string>;
export function scan(
  detectors: readonly Readable[],
  ...args: (Motor | number | ScanOptions | Scan1dOptions)[]
): Plan<string>;
export function scan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  return scanning(detectors, ...args);
}

asPlanFunction(scan);

const scanning = plan(function* scan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  return yield* steps('scan', detectors, args, {});
});

/**
 * Moves one or more motors together, in even steps around where they are, reads the detectors at each, and sends the
 * motors back.
 *
 * @param detectors - what to read beside the motors
 * @param args - for each motor: the motor, its first and its last position, counted from where it is; then the number
 *   of points
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(relScan([det], motor, -1, 1, 21))
 * ```
 */
export function relScan(
  detectors: readonly Readable[],
  motor: Motor,
  start: number,
  stop: number,
  num: number,
  options?: ScanOptions,
): Plan<string>;
export function relScan(
  detectors: readonly Readable[],
  motor: Motor,
  start: number,
  stop: number,
  options: ScanOptions & { num: number },
): Plan<string>;
export function relScan(
  detectors: readonly Readable[],
  motor1: Motor,
  start1: number,
  stop1: number,
  motor2: Motor,
  start2: number,
  stop2: number,
  num: number,
  options?: ScanOptions,
): Plan<string>;
export function relScan(
  detectors: readonly Readable[],
  ...args: (Motor | number | ScanOptions | Scan1dOptions)[]
): Plan<string>;
export function relScan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  return relativeScanning(detectors, ...args);
}

asPlanFunction(relScan);

const relativeScanning = plan(function* relScan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  const [rest] = takeOptions<ScanOptions>('relScan', args, ['num', 'perStep', 'md']);
  const inner = steps('relScan', detectors, args, { plan_name: 'rel_scan' }, 'relative');
  return yield* relativePlan(everyNth(rest, 3), inner);
});

/** What the older plans for several motors take after `num`. */
type InnerProductArgs = (Motor | number | Omit<ScanOptions, 'num'>)[];

/**
 * {@link scan} with the number of points first.
 *
 * @deprecated Use {@link scan}.
 */
export function innerProductScan(detectors: readonly Readable[], num: number, ...args: InnerProductArgs): Plan<string> {
  return innerProductScanning(detectors, num, ...args);
}

asPlanFunction(innerProductScan);

const innerProductScanning = plan(function* innerProductScan(
  detectors: readonly Readable[],
  num: number,
  ...args: InnerProductArgs
): Plan<string> {
  return yield* steps('innerProductScan', detectors, numLast(args, num), { plan_name: 'inner_product_scan' });
});

/**
 * {@link relScan} with the number of points first.
 *
 * @deprecated Use {@link relScan}.
 */
export function relativeInnerProductScan(
  detectors: readonly Readable[],
  num: number,
  ...args: InnerProductArgs
): Plan<string> {
  return relativeInnerProductScanning(detectors, num, ...args);
}

asPlanFunction(relativeInnerProductScan);

const relativeInnerProductScanning = plan(function* relativeInnerProductScan(
  detectors: readonly Readable[],
  num: number,
  ...args: InnerProductArgs
): Plan<string> {
  const defaults = { plan_name: 'relative_inner_product_scan' };
  const inner = steps('relativeInnerProductScan', detectors, numLast(args, num), defaults, 'relative');
  return yield* relativePlan(everyNth(args, 3), inner);
});

function numLast(args: InnerProductArgs, num: number): unknown[] {
  const [rest, options] = takeOptions<ScanOptions>('innerProductScan', args, ['perStep', 'md']);
  return [...rest, num, options];
}

function steps(
  name: string,
  detectors: readonly Readable[],
  args: readonly unknown[],
  defaults: Readonly<Record<string, unknown>>,
  frame: Frame = 'absolute',
): Plan<string> {
  const checked = checkDetectors(name, detectors);
  const { triples, num, options } = parse(name, args);
  const trajectory = innerProduct(num, triples, name);
  const md = { ...defaults, ...options.md };
  const described = triples.map((each, at) => (at % 3 === 0 ? deviceRepr(each) : each));
  const own = {
    plan_args: {
      detectors: checked.map(deviceRepr),
      num,
      args: described,
      per_step: perStepRepr(options.perStep),
    },
    plan_name: 'scan',
    plan_pattern: 'inner_product',
    plan_pattern_module: 'bluesky.plan_patterns',
    plan_pattern_args: { num, args: described },
    motors: trajectory.keys.map((motor) => motor.name),
  };
  const metadata = withMergedHints(own, sharedDimension(trajectory.keys), md);
  return scanAlong(name, checked, trajectory, { perStep: options.perStep ?? null, md: metadata }, frame);
}

function parse(
  name: string,
  args: readonly unknown[],
): { triples: readonly unknown[]; num: number; options: ScanOptions } {
  const [rest, options] = takeOptions<ScanOptions>(name, args, ['num', 'perStep', 'md']);
  const inPlace = options.num === undefined;
  if (inPlace && rest.length % 3 !== 1) {
    throw new PlanArgumentError(
      "The number of points to scan must be provided as the last positional argument or as keyword argument 'num'.",
    );
  }
  const num = inPlace ? rest.at(-1) : options.num;
  if (typeof num !== 'number' || !Number.isInteger(num) || num <= 0) {
    throw new PlanArgumentError(
      'The parameter `num` is expected to be a number of steps (not step size!) It must therefore be a whole number. ' +
        `The given value was ${reprOf(num)}.`,
    );
  }
  return { triples: inPlace ? rest.slice(0, -1) : rest, num, options };
}
