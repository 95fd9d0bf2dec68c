import type { Motor, Readable } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { checkDetectors, checkMotor } from './check-arguments.js';
import { deviceRepr } from './device-repr.js';
import type { SnakeAxes } from './patterns/grid-args.js';
import { chunkOuterProductArgs, gridChunks } from './patterns/grid-args.js';
import { outerProduct } from './patterns/products.js';
import type { PerStep, PerStep1d } from './per-step.js';
import { perStepRepr } from './per-step.js';
import { asPlanFunction, plan } from './plan.js';
import { dimensionPerMotor, withMissingHints } from './plan-metadata.js';
import { takeOptions } from './plan-options.js';
import type { Frame } from './reach.js';
import { relativePlan } from './relative-plan.js';
import { scanAlong } from './scan-nd.js';

/** The options of {@link gridScan} and {@link relGridScan}. */
export interface GridScanOptions {
  /** Which motors go back and forth: all but the slowest (true), none (false, the default), or those of a list. */
  snakeAxes?: SnakeAxes | null;
  /** What to do at each point instead of moving, triggering and reading. */
  perStep?: PerStep | null;
  /** Metadata for the run. */
  md?: Readonly<Record<string, unknown>>;
}

/** Motors with start, stop and number of points, in the old style also with booleans; then options. */
type GridScanArgs = (
  Motor | number | boolean | GridScanOptions | (Omit<GridScanOptions, 'perStep'> & { perStep: PerStep1d })
)[];

/**
 * Reads detectors at every point of a grid; the first motor is the slowest.
 *
 * @param detectors - what to read beside the motors
 * @param args - for each motor: the motor, its first and its last position and the number of points; then
 *   `{ snakeAxes, perStep, md }`. In the old style each motor but the first is followed by whether it snakes
 * @returns the run's uid
 * @throws `PlanArgumentError` before anything moves, if arguments are missing or out of place, a motor comes twice, or
 *   `snakeAxes` names the slowest motor or one that is not scanned
 * @example
 * ```ts
 * await RE(gridScan([det4], motor1, -3, 3, 6, motor2, -5, 5, 10, { snakeAxes: true }))
 * ```
 */
export function gridScan(
  detectors: readonly Readable[],
  motor1: Motor,
  start1: number,
  stop1: number,
  num1: number,
  motor2: Motor,
  start2: number,
  stop2: number,
  num2: number,
  options?: GridScanOptions,
): Plan<string>;
export function gridScan(
  detectors: readonly Readable[],
  motor1: Motor,
  start1: number,
  stop1: number,
  num1: number,
  motor2: Motor,
  start2: number,
  stop2: number,
  num2: number,
  motor3: Motor,
  start3: number,
  stop3: number,
  num3: number,
  options?: GridScanOptions,
): Plan<string>;
export function gridScan(detectors: readonly Readable[], ...args: GridScanArgs): Plan<string>;
export function gridScan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  return gridScanning(detectors, ...args);
}

asPlanFunction(gridScan);

const gridScanning = plan(function* gridScan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  return yield* steps('gridScan', detectors, args, {});
});

/**
 * Reads detectors at every point of a grid around where the motors are, and sends them back.
 *
 * The extents in the run's metadata count from there too, as in bluesky.
 *
 * @param detectors - what to read beside the motors
 * @param args - as for {@link gridScan}, with positions that count from where the motors are
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(relGridScan([det4], motor1, -1, 1, 3, motor2, -1, 1, 5))
 * ```
 */
export function relGridScan(detectors: readonly Readable[], ...args: GridScanArgs): Plan<string> {
  return relativeGridScanning(detectors, ...args);
}

asPlanFunction(relGridScan);

const relativeGridScanning = plan(function* relGridScan(
  detectors: readonly Readable[],
  ...args: unknown[]
): Plan<string> {
  const [rest] = takeOptions<GridScanOptions>('relGridScan', args, ['snakeAxes', 'perStep', 'md']);
  const motors = chunkOuterProductArgs(rest).map(([motor]) => motor);
  return yield* relativePlan(motors, steps('relGridScan', detectors, args, { plan_name: 'rel_grid_scan' }, 'relative'));
});

function steps(
  name: string,
  detectors: readonly Readable[],
  args: readonly unknown[],
  defaults: Readonly<Record<string, unknown>>,
  frame: Frame = 'absolute',
): Plan<string> {
  const checked = checkDetectors(name, detectors);
  const [given, options] = takeOptions<GridScanOptions>(name, args, ['snakeAxes', 'perStep', 'md']);
  const { snakeAxes, perStep = null } = options;
  const chunks = gridChunks(given, snakeAxes);
  for (const [motor] of chunks) checkMotor(name, motor);
  const trajectory = outerProduct(
    chunks.flatMap((chunk, at) => (at === 0 ? chunk.slice(0, 4) : chunk)),
    name,
  );
  const motors = chunks.map(([motor]) => motor);
  const described = chunks.flatMap(([motor, start, stop, num, snake], at) => [
    deviceRepr(motor),
    start,
    stop,
    num,
    ...(at > 0 ? [snake] : []),
  ]);
  const own = {
    shape: chunks.map(([, , , num]) => num),
    extents: chunks.map(([, start, stop]) => [start, stop]),
    snaking: chunks.map(([, , , , snake]) => snake),
    plan_args: { detectors: checked.map(deviceRepr), args: described, per_step: perStepRepr(perStep) },
    plan_name: 'grid_scan',
    plan_pattern: 'outer_product',
    plan_pattern_args: { args: described },
    plan_pattern_module: 'bluesky.plan_patterns',
    motors: motors.map((motor) => motor.name),
  };
  const hints = { gridding: 'rectilinear', ...dimensionPerMotor(motors) };
  const md = withMissingHints(own, hints, { ...defaults, ...options.md });
  return scanAlong(name, checked, trajectory, { perStep, md }, frame);
}
