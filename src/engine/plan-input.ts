import { nameOf } from '../devices/index.js';
import { InvalidPlan } from './errors.js';
import type { Msg, Plan } from './msg.js';

/** Anything that gives messages: usually a generator, also a list of messages. */
export type PlanInput = Iterable<Msg>;

/** Brings what was given as a plan into the form of a generator, or says why it is none. */
export function asPlan(given: unknown): Plan<unknown> {
  if (isGenerator(given)) return given;
  if (isIterable(given) && typeof given !== 'string') return fromIterable(given);
  throw new InvalidPlan(`RE(plan) needs a plan, but got ${describe(given)}.`);
}

/** What a start document says of a plan that does not name itself. */
export function planIdentity(given: unknown): { plan_type: string; plan_name: string } {
  if (Array.isArray(given)) return { plan_type: 'list', plan_name: '' };
  if (isGenerator(given)) return { plan_type: 'generator', plan_name: nameOfMaker(given) };
  return { plan_type: (given as object).constructor?.name ?? 'iterable', plan_name: '' };
}

/** Under which a plan made by `plan()` of `livesky/plans` says how it was made. */
const RECIPE: symbol = Symbol.for('livesky.plan.1');

/** The name of the function that made a plan; a generator of the user's own does not know it. */
function nameOfMaker(given: object): string {
  const { name } = ((given as Record<symbol, unknown>)[RECIPE] ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : '';
}

function isGenerator(value: unknown): value is Plan<unknown> {
  if (!isIterable(value)) return false;
  const { next, throw: throwInto } = value as { next?: unknown; throw?: unknown };
  return typeof next === 'function' && typeof throwInto === 'function';
}

function isIterable(value: unknown): value is Iterable<Msg> {
  if (value === null || (typeof value !== 'object' && typeof value !== 'string')) return false;
  return typeof (value as { [Symbol.iterator]?: unknown })[Symbol.iterator] === 'function';
}

function* fromIterable(messages: Iterable<Msg>): Plan<void> {
  for (const msg of messages) yield msg;
}

function describe(given: unknown): string {
  if (typeof given === 'function') {
    return `the function ${given.name || '(anonymous)'}; call it: RE(${given.name || 'plan'}(...))`;
  }
  if (typeof given === 'object' && given !== null) {
    if (Symbol.asyncIterator in given) {
      return 'an async generator; plans are plain generators (function*, not async function*)';
    }
    if (typeof (given as { then?: unknown }).then === 'function') return 'a promise; plans are generators (function*)';
    return `${nameOf(given)}, which gives no messages`;
  }
  return nameOf(given);
}
