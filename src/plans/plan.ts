import type { Plan } from '../engine/index.js';

const PLAN: unique symbol = Symbol.for('livesky.plan.1') as never;
const PLAN_FUNCTION: unique symbol = Symbol.for('livesky.plan-function.1') as never;

/** How a plan was made, which it remembers so that it can be made again. */
export interface Recipe {
  /** The name of the function that made it. */
  readonly name: string;
  readonly args: readonly unknown[];
  /** Whether somebody has begun to go through the plan. */
  readonly begun: boolean;
  /** Another plan like it; undefined where an argument can be gone through only once. */
  again(): Plan<unknown> | undefined;
}

/**
 * Makes a function whose plans remember how they were made.
 *
 * Such a plan, left as the last expression of a cell, shows what it would do: that is found out on another one
 * that is made like it, since a plan can be gone through only once.
 *
 * @param steps - a generator function, whose plans do the same when they are made again with the same arguments
 * @returns a function with the same arguments
 * @example
 * ```ts
 * const there = plan(function* there(to: number) {
 *   yield* mv(motor, to)
 *   yield* count([det], 3)
 * })
 * there(2)   // shows what it would do
 * await RE(there(2))
 * ```
 */
export function plan<A extends unknown[], R>(steps: (...args: A) => Plan<R>): (...args: A) => Plan<R> {
  const make = (...args: A): Plan<R> => {
    const made = steps(...args);
    const recipe = new RememberedPlan(steps, args);
    Object.defineProperty(made, PLAN, { value: recipe });
    Object.defineProperty(made, 'next', { value: noting(made, recipe), configurable: true });
    return made;
  };
  Object.defineProperty(make, 'name', { value: steps.name });
  return asPlanFunction(make);
}

/** Marks a function as one that makes plans, so that a cell which forgets to call it is told. */
export function asPlanFunction<F extends object>(make: F): F {
  Object.defineProperty(make, PLAN_FUNCTION, { value: true });
  return make;
}

/** Whether a value was marked as a function that makes plans, by whichever copy of livesky. */
export function isPlanFunction(value: unknown): value is { name: string } {
  return typeof value === 'function' && PLAN_FUNCTION in value;
}

/** How a plan was made; undefined for a generator of the user's own, which nobody can make again. */
export function recipeOf(value: unknown): Recipe | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as { [PLAN]?: Recipe })[PLAN];
}

class RememberedPlan<A extends unknown[]> implements Recipe {
  begun = false;

  constructor(
    readonly steps: (...args: A) => Plan<unknown>,
    readonly args: A,
  ) {}

  get name(): string {
    return this.steps.name;
  }

  again(): Plan<unknown> | undefined {
    const args: unknown[] = [];
    for (const arg of this.args) {
      const fresh = freshArgument(arg);
      if (!fresh) return undefined;
      args.push(fresh.value);
    }
    return this.steps(...(args as A));
  }
}

/** An argument to be used once more; undefined if it can be used only once. */
function freshArgument(arg: unknown): { value: unknown } | undefined {
  const recipe = recipeOf(arg);
  if (recipe) {
    const again = recipe.begun ? undefined : recipe.again();
    return again && { value: again };
  }
  return isOneShot(arg) || valuesIn(arg).some(isOneShot) ? undefined : { value: arg };
}

/** The options or the list that an argument is. */
function valuesIn(arg: unknown): unknown[] {
  if (typeof arg !== 'object' || arg === null) return [];
  return Array.isArray(arg) || Object.getPrototypeOf(arg) === Object.prototype ? Object.values(arg) : [];
}

/** An iterator that is under way: whoever goes through it uses it up. */
function isOneShot(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return typeof (value as { next?: unknown }).next === 'function' && Symbol.iterator in value;
}

/** A `next` for the first call, which notes that the plan is being used up and then leaves the plan as it was. */
function noting<R>(made: Plan<R>, recipe: { begun: boolean }): Plan<R>['next'] {
  return (...sent) => {
    recipe.begun = true;
    delete (made as { next?: unknown }).next;
    return made.next(...sent);
  };
}
