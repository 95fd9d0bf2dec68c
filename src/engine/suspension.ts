import { clockTime, isoDate } from '../text/index.js';
import { print } from '../host/index.js';
import { Msg } from './msg.js';
import type { Plan } from './msg.js';
import type { PlanInput } from './plan-input.js';
import { asPlan } from './plan-input.js';

/** A plan that goes with a suspension: messages, or a function that makes them. */
export type SuspensionPlan = PlanInput | (() => PlanInput);

/** The options of `RE.requestSuspend`. */
export interface SuspendOptions {
  /** Run before waiting, such as a plan that closes a shutter. */
  prePlan?: SuspensionPlan | undefined;
  /** Run after waiting, before the messages since the last checkpoint are taken again. */
  postPlan?: SuspensionPlan | undefined;
  /** Why; printed, and recorded if `RE.recordInterruptions` is set. */
  justification?: string | undefined;
}

/** How a plan that was held up goes on. */
export interface HeldUp {
  /** The messages since the last checkpoint. */
  takenAgain: Plan<unknown>;
  wasRewindable: boolean;
  /** The suspension is over, well or not: messages are taken again after a pause as before. */
  release(failed: boolean): void;
}

/** What holds a plan up. */
export interface Suspension extends SuspendOptions {
  /** Gives a promise of the end of the wait; called again if the wait is interrupted. */
  until(): PromiseLike<unknown>;
}

/** Local date and time, some seconds from now, as the texts of suspensions have it. */
export function moment(secondsFromNow = 0): string {
  const then = new Date(Math.floor(Date.now() / 1000 + secondsFromNow) * 1000);
  return `${isoDate(then)} ${clockTime(then.getTime() / 1000)}`;
}

/** Says that a plan is held up, and why. */
export function announce({ justification }: Suspension, resumable: boolean): void {
  print('Suspending....To get prompt hit Ctrl-C twice to pause.');
  print(`Suspension occurred at ${moment()}.`);
  if (!resumable) {
    print('No checkpoint; cannot suspend.');
    print("Aborting: running cleanup and marking exit_status as 'abort'...");
  }
  if (justification !== undefined) print(`Justification for this suspension:\n${justification}`);
}

/**
 * The plan that is laid on top of one that is held up. Its first message puts everything at rest and
 * answers how to go on.
 *
 * A pause, or another suspension, may end the wait early: it is then taken up again, so that several
 * conditions are all waited for.
 */
export function* suspended(suspension: Suspension): Plan<unknown> {
  const { until, prePlan, postPlan, justification } = suspension;
  const { takenAgain, wasRewindable, release }: HeldUp = yield new Msg('_start_suspender', null, [
    prePlan,
    postPlan,
    justification,
    until,
  ]);
  let over = false;
  const waited = async (): Promise<void> => {
    await until();
    over = true;
  };
  try {
    yield new Msg('rewindable', null, [false]);
    yield* made(prePlan);
    while (!over) yield new Msg('wait_for', null, [[waited]]);
    yield new Msg('_resume_from_suspender');
    yield* made(postPlan);
    yield new Msg('rewindable', null, [wasRewindable]);
  } catch (error) {
    release(true);
    throw error;
  }
  release(false);
  return yield* takenAgain;
}

function* made(plan: SuspensionPlan | undefined): Plan<unknown> {
  if (plan === undefined) return;
  yield* asPlan(typeof plan === 'function' ? plan() : plan);
}
