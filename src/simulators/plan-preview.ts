import type { Plan } from '../engine/index.js';
import { isMsg } from '../engine/index.js';
import { atTime } from '../host/index.js';
import { PlanClock } from './plan-clock.js';
import { PlanOutline } from './plan-outline.js';
import { SimulatedAnswers } from './simulated-answers.js';

/** How far a plan is gone through: endless ones have to be left. */
export interface PreviewLimits {
  messages: number;
  milliseconds: number;
}

/** What a plan would do, found out by going through one like it. */
export interface PlanPreview {
  readonly outline: PlanOutline;
  /** Seconds up to where it was left, as far as devices tell. */
  readonly seconds: number;
  /** The names of devices that do not tell how long they take. */
  readonly untimed: readonly string[];
  /** What was taken to be 0, and looked at by the plan. */
  readonly guessed: readonly string[];
  /** How it was left: at its end, at a limit, or by an error. */
  readonly left: 'end' | 'limit' | 'error';
  readonly error?: unknown;
}

const LIMITS: PreviewLimits = { messages: 30_000, milliseconds: 300 };

/** The clock is looked at only so often. */
const GLANCE = 64;

/**
 * Goes through a plan without an engine: nothing is moved, triggered or read. The plan is used up.
 *
 * A plan that is left half way is forgotten, not ended: its cleanup would be more messages.
 */
export function previewPlan(plan: Plan<unknown>, limits: PreviewLimits = LIMITS): PlanPreview {
  const [outline, clock, answers] = [new PlanOutline(), new PlanClock(), new SimulatedAnswers()];
  const take = (msg: unknown): unknown => {
    if (!isMsg(msg))
      throw new TypeError('The plan gives something that is no message: a plan within a plan needs yield*.');
    outline.take(msg);
    clock.take(msg);
    return answers.answer(msg);
  };
  const end = atTime(clock.time, () => attempted(() => walk(plan, take, limits)));
  return { outline, seconds: clock.elapsed, untimed: [...clock.untimed], guessed: [...answers.guessed], ...end };
}

/** Takes messages until there are no more, or enough. */
function walk(plan: Plan<unknown>, take: (msg: unknown) => unknown, limits: PreviewLimits): { left: 'end' | 'limit' } {
  // Counted from the first message on: a plan may have made all of its points by then.
  let until = Infinity;
  let answer: unknown;
  for (let taken = 0; taken < limits.messages; taken++) {
    if (taken % GLANCE === 0 && performance.now() > until) return { left: 'limit' };
    const step = plan.next(answer);
    if (step.done) return { left: 'end' };
    if (taken === 0) until = performance.now() + limits.milliseconds;
    answer = take(step.value);
  }
  return { left: 'limit' };
}

/** What a user's plan throws is part of what it would do. */
function attempted<T>(work: () => T): T | { left: 'error'; error: unknown } {
  try {
    return work();
  } catch (error) {
    return { left: 'error', error };
  }
}
