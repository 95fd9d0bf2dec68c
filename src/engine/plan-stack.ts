import { InvalidPlan } from './errors.js';
import type { Msg, Plan } from './msg.js';
import { isMsg } from './msg.js';

interface Layer {
  readonly plan: Plan<unknown>;
  /** Whether what the plan returns answers the plan below. */
  readonly answers: boolean;
  readonly below: Layer | undefined;
  /** What its last message has given, or the error to be thrown there. */
  given: unknown;
  failed: boolean;
}

/**
 * The plan, and on top of it the plans that interrupt it: the messages to be taken again after a pause.
 */
export class PlanStack {
  #top: Layer | undefined;

  constructor(plan: Plan<unknown>) {
    this.push(plan, false);
  }

  /**
   * Lays a plan on top; it runs to its end before the one below goes on.
   *
   * @param answers - whether what it returns is the response that the plan below still waits for
   */
  push(plan: Plan<unknown>, answers: boolean): void {
    this.#top = { plan, answers, below: this.#top, given: undefined, failed: false };
  }

  /** Notes what the last message has given, or an error to be thrown where the topmost plan waits. */
  respond(given: unknown, failed: boolean): void {
    const top = this.#top as Layer;
    top.given = given;
    top.failed = failed;
  }

  /** The next message, or what the outermost plan returned. An error that no plan handles is thrown. */
  next(): IteratorResult<Msg, unknown> {
    for (;;) {
      const result = this.#resume(this.#top as Layer);
      if (result === undefined) continue;
      if (!result.done) {
        if (isMsg(result.value)) return result;
        this.respond(notAMsg(result.value), true);
      } else if (this.#pop().answers) {
        this.respond(result.value, false);
      } else if (!this.#top) {
        return result;
      }
    }
  }

  /** Lets a plan go on to its next message or its end; undefined where it was left by an error, which goes further down. */
  #resume(layer: Layer): IteratorResult<Msg, unknown> | undefined {
    const { plan, given, failed } = layer;
    layer.given = undefined;
    layer.failed = false;
    try {
      return failed ? plan.throw(given) : plan.next(given);
    } catch (error) {
      this.#pop();
      if (!this.#top) throw error;
      this.respond(error, true);
      return undefined;
    }
  }

  #pop(): Layer {
    const top = this.#top as Layer;
    this.#top = top.below;
    return top;
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
