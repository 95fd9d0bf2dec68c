import { InvalidPlan } from './errors.js';
import type { Msg, Plan } from './msg.js';
import { isMsg } from './msg.js';

/** What the next message of a plan is to be given: a result, or an error to be thrown there. */
export type Response = { value: unknown } | { error: unknown };

/** The next message, or what the outermost plan returned. */
export type Step = { msg: Msg } | { returned: unknown };

interface Layer {
  plan: Plan<unknown>;
  response: Response;
  /** Whether what the plan returns becomes the response of the plan below. */
  answers: boolean;
}

const NOTHING: Response = { value: undefined };

/**
 * The plan, and on top of it the plans that interrupt it: the messages to be taken again after a pause.
 */
export class PlanStack {
  readonly #layers: Layer[];

  constructor(plan: Plan<unknown>) {
    this.#layers = [{ plan, response: NOTHING, answers: false }];
  }

  /**
   * Lays a plan on top; it runs to its end before the one below goes on.
   *
   * @param answers - whether what it returns is the response that the plan below still waits for
   */
  push(plan: Plan<unknown>, answers: boolean): void {
    this.#layers.push({ plan, response: NOTHING, answers });
  }

  /** Notes the result of the last message. */
  respond(response: Response): void {
    const top = this.#layers.at(-1);
    if (top) top.response = response;
  }

  /**
   * The next message. An error that no plan handles is thrown.
   *
   * @param injected - an error from outside, thrown into the topmost plan instead of its response
   */
  next(injected?: { error: unknown }): Step {
    let response: Response | undefined = injected;
    for (;;) {
      const top = this.#layers.at(-1) as Layer;
      const given: Response = response ?? top.response;
      response = undefined;
      top.response = NOTHING;
      let result: IteratorResult<unknown, unknown>;
      try {
        result = 'error' in given ? top.plan.throw(given.error) : top.plan.next(given.value);
      } catch (error) {
        this.#layers.pop();
        if (this.#layers.length === 0) throw error;
        response = { error };
        continue;
      }
      if (!result.done) {
        if (isMsg(result.value)) return { msg: result.value };
        response = { error: notAMsg(result.value) };
        continue;
      }
      this.#layers.pop();
      const below = this.#layers.at(-1);
      if (!below) return { returned: result.value };
      if (top.answers) below.response = { value: result.value };
    }
  }
}

/** Thrown into the plan where it yielded, so that its cleanup runs. */
function notAMsg(value: unknown): InvalidPlan {
  const hint = isIterable(value) ? ' Write yield* to run a plan inside a plan, as in yield* count([det]).' : '';
  return new InvalidPlan(`The plan yielded ${describe(value)}, which is not a Msg.${hint}`);
}

function isIterable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function describe(value: unknown): string {
  if (isIterable(value)) return 'a plan (or another iterable)';
  if (typeof value === 'object' && value !== null) return `an object of class ${value.constructor?.name ?? 'Object'}`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
