import type { Plan } from '../../engine/index.js';
import { Msg } from '../../engine/index.js';

/**
 * Changes a plan's messages, or leaves some out.
 *
 * @param plan - the plan
 * @param process - called with each message; gives the one to be carried out in its place, or null for none. A plan
 *   whose message is left out gets undefined for an answer
 * @returns what the plan returns
 * @example
 * ```ts
 * const quick = msgMutator(count([det], 3, 10), (msg) => (msg.command === 'sleep' ? null : msg))
 * ```
 */
export function* msgMutator<R>(plan: Plan<R>, process: (msg: Msg) => Msg | null | undefined): Plan<R> {
  let step = plan.next();
  while (!step.done) {
    let left = true;
    try {
      const msg = process(step.value);
      const answer: unknown = msg ? yield msg : undefined;
      left = false;
      step = plan.next(answer);
    } catch (error) {
      if (!left) throw error;
      left = false;
      step = plan.throw(error);
    } finally {
      if (left) plan.return(undefined as never);
    }
  }
  return step.value;
}

/** A message with some of its parts changed. */
export function replaced(msg: Msg, { args = msg.args, kwargs = msg.kwargs, run = msg.run }: Partial<Msg>): Msg {
  return new Msg(msg.command, msg.obj, args, kwargs, run);
}
