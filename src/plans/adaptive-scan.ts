import type { Motor, Readable, Readings } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { Msg } from '../engine/index.js';
import { didYouMean } from '../text/index.js';
import { checkDetectors, checkMotor, checkNumber, PlanArgumentError } from './check-arguments.js';
import { deviceRepr } from './device-repr.js';
import { mv } from './move-stubs.js';
import { asPlanFunction, plan } from './plan.js';
import { dimensionPerMotor, withMissingHints } from './plan-metadata.js';
import { readOptions } from './plan-options.js';
import { runWrapper } from './preprocessors/run-wrapper.js';
import { stageWrapper } from './preprocessors/stage-wrapper.js';
import type { Frame } from './reach.js';
import { checkReach } from './reach.js';
import { relativePlan } from './relative-plan.js';
import { separateDevices } from './separate-devices.js';

/** The options of {@link adaptiveScan} and {@link relAdaptiveScan}. */
export interface AdaptiveScanOptions {
  /** How much shorter a step must become before it is taken back: by this factor; default 0.8. */
  threshold?: number | null;
  /** Metadata for the run. */
  md?: Readonly<Record<string, unknown>> | null;
}

/**
 * Scans in steps that become shorter where a value changes fast, and longer where it does not.
 *
 * @param detectors - what to read beside the motor
 * @param targetField - the field of which the change from point to point is to be steady
 * @param motor - what to move
 * @param start - the first position
 * @param stop - where to end; it is not reached
 * @param minStep - the shortest step, above 0
 * @param maxStep - the longest step
 * @param targetDelta - how much the value should change from point to point
 * @param backstep - whether a step that was much too long is taken back
 * @param rest - `threshold` (default 0.8), in its place or as an option; `md`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(adaptiveScan([det], 'det', motor, -3, 3, 0.1, 1, 0.2, true))
 * ```
 */
export function adaptiveScan(
  detectors: readonly Readable[],
  targetField: string,
  motor: Motor,
  start: number,
  stop: number,
  minStep: number,
  maxStep: number,
  targetDelta: number,
  backstep: boolean,
  ...rest: [threshold?: number | null | AdaptiveScanOptions, options?: AdaptiveScanOptions]
): Plan<string> {
  return adapting(detectors, targetField, motor, start, stop, minStep, maxStep, targetDelta, backstep, ...rest);
}

asPlanFunction(adaptiveScan);

const adapting = plan(function* adaptiveScan(...args: AdaptiveArgs): Plan<string> {
  return yield* steps('adaptiveScan', args, {});
});

/**
 * Scans around where a motor is in steps that become shorter where a value changes fast, and sends the motor back. See
 * {@link adaptiveScan}.
 *
 * @param detectors - what to read beside the motor
 * @param targetField - the field of which the change from point to point is to be steady
 * @param motor - what to move
 * @param start - the first position, counted from where the motor is
 * @param stop - where to end, counted likewise
 * @param minStep - the shortest step, above 0
 * @param maxStep - the longest step
 * @param targetDelta - how much the value should change from point to point
 * @param backstep - whether a step that was much too long is taken back
 * @param rest - `threshold` (default 0.8), in its place or as an option; `md`
 * @returns the run's uid
 */
export function relAdaptiveScan(
  detectors: readonly Readable[],
  targetField: string,
  motor: Motor,
  start: number,
  stop: number,
  minStep: number,
  maxStep: number,
  targetDelta: number,
  backstep: boolean,
  ...rest: [threshold?: number | null | AdaptiveScanOptions, options?: AdaptiveScanOptions]
): Plan<string> {
  return adaptingFrom(detectors, targetField, motor, start, stop, minStep, maxStep, targetDelta, backstep, ...rest);
}

asPlanFunction(relAdaptiveScan);

const adaptingFrom = plan(function* relAdaptiveScan(...args: AdaptiveArgs): Plan<string> {
  const inner = steps('relAdaptiveScan', args, { plan_name: 'rel_adaptive_scan' }, 'relative');
  return yield* relativePlan([args[2]], inner);
});

type AdaptiveArgs = [
  detectors: readonly Readable[],
  targetField: string,
  motor: Motor,
  start: number,
  stop: number,
  minStep: number,
  maxStep: number,
  targetDelta: number,
  backstep: boolean,
  ...rest: unknown[],
];

function* steps(
  name: string,
  args: AdaptiveArgs,
  defaults: Readonly<Record<string, unknown>>,
  frame: Frame = 'absolute',
): Plan<string> {
  const [detectors, targetField, motor, start, stop, minStep, maxStep, targetDelta, backstep, ...rest] = args;
  const checked = checkDetectors(name, detectors);
  if (typeof targetField !== 'string') {
    throw new PlanArgumentError(`${name}(): targetField must be the name of a field, such as 'det'.`);
  }
  checkMotor(name, motor);
  for (const [argument, value] of Object.entries({ start, stop, minStep, maxStep, targetDelta })) {
    checkNumber(name, argument, value);
  }
  if (!(minStep > 0 && minStep < maxStep)) {
    throw new PlanArgumentError('min_step and max_step must meet condition of max_step > min_step > 0');
  }
  const { threshold = 0.8, md } = readOptions<AdaptiveScanOptions>(name, rest, ['threshold'], ['md']);
  checkReach(motor, [start, stop], frame);
  const own = {
    detectors: checked.map((detector) => detector.name),
    motors: [motor.name],
    plan_args: {
      detectors: checked.map(deviceRepr),
      motor: deviceRepr(motor),
      start,
      stop,
      min_step: minStep,
      max_step: maxStep,
      target_delta: targetDelta,
      backstep,
      threshold,
    },
    plan_name: 'adaptive_scan',
  };
  const metadata = withMissingHints(own, dimensionPerMotor([motor]), { ...defaults, ...md });
  const path = new AdaptivePath({ start, stop, minStep, maxStep, targetDelta, backstep, threshold });
  return yield* stageWrapper(runWrapper(measured(name, checked, motor, targetField, path), { md: metadata }), [
    ...checked,
    motor,
  ]);
}

function* measured(
  name: string,
  detectors: readonly Readable[],
  motor: Motor,
  field: string,
  path: AdaptivePath,
): Plan {
  const devices = separateDevices([...detectors, motor]);
  let value: unknown;
  while (path.goesOn) {
    yield new Msg('checkpoint');
    yield* mv(motor, path.next);
    yield new Msg('create', null, [], { name: 'primary' });
    for (const detector of detectors) yield new Msg('trigger', detector, [], { group: 'B' });
    yield new Msg('wait', null, ['B']);
    const fields: string[] = [];
    for (const device of devices) {
      const readings = (yield new Msg('read', device)) as Readings | undefined;
      // A dry run reads nothing, so there is nothing to adapt to.
      if (!readings) return;
      fields.push(...Object.keys(readings));
      if (field in readings) value = readings[field]?.value;
    }
    yield new Msg('save');
    if (typeof value !== 'number' && typeof value !== 'boolean') throw noValue(name, field, fields);
    path.measured(Number(value));
  }
}

function noValue(name: string, field: string, fields: readonly string[]): PlanArgumentError {
  if (fields.includes(field)) return new PlanArgumentError(`${name}(): the field '${field}' is no number.`);
  return new PlanArgumentError(
    `${name}(): nothing reads a field '${field}'.${didYouMean(field, fields)} The fields are ${fields.join(', ')}.`,
  );
}

/** What an adaptive scan goes by. */
interface AdaptiveRule {
  start: number;
  stop: number;
  minStep: number;
  maxStep: number;
  targetDelta: number;
  backstep: boolean;
  threshold: number | null;
}

/** From value to value, where an adaptive scan goes next. */
class AdaptivePath {
  /** Where to measure. */
  next: number;
  readonly #rule: AdaptiveRule;
  readonly #sign: 1 | -1;
  #step: number;
  #past: number | undefined;

  constructor(rule: AdaptiveRule) {
    this.#rule = rule;
    this.#sign = rule.stop >= rule.start ? 1 : -1;
    this.#step = (rule.maxStep - rule.minStep) / 2;
    this.next = rule.start;
  }

  get goesOn(): boolean {
    return this.next * this.#sign < this.#rule.stop * this.#sign;
  }

  measured(value: number): void {
    if (this.#past === undefined) this.#past = value;
    else this.#adapt(value, this.#past);
    this.next += this.#step * this.#sign;
  }

  #adapt(value: number, past: number): void {
    const { backstep, threshold } = this.#rule;
    const wanted = this.#wanted(Math.abs(value - past) / this.#step);
    if (backstep && wanted < this.#step * (threshold ?? 0)) {
      this.next -= this.#step;
      this.#step = wanted;
      return;
    }
    this.#past = value;
    this.#step = 0.2 * wanted + 0.8 * this.#step;
  }

  /** The step that would give the wanted change at this slope. */
  #wanted(slope: number): number {
    const { minStep, maxStep, targetDelta } = this.#rule;
    if (slope === 0) return Math.min(this.#step * 1.1, maxStep);
    return Math.min(Math.max(targetDelta / slope, minStep), maxStep);
  }
}
