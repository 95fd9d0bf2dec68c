import type { Plan } from '../../engine/index.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';
import { msgMutator, replaced } from './msg-mutator.js';

/**
 * Adds metadata to every run of a plan; it wins over the plan's own.
 *
 * @param plan - the plan
 * @param md - the metadata
 * @example
 * ```ts
 * await RE(injectMdWrapper(count([det]), { sample: 'LaB6' }))
 * ```
 */
export function injectMdWrapper<R>(plan: Plan<R>, md: Readonly<Record<string, unknown>>): Plan<R> {
  return msgMutator(plan, (msg) =>
    msg.command === 'open_run' ? replaced(msg, { kwargs: { ...msg.kwargs, ...md } }) : msg,
  );
}

/** {@link injectMdWrapper} as a decorator. */
export function injectMdDecorator(md: Readonly<Record<string, unknown>>): PlanDecorator {
  return decorator((plan) => injectMdWrapper(plan, md));
}
