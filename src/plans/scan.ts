import type { Motor, Readable } from '../devices/index.js';
import { nameOf } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { checkDetectors, checkMotor, checkNum, PlanArgumentError } from './check-arguments.js';
import { asPlanFunction, plan } from './plan.js';
import { deviceRepr } from './plan-stubs.js';
import { hintedFields, scanNd } from './scan-nd.js';
import type { PerStep } from './scan-nd.js';
import { innerProduct } from './trajectory.js';
import type { Stretch } from './trajectory.js';

/** The options of {@link scan}. */
export interface ScanOptions {
  /** The number of points, if it is not the last argument. */
  num?: number;
  /** What to do at each point instead of moving, triggering and reading. */
  perStep?: PerStep;
  /** Metadata for the run. */
  md?: Readonly<Record<string, unknown>>;
}

/**
 * Moves one or more motors together, in even steps, and reads the detectors at each.
 *
 * @param detectors - what to read beside the motors
 * @param args - for each motor: the motor, its first and its last position; then the number of points
 * @returns the run's uid
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
export function scan(detectors: readonly Readable[], ...args: (Motor | number | ScanOptions)[]): Plan<string>;
export function scan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  return scanning(detectors, ...args);
}

asPlanFunction(scan);

const scanning = plan(function* scan(detectors: readonly Readable[], ...args: unknown[]): Plan<string> {
  const checked = checkDetectors('scan', detectors);
  const { stretches, num, options } = parse(args);
  const described = stretches.flatMap(({ motor, start, stop }) => [deviceRepr(motor), start, stop]);
  const { perStep, md = {} } = options;
  const fields = stretches.flatMap(({ motor }) => hintedFields(motor) ?? []);
  const hints = fields.length > 0 ? { dimensions: [[fields, 'primary']] } : {};
  const metadata = {
    plan_args: {
      detectors: checked.map(deviceRepr),
      num,
      args: described,
      per_step: perStep ? `<function ${perStep.name}>` : 'None',
    },
    plan_name: 'scan',
    plan_pattern: 'inner_product',
    plan_pattern_module: 'bluesky.plan_patterns',
    plan_pattern_args: { num, args: described },
    motors: stretches.map(({ motor }) => motor.name),
    ...md,
    hints: { ...hints, ...(md.hints as object | undefined) },
  };
  return yield* scanNd(checked, innerProduct(num, stretches), { perStep, md: metadata });
});

function parse(args: readonly unknown[]): { stretches: Stretch[]; num: number; options: ScanOptions } {
  const last = args.at(-1);
  const options = isOptions(last) ? last : {};
  const rest = isOptions(last) ? args.slice(0, -1) : args;
  if (options.num === undefined && rest.length % 3 !== 1) {
    throw new PlanArgumentError(
      'scan(): the number of points must be the last argument, as in scan([det], motor, -1, 1, 5), or the option num.',
    );
  }
  const num = checkNum('scan', options.num ?? rest.at(-1));
  const triples = options.num === undefined ? rest.slice(0, -1) : rest;
  return { stretches: stretchesOf(triples), num, options };
}

function isOptions(value: unknown): value is ScanOptions {
  return typeof value === 'object' && value !== null && !('name' in value) && !('set' in value);
}

function stretchesOf(triples: readonly unknown[]): Stretch[] {
  if (triples.length === 0 || triples.length % 3 !== 0) {
    throw new PlanArgumentError('scan(): give for each motor the motor, its first and its last position.');
  }
  const stretches: Stretch[] = [];
  for (let i = 0; i < triples.length; i += 3) {
    const [motor, start, stop] = triples.slice(i, i + 3);
    checkMotor('scan', motor);
    for (const position of [start, stop]) {
      if (typeof position === 'number' && Number.isFinite(position)) continue;
      throw new PlanArgumentError(
        `scan(): the positions of ${(motor as Motor).name} must be numbers, not ${nameOf(position)}.`,
      );
    }
    stretches.push({ motor: motor as Motor, start: start as number, stop: stop as number });
  }
  return stretches;
}
