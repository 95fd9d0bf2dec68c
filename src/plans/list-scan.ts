import type { Movable, Readable } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { checkDetectors, PlanArgumentError } from './check-arguments.js';
import { deviceRepr, reprOf } from './device-repr.js';
import { motorLists } from './motor-lists.js';
import { innerListProduct } from './patterns/products.js';
import { perStepRepr } from './per-step.js';
import { asPlanFunction, plan } from './plan.js';
import { sharedDimension, withMergedHints } from './plan-metadata.js';
import { takeOptions } from './plan-options.js';
import type { Frame } from './reach.js';
import { everyNth, relativePlan } from './relative-plan.js';
import { scanAlong } from './scan-nd.js';
import type { ScanNdOptions } from './scan-nd.js';

/** A device that a list of values can be gone through with: it can be set, and read. */
export type Listed<T> = Movable<T> & Readable;

/** What {@link listScan} takes: motors and lists in turn, then options. */
type ListScanArgs = (Listed<never> | Iterable<unknown> | ScanNdOptions)[];

/**
 * Moves one or more motors together through lists of positions, and reads the detectors at each.
 *
 * @param detectors - what to read beside the motors
 * @param args - for each motor: the motor and the list of its positions; all lists have the same length; then
 *   `{ perStep, md }`
 * @returns the run's uid
 * @throws `PlanArgumentError` before anything moves, if lists differ in length or an argument makes no sense
 * @example
 * ```ts
 * await RE(listScan([det], motor, [0, 0.1, 0.5, 2]))
 * await RE(listScan([det], motor1, [0, 1], motor2, [10, 20]))
 * ```
 */
export function listScan<T>(
  detectors: readonly Readable[],
  motor: Listed<T>,
  positions: Iterable<T>,
  options?: ScanNdOptions,
): Plan<string>;
export function listScan<T, U>(
  detectors: readonly Readable[],
  motor1: Listed<T>,
  positions1: Iterable<T>,
  motor2: Listed<U>,
  positions2: Iterable<U>,
  options?: ScanNdOptions,
): Plan<string>;
export function listScan(detectors: readonly Readable[], ...args: ListScanArgs): Plan<string>;
export function listScan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  return listScanning(detectors, ...args);
}

asPlanFunction(listScan);

const listScanning = plan(function* listScan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  return yield* steps('listScan', detectors, args, {});
});

/**
 * Moves one or more motors together through lists of positions that count from where they are, reads the detectors at
 * each, and sends the motors back.
 *
 * @param detectors - what to read beside the motors
 * @param args - for each motor: the motor and the list of its positions; then `{ perStep, md }`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(relListScan([det], motor, [-1, 0, 2]))
 * ```
 */
export function relListScan<T>(
  detectors: readonly Readable[],
  motor: Listed<T>,
  positions: Iterable<T>,
  options?: ScanNdOptions,
): Plan<string>;
export function relListScan(detectors: readonly Readable[], ...args: ListScanArgs): Plan<string>;
export function relListScan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  return relativeListScanning(detectors, ...args);
}

asPlanFunction(relListScan);

const relativeListScanning = plan(function* relListScan(
  detectors: readonly Readable[],
  ...args: unknown[]
): Plan<string> {
  const [rest] = takeOptions<ScanNdOptions>('relListScan', args, ['perStep', 'md']);
  const inner = steps('relListScan', detectors, args, { plan_name: 'rel_list_scan' }, 'relative');
  return yield* relativePlan(everyNth(rest, 2), inner);
});

function steps(
  name: string,
  detectors: readonly Readable[],
  args: readonly unknown[],
  defaults: Readonly<Record<string, unknown>>,
  frame: Frame = 'absolute',
): Plan<string> {
  const checked = checkDetectors(name, detectors);
  const [given, options] = takeOptions<ScanNdOptions>(name, args, ['perStep', 'md']);
  const pairs = [...motorLists(name, given)];
  checkLengths(pairs);
  const trajectory = innerListProduct(pairs.flat(), name);
  const described = pairs.flatMap(([motor, list]) => [deviceRepr(motor), list]);
  const own = {
    detectors: checked.map((detector) => detector.name),
    motors: trajectory.keys.map((motor) => motor.name),
    num_points: trajectory.length,
    num_intervals: trajectory.length - 1,
    plan_args: { detectors: checked.map(deviceRepr), args: described, per_step: perStepRepr(options.perStep) },
    plan_name: 'list_scan',
    plan_pattern: 'inner_list_product',
    plan_pattern_module: 'bluesky.plan_patterns',
    plan_pattern_args: { args: described },
  };
  const md = withMergedHints(own, sharedDimension(trajectory.keys), { ...defaults, ...options.md });
  return scanAlong(name, checked, trajectory, { perStep: options.perStep ?? null, md }, frame);
}

function checkLengths(pairs: readonly [Readable, unknown[]][]): void {
  const lengths = Object.fromEntries(pairs.map(([motor, list]) => [motor.name, list.length]));
  if (new Set(Object.values(lengths)).size <= 1) return;
  throw new PlanArgumentError(
    `The lengths of all lists in *args must be the same. However the lengths in args are : ${reprOf(lengths)}`,
  );
}
