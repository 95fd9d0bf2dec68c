import type { Msg, Plan } from '../../engine/index.js';

/** What is done about a message: plans in its place and after it; nothing leaves it as it is. */
export type MessagePlans =
  readonly [instead?: Plan<unknown> | null, after?: Plan<unknown> | null] | null | undefined | void;

/** A plan under way, with what follows it. */
interface Layer {
  plan: Plan<unknown>;
  after: Plan<unknown> | undefined;
  /** The answer to the message that a plan which comes after it must not change. */
  kept?: { answer: unknown };
}

/**
 * Puts messages before, after or in the place of a plan's messages.
 *
 * @param plan - the plan
 * @param process - called with each message; gives `[instead, after]`: a plan that runs in the message's place, which
 *   may yield the message itself, and one that runs after it; null or nothing leaves the message as it is. Messages
 *   of these plans are processed too, but no message twice
 * @returns what the plan returns
 * @example
 * ```ts
 * // Says where each move goes.
 * const told = planMutator(scan([det], motor, 0, 1, 3), (msg) => {
 *   if (msg.command === 'set') console.log(String(msg.args[0]))
 * })
 * ```
 */
export function* planMutator<R>(plan: Plan<R>, process: (msg: Msg) => MessagePlans): Plan<R> {
  const seen = new WeakSet<Msg>();
  const layers: Layer[] = [{ plan, after: undefined }];
  let answer: unknown;
  let failure: { error: unknown } | undefined;
  for (;;) {
    const layer = layers.at(-1) as Layer;
    let step: IteratorResult<Msg, unknown>;
    try {
      step = failure ? layer.plan.throw(failure.error) : layer.plan.next(answer);
    } catch (error) {
      layers.pop();
      if (layers.length === 0) throw error;
      failure = { error };
      continue;
    }
    failure = undefined;
    if (step.done) {
      layers.pop();
      if (layers.length === 0) return step.value as R;
      // The answer to the message is the last one that the plan in its place has got.
      answer = layer.kept ? layer.kept.answer : answer;
      if (layer.after) {
        layers.push({ plan: layer.after, after: undefined, kept: { answer } });
        answer = undefined;
      }
      continue;
    }
    const msg = step.value;
    if (!seen.has(msg)) {
      seen.add(msg);
      const [instead, after] = process(msg) ?? [];
      if (instead || after) {
        layers.push({ plan: instead ?? singleGen(msg), after: after ?? undefined });
        answer = undefined;
        continue;
      }
    }
    let left = true;
    try {
      answer = yield msg;
      left = false;
    } catch (error) {
      left = false;
      failure = { error };
    } finally {
      if (left) for (const { plan: each } of layers.reverse()) each.return(undefined);
    }
  }
}

/** A plan of one message, which gives its answer. */
export function* singleGen(msg: Msg): Plan<unknown> {
  return yield msg;
}
