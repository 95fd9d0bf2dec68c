import type { Plan } from '../engine/index.js';
import { relativeSetWrapper } from './preprocessors/relative-set-wrapper.js';
import { resetPositionsWrapper } from './preprocessors/reset-positions-wrapper.js';

/** A plan in which positions of motors count from where they are, and which sends them back there at its end. */
export function relativePlan<R>(motors: readonly unknown[], plan: Plan<R>): Plan<R> {
  return resetPositionsWrapper(relativeSetWrapper(plan, motors), motors);
}

/** Every `size`th argument: the motors among the arguments of a scan. */
export function everyNth(args: readonly unknown[], size: number): unknown[] {
  return args.filter((_, at) => at % size === 0 && at + size <= args.length);
}
