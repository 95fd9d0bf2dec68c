import type { Motor, Readable } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { checkDetectors, PlanArgumentError } from './check-arguments.js';
import { deviceRepr, reprOf } from './device-repr.js';
import type { Listed } from './list-scan.js';
import { listMissing, motorLists } from './motor-lists.js';
import type { SnakeAxes } from './patterns/grid-args.js';
import { checkKnownAxes } from './patterns/grid-args.js';
import { outerListProduct } from './patterns/products.js';
import { perStepRepr } from './per-step.js';
import { asPlanFunction, plan } from './plan.js';
import { dimensionPerMotor, withMissingHints } from './plan-metadata.js';
import { takeOptions } from './plan-options.js';
import type { Frame } from './reach.js';
import { everyNth, relativePlan } from './relative-plan.js';
import { scanAlong } from './scan-nd.js';
import type { ScanNdOptions } from './scan-nd.js';

/** The options of {@link listGridScan} and {@link relListGridScan}. */
export interface ListGridScanOptions extends ScanNdOptions {
  /** Which motors go back and forth: all but the first (true), none (false, the default), or those of a list. */
  snakeAxes?: SnakeAxes;
}

/** Motors and lists in turn, then options. */
type ListGridArgs = (Listed<never> | Iterable<unknown> | ListGridScanOptions)[];

/**
 * Reads detectors at every point of a grid that lists of positions make; the first motor is the slowest.
 *
 * @param detectors - what to read beside the motors
 * @param args - for each motor: the motor and the list of its positions; then `{ snakeAxes, perStep, md }`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(listGridScan([det4], motor1, [1, 2, 4], motor2, [5, 1, 3], { snakeAxes: true }))
 * ```
 */
export function listGridScan<T, U>(
  detectors: readonly Readable[],
  motor1: Listed<T>,
  positions1: Iterable<T>,
  motor2: Listed<U>,
  positions2: Iterable<U>,
  options?: ListGridScanOptions,
): Plan<string>;
export function listGridScan(detectors: readonly Readable[], ...args: ListGridArgs): Plan<string>;
export function listGridScan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  return listGridScanning(detectors, ...args);
}

asPlanFunction(listGridScan);

const listGridScanning = plan(function* listGridScan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  return yield* steps('listGridScan', detectors, args, {});
});

/**
 * Reads detectors at every point of a grid of positions that count from where the motors are, and sends them back.
 *
 * @param detectors - what to read beside the motors
 * @param args - for each motor: the motor and the list of its positions; then `{ snakeAxes, perStep, md }`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(relListGridScan([det4], motor1, [0, 1], motor2, [-1, 1]))
 * ```
 */
export function relListGridScan(detectors: readonly Readable[], ...args: ListGridArgs): Plan<string> {
  return relativeListGridScanning(detectors, ...args);
}

asPlanFunction(relListGridScan);

const relativeListGridScanning = plan(function* relListGridScan(
  detectors: readonly Readable[],
  ...args: unknown[]
): Plan<string> {
  const [rest] = takeOptions<ListGridScanOptions>('relListGridScan', args, ['snakeAxes', 'perStep', 'md']);
  const inner = steps('relListGridScan', detectors, args, { plan_name: 'rel_list_grid_scan' }, 'relative');
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
  const [given, options] = takeOptions<ListGridScanOptions>(name, args, ['snakeAxes', 'perStep', 'md']);
  const { snakeAxes = false, perStep = null } = options;
  const pairs = pairsOf(name, given);
  const trajectory = outerListProduct(pairs.flat(), snakeAxes, name);
  if (Array.isArray(snakeAxes)) checkKnownAxes(trajectory.keys, snakeAxes);
  const described = pairs.flatMap(([motor, list]) => [deviceRepr(motor), list]);
  const own = {
    shape: pairs.map(([, list]) => list.length),
    extents: pairs.map(([, list]) => extentOf(list)),
    snake_axes: reprOf(snakeAxes),
    plan_args: { detectors: checked.map(deviceRepr), args: described, per_step: perStepRepr(perStep) },
    plan_name: 'list_grid_scan',
    plan_pattern: 'outer_list_product',
    plan_pattern_args: { args: described, snake_axes: reprOf(snakeAxes) },
    plan_pattern_module: 'bluesky.plan_patterns',
    motors: pairs.map(([motor]) => motor.name),
  };
  const hints = dimensionPerMotor(pairs.map(([motor]) => motor));
  const md = withMissingHints(own, hints, { ...defaults, ...options.md });
  return scanAlong(name, checked, trajectory, { perStep, md }, frame);
}

/** Every motor of a grid has somewhere to go. */
function pairsOf(name: string, args: readonly unknown[]): [Motor, number[]][] {
  if (args.length === 0) throw listMissing();
  return Array.from(motorLists(name, args), ([motor, list]) => {
    if (list.length === 0) throw new PlanArgumentError(`${name}(): the list of positions of ${motor.name} is empty.`);
    return [motor, list];
  });
}

/** The least and the greatest, of texts too. */
function extentOf(list: readonly number[]): [number, number] {
  const [first] = list as readonly [number];
  return [
    list.reduce((least, each) => (each < least ? each : least), first),
    list.reduce((most, each) => (each > most ? each : most), first),
  ];
}
