import type { Motor, Readable } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { Msg } from '../engine/index.js';
import { didYouMean } from '../text/index.js';
import { checkDetectors, checkMotor, checkNumber, PlanArgumentError } from './check-arguments.js';
import { deviceRepr } from './device-repr.js';
import { mv } from './move-stubs.js';
import { asPlanFunction, plan } from './plan.js';
import { dimensionPerMotor, hintedFields, withMissingHints } from './plan-metadata.js';
import { readOptions } from './plan-options.js';
import { runWrapper } from './preprocessors/run-wrapper.js';
import { stageWrapper } from './preprocessors/stage-wrapper.js';
import { checkReach } from './reach.js';
import { triggerAndRead } from './trigger-and-read.js';

/** The options of {@link tuneCentroid}. */
export interface TuneCentroidOptions {
  /** The number of points in each pass, at least 2; default 10. */
  num?: number;
  /** How much narrower each pass is, above 1; default 3. */
  stepFactor?: number;
  /** Whether every other pass goes backwards; default false. */
  snake?: boolean;
  /** Metadata for the run. */
  md?: Readonly<Record<string, unknown>> | null;
}

/**
 * Finds the centroid of a signal in ever narrower passes, and moves there.
 *
 * @param detectors - what to read beside the motor
 * @param signal - the field to find the centroid of
 * @param motor - what to move
 * @param start - where the first pass begins
 * @param stop - where it ends; later passes stay between the two
 * @param minStep - when steps become shorter, it is found; above 0
 * @param rest - `num` (default 10), `stepFactor` (default 3), `snake` (default false), in this order or as options; `md`
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(tuneCentroid([det], 'det', motor, -1.5, 2.5, 0.1, 6))
 * ```
 */
export function tuneCentroid(
  detectors: readonly Readable[],
  signal: string,
  motor: Motor,
  start: number,
  stop: number,
  minStep: number,
  ...rest: (number | boolean | TuneCentroidOptions | undefined)[]
): Plan<string> {
  return tuning(detectors, signal, motor, start, stop, minStep, ...rest);
}

asPlanFunction(tuneCentroid);

const tuning = plan(function* tuneCentroid(
  detectors: readonly Readable[],
  signal: string,
  motor: Motor,
  start: number,
  stop: number,
  minStep: number,
  ...rest: unknown[]
): Plan<string> {
  const name = 'tuneCentroid';
  const checked = checkDetectors(name, detectors);
  checkMotor(name, motor);
  for (const [argument, value] of Object.entries({ start, stop, minStep })) checkNumber(name, argument, value);
  const options = readOptions<TuneCentroidOptions>(name, rest, ['num', 'stepFactor', 'snake'], ['md']);
  const { num = 10, stepFactor = 3, snake = false } = options;
  if (minStep <= 0) throw new PlanArgumentError('min_step must be positive');
  if (checkNumber(name, 'stepFactor', stepFactor) <= 1) {
    throw new PlanArgumentError('step_factor must be greater than 1.0');
  }
  if (!Number.isInteger(num) || num < 2) {
    throw new PlanArgumentError(`${name}(): num, the points in each pass, must be a whole number above 1, not ${num}.`);
  }
  checkReach(motor, [start, stop]);
  const own = {
    detectors: checked.map((detector) => detector.name),
    motors: [motor.name],
    plan_args: { detectors: checked.map(deviceRepr), motor: deviceRepr(motor), start, stop, num, min_step: minStep },
    plan_name: 'tune_centroid',
  };
  const metadata = withMissingHints(own, dimensionPerMotor([motor]), options.md ?? {});
  const search = new CentroidSearch({ start, stop, minStep, num, stepFactor, snake });
  return yield* stageWrapper(runWrapper(passes(checked, signal, motor, search), { md: metadata }), [...checked, motor]);
});

function* passes(detectors: readonly Readable[], signal: string, motor: Motor, search: CentroidSearch): Plan {
  const hinted = hintedFields(motor);
  const position = hinted?.length === 1 ? (hinted[0] as string) : motor.name;
  while (search.goesOn) {
    yield new Msg('checkpoint');
    yield* mv(motor, search.next);
    const readings = yield* triggerAndRead([...detectors, motor]);
    const fields = Object.keys(readings);
    // A dry run reads nothing, so there is no centroid.
    if (fields.length === 0) return;
    if (!(signal in readings)) {
      throw new PlanArgumentError(
        `tuneCentroid(): nothing reads a field '${signal}'.${didYouMean(signal, fields)} The fields are ${fields.join(', ')}.`,
      );
    }
    if (!search.measured(Number(readings[position]?.value), Number(readings[signal]?.value))) return;
  }
  if (search.peak !== undefined) yield* mv(motor, search.peak);
}

/** What a search goes by. */
interface CentroidRule {
  start: number;
  stop: number;
  minStep: number;
  num: number;
  stepFactor: number;
  snake: boolean;
}

/** From value to value, where a search for a centroid goes next. */
class CentroidSearch {
  /** Where to measure. */
  next: number;
  /** The centroid of the last pass that is over. */
  peak: number | undefined;
  readonly #rule: CentroidRule;
  #start: number;
  #stop: number;
  #step: number;
  #sum = 0;
  #moment = 0;

  constructor(rule: CentroidRule) {
    this.#rule = rule;
    this.#start = rule.start;
    this.#stop = rule.stop;
    this.#step = (rule.stop - rule.start) / (rule.num - 1);
    this.next = rule.start;
  }

  get goesOn(): boolean {
    const { minStep, start, stop } = this.#rule;
    return Math.abs(this.#step) >= minStep && isBetween(this.next, start, stop);
  }

  /** Takes a value in; gives false where a pass has found nothing at all. */
  measured(position: number, value: number): boolean {
    this.#sum += value;
    this.#moment += position * value;
    this.next += this.#step;
    if (isBetween(this.next, this.#start, this.#stop)) return true;
    if (this.#sum === 0) return false;
    this.#narrow(this.#moment / this.#sum);
    return true;
  }

  #narrow(peak: number): void {
    const { start, stop, stepFactor, snake, num } = this.#rule;
    const [low, high] = [Math.min(start, stop), Math.max(start, stop)];
    const range = (this.#stop - this.#start) / stepFactor;
    const from = Math.min(Math.max(peak - range / 2, low), high);
    const to = Math.min(Math.max(peak + range / 2, low), high);
    [this.#start, this.#stop] = snake ? [to, from] : [from, to];
    this.#step = (this.#stop - this.#start) / (num - 1);
    this.next = this.#start;
    [this.#sum, this.#moment, this.peak] = [0, 0, peak];
  }
}

function isBetween(value: number, a: number, b: number): boolean {
  return Math.min(a, b) <= value && value <= Math.max(a, b);
}
