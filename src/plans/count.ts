import type { Readable } from '../devices/index.js';
import { nameOf } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { checkDetectors, checkFunction, PlanArgumentError } from './check-arguments.js';
import { deviceRepr } from './device-repr.js';
import { asPlanFunction, plan } from './plan.js';
import { withMissingHints } from './plan-metadata.js';
import { readOptions } from './plan-options.js';
import { runWrapper } from './preprocessors/run-wrapper.js';
import { stageWrapper } from './preprocessors/stage-wrapper.js';
import { repeated } from './repeat.js';
import { oneShot } from './step-stubs.js';

/** The options of {@link count}. */
export interface CountOptions {
  /** How many readings; null for as many as until it is stopped. Default 1. */
  num?: number | null;
  /** Seconds between the starts of readings, or a list of them. Default 0. */
  delay?: number | Iterable<number | null> | null;
  /** What to do for each reading instead of {@link triggerAndRead}. */
  perShot?: (detectors: readonly Readable[]) => Plan<unknown>;
  /** Metadata for the run. */
  md?: Readonly<Record<string, unknown>>;
}

/**
 * Reads detectors one or more times.
 *
 * @param detectors - what to read
 * @param num - how many readings; null for as many as until it is stopped; default 1
 * @param delay - seconds between the starts of readings, or a list of them; null for no wait; default 0
 * @param options - `perShot`, `md`; `num` and `delay` may stand here too
 * @returns the run's uid
 * @throws `PlanArgumentError` before anything is done, if an argument makes no sense
 * @example
 * ```ts
 * await RE(count([det], 5, 0.2), new LiveTable([det]))
 * ```
 */
export function count(detectors: readonly Readable[], options?: CountOptions): Plan<string>;
export function count(detectors: readonly Readable[], num: number | null, options?: CountOptions): Plan<string>;
export function count(
  detectors: readonly Readable[],
  num: number | null,
  delay: number | Iterable<number | null> | null,
  options?: CountOptions,
): Plan<string>;
export function count(
  detectors: readonly Readable[],
  ...rest: (number | null | undefined | Iterable<number | null> | CountOptions)[]
): Plan<string>;
export function count(detectors: readonly Readable[], ...rest: unknown[]): Plan<string> {
  return counting(detectors, ...rest);
}

asPlanFunction(count);

const counting = plan(function* count(detectors: readonly Readable[], ...rest: unknown[]): Plan<string> {
  const checked = checkDetectors('count', detectors);
  const { num, delay, perShot = oneShot, md = {} } = parse(rest);
  const own = {
    detectors: checked.map((detector) => detector.name),
    num_points: num,
    num_intervals: num === null ? null : num - 1,
    plan_args: { detectors: checked.map(deviceRepr), num, delay: Array.isArray(delay) ? [...delay] : delay },
    plan_name: 'count',
  };
  const metadata = withMissingHints(own, { dimensions: [[['time'], 'primary']] }, md);
  return yield* stageWrapper(
    runWrapper(
      repeated(() => perShot(checked), num, delay),
      { md: metadata },
    ),
    checked,
  );
});

function parse(rest: readonly unknown[]): Required<Pick<CountOptions, 'num' | 'delay'>> & CountOptions {
  const options = readOptions<CountOptions>('count', rest, ['num', 'delay'], ['perShot', 'md']);
  const { num = 1, delay = 0, perShot } = options;
  checkCount(num);
  checkDelay(delay);
  checkFunction('count', 'perShot', perShot);
  return { ...options, num, delay };
}

function checkCount(num: unknown): void {
  if (num === null || (typeof num === 'number' && Number.isInteger(num) && num >= 0)) return;
  throw new PlanArgumentError(`count(): num is the number of readings, a whole number or null, not ${nameOf(num)}.`);
}

function checkDelay(delay: unknown): void {
  if (delay === null || (typeof delay === 'number' && !Number.isNaN(delay))) return;
  if (typeof delay === 'object' && Symbol.iterator in delay) return;
  throw new PlanArgumentError(
    `count(): delay is the seconds between readings, a number or a list of numbers, not ${nameOf(delay)}.`,
  );
}
