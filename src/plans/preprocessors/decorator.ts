import type { Plan } from '../../engine/index.js';
import { plan } from '../plan.js';

/** A function that changes functions which make plans; arguments and results stay. */
export type PlanDecorator = <A extends unknown[], R>(make: (...args: A) => Plan<R>) => (...args: A) => Plan<R>;

/** A function that changes functions which make plans; their plans give something else then. */
export type PlanDecoratorTo<T> = <A extends unknown[]>(make: (...args: A) => Plan<unknown>) => (...args: A) => Plan<T>;

/** Makes a decorator of a wrapper. */
export function decorator(wrap: <R>(inner: Plan<R>) => Plan<R>): PlanDecorator {
  return <A extends unknown[], R>(make: (...args: A) => Plan<R>) =>
    plan(named(make, (...args: A) => wrap(make(...args))));
}

/** Makes a decorator of a wrapper that changes what a plan gives. */
export function decoratorTo<T>(wrap: (inner: Plan<unknown>) => Plan<T>): PlanDecoratorTo<T> {
  return <A extends unknown[]>(make: (...args: A) => Plan<unknown>) =>
    plan(named(make, (...args: A) => wrap(make(...args))));
}

/** The decorated function has the name of the one within. */
function named<F extends object>({ name }: { name: string }, decorated: F): F {
  return Object.defineProperty(decorated, 'name', { value: name });
}
