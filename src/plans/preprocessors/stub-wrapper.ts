import type { Plan } from '../../engine/index.js';
import type { PlanDecoratorTo } from './decorator.js';
import { decoratorTo } from './decorator.js';
import { msgMutator } from './msg-mutator.js';

/** What a stub leaves to the plan around it. */
const LEFT_OUT: ReadonlySet<string> = new Set(['open_run', 'close_run', 'stage', 'unstage']);

/**
 * Makes a plan part of another one: it opens and closes no run, and stages nothing.
 *
 * @returns the metadata of the runs that the plan would have opened
 * @example
 * ```ts
 * await RE(runWrapper(stubWrapper(count([det], 3))))
 * ```
 */
export function* stubWrapper(plan: Plan<unknown>): Plan<Record<string, unknown>> {
  const md: Record<string, unknown> = {};
  yield* msgMutator(plan, (msg) => {
    if (msg.command === 'open_run') Object.assign(md, msg.kwargs);
    return LEFT_OUT.has(msg.command) ? null : msg;
  });
  return md;
}

/** {@link stubWrapper} as a decorator. */
export function stubDecorator(): PlanDecoratorTo<Record<string, unknown>> {
  return decoratorTo(stubWrapper);
}
