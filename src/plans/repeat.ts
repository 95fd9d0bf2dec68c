import { now, warn } from '../host/index.js';
import type { Plan } from '../engine/index.js';
import { Msg } from '../engine/index.js';
import { checkFunction, PlanArgumentError } from './check-arguments.js';
import { readOptions } from './plan-options.js';
import { messagesOf } from './preprocessors/finalize-wrapper.js';

/** How often to do something, and how long to wait in between. */
export interface RepeatOptions {
  /** How often; null for as often as until it is stopped. Default 1. */
  num?: number | null;
  /** Seconds from start to start, or a list of them, in which null is no wait. Default 0. */
  delay?: number | Iterable<number | null> | null;
}

/**
 * Runs a plan several times, with a point to come back to before each.
 *
 * `delay` counts from start to start: what the plan took is subtracted. It waits after the last one too, unless the
 * delays are a list that has ended.
 *
 * @param plan - a function that makes the plan
 * @param args - `num` (default 1, null for ever) and `delay` (default 0), in this order or as options
 * @throws `PlanArgumentError` if there are too few delays
 * @example
 * ```ts
 * await RE(runWrapper(repeat(() => triggerAndRead([det]), 3, 0.5)))
 * ```
 */
export function* repeat(
  plan: () => Plan<unknown> | Iterable<Msg>,
  ...args: (number | null | undefined | Iterable<number | null> | RepeatOptions)[]
): Plan {
  checkFunction('repeat', 'plan', plan);
  const { num = 1, delay = 0 } = readOptions<RepeatOptions>('repeat', args, ['num', 'delay']);
  yield* repeated(plan, num, delay);
}

/** {@link repeat} with its arguments read. */
export function* repeated(
  plan: () => Plan<unknown> | Iterable<Msg>,
  num: number | null,
  delay: number | Iterable<number | null> | null,
): Plan {
  const delays = typeof delay === 'number' || delay === null ? undefined : delay[Symbol.iterator]();
  checkDelays(delay, num);
  for (let i = 0; num === null || i < num; i++) {
    const began = now();
    yield new Msg('checkpoint');
    yield* messagesOf(plan());
    const next = delays ? delays.next() : { done: false, value: delay as number | null };
    if (next.done) {
      if (num === null || i + 1 === num) break;
      throw new PlanArgumentError(`num=${num} but delays only provides ${i} entries`);
    }
    if (next.value === null) continue;
    const left = Number(next.value) - (now() - began);
    if (left > 0) yield new Msg('sleep', null, [left]);
  }
}

/**
 * Runs plans of a function one after another.
 *
 * @param n - how many; null for as many as until it is stopped
 * @param genFunc - the function that makes the plans
 * @param args - its arguments
 * @example
 * ```ts
 * await RE(repeater(3, () => count([det])))
 * ```
 */
export function* repeater<A extends unknown[]>(
  n: number | null,
  genFunc: (...args: A) => Plan<unknown>,
  ...args: A
): Plan {
  for (let i = 0; n === null || i < n; i++) yield* genFunc(...args);
}

/**
 * Runs the messages of a plan over and over. They are the same each time, whatever the engine has answered.
 *
 * @deprecated Use {@link repeater}, which makes the plan anew.
 * @param n - how often; null for as often as until it is stopped
 * @param plan - the plan; it is gone through once, before its first message is carried out
 */
export function* cachingRepeater(n: number | null, plan: Iterable<Msg>): Plan {
  warn('cachingRepeater() will be removed in a future version, as in bluesky. Use repeater().');
  const messages = [...plan];
  for (let i = 0; n === null || i < n; i++) yield* messagesOf(messages);
}

function checkDelays(delay: unknown, num: number | null): void {
  if (!Array.isArray(delay) || num === null || num - 1 <= delay.length) return;
  throw new PlanArgumentError(`num=${num} but delays only provides ${delay.length} entries`);
}
