import type { Readable } from '../devices/index.js';
import { nameOf } from '../devices/index.js';
import { now } from '../host/index.js';
import { Msg } from '../engine/index.js';
import type { Plan } from '../engine/index.js';
import { checkDetectors, PlanArgumentError } from './check-arguments.js';
import { asPlanFunction, plan } from './plan.js';
import { planMetadata } from './plan-metadata.js';
import { deviceRepr } from './plan-stubs.js';
import { runWrapper } from './preprocessors/run-wrapper.js';
import { stageWrapper } from './preprocessors/stage-wrapper.js';
import { triggerAndRead } from './trigger-and-read.js';

/** The options of {@link count}. */
export interface CountOptions {
  /** How many readings; null for as many as until it is stopped. Default 1. */
  num?: number | null;
  /** Seconds between the starts of readings, or a list of them. Default 0. */
  delay?: number | Iterable<number>;
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
 * @param delay - seconds between the starts of readings, or a list of them; default 0
 * @param options - `perShot`, `md`; `num` and `delay` may stand here too
 * @returns the run's uid
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
  delay: number | Iterable<number>,
  options?: CountOptions,
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
  const metadata = planMetadata(own, { dimensions: [[['time'], 'primary']] }, md);
  return yield* stageWrapper(
    runWrapper(
      repeat(() => perShot(checked), num, delay),
      metadata,
    ),
    checked,
  );
});

/** One reading: a point to come back to, then an event. */
export function* oneShot(detectors: readonly Readable[]): Plan {
  yield new Msg('checkpoint');
  yield* triggerAndRead(detectors);
}

/**
 * Runs a plan several times, with a point to come back to before each.
 *
 * `delay` counts from start to start: what the plan took is subtracted.
 */
export function* repeat(plan: () => Plan<unknown>, num: number | null, delay: number | Iterable<number>): Plan {
  const delays = typeof delay === 'number' ? undefined : delay[Symbol.iterator]();
  checkDelays(delay, num);
  for (let i = 0; num === null || i < num; i++) {
    const began = now();
    yield new Msg('checkpoint');
    yield* plan();
    const next = delays ? delays.next() : { done: false, value: delay as number };
    if (next.done) {
      if (num === null || i + 1 === num) break;
      throw new PlanArgumentError(`num=${num} but delays only provides ${i} entries`);
    }
    const left = Number(next.value) - (now() - began);
    if (left > 0) yield new Msg('sleep', null, [left]);
  }
}

function checkDelays(delay: number | Iterable<number>, num: number | null): void {
  if (!Array.isArray(delay) || num === null || num - 1 <= delay.length) return;
  throw new PlanArgumentError(`num=${num} but delays only provides ${delay.length} entries`);
}

function parse(rest: readonly unknown[]): Required<Pick<CountOptions, 'num' | 'delay'>> & CountOptions {
  const positional = rest.filter((each) => !isOptions(each));
  const options: CountOptions = Object.assign({}, ...rest.filter(isOptions));
  const { num = positional[0] === undefined ? 1 : positional[0], delay = positional[1] ?? 0 } = options;
  checkCount(num);
  return { ...options, num: num as number | null, delay: delay as number | Iterable<number> };
}

function isOptions(value: unknown): value is CountOptions {
  return typeof value === 'object' && value !== null && !(Symbol.iterator in value);
}

function checkCount(num: unknown): void {
  if (num === null || (typeof num === 'number' && Number.isInteger(num) && num >= 0)) return;
  throw new PlanArgumentError(`count(): num is the number of readings, a whole number or null, not ${nameOf(num)}.`);
}
