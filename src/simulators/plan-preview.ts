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
  const walk = (): Pick<PlanPreview, 'left' | 'error'> => {
    // From the first message on: a plan may have made all of its points by then.
    let until = Infinity;
    let answer: unknown;
    while (outline.messages < limits.messages) {
      if (outline.messages % GLANCE === 0 && performance.now() > until) return { left: 'limit' };
      const step = plan.next(answer);
      if (step.done) return { left: 'end' };
      if (outline.messages === 0) until = performance.now() + limits.milliseconds;
      if (!isMsg(step.value))
        return { left: 'error', error: new TypeError('The plan gives something that is no message.') };
      outline.take(step.value);
      clock.take(step.value);
      answer = answers.answer(step.value);
    }
    return { left: 'limit' };
  };
  const end = atTime(clock.time, () => attempted(walk));
  return { outline, seconds: clock.elapsed, untimed: [...clock.untimed], guessed: [...answers.guessed], ...end };
}

function attempted<T extends { left: string; error?: unknown }>(walk: () => T): T | { left: 'error'; error: unknown } {
  try {
    return walk();
  } catch (error) {
    return { left: 'error', error };
  }
}
