import { hasMethod, nameOf } from '../devices/index.js';
import { isPlainObject } from '../host/index.js';
import { didYouMean } from '../text/index.js';
import { PlanArgumentError } from './check-arguments.js';

/** What only devices have: a device may be a plain object too, and has a `name` as some options do. */
const METHODS_OF_DEVICES = ['read', 'describe', 'describeCollect', 'set', 'trigger', 'stage', 'kickoff', 'complete'];

/** Whether an argument is the options at the end of a call. */
export function isOptions(value: unknown): value is Record<string, unknown> {
  return isPlainObject(value) && !METHODS_OF_DEVICES.some((method) => hasMethod(value, method));
}

/** Takes the options off the end of a call's arguments, and checks that `known` has them all. */
export function takeOptions<O extends object>(
  plan: string,
  args: readonly unknown[],
  known: readonly (keyof O & string)[],
): [rest: readonly unknown[], options: Partial<O>] {
  const last = args.at(-1);
  if (last === undefined && args.length > 0) return takeOptions(plan, args.slice(0, -1), known);
  if (!isOptions(last)) return [args, {}];
  for (const key of Object.keys(last)) {
    if ((known as readonly string[]).includes(key)) continue;
    throw new PlanArgumentError(
      `${plan}() knows no option '${key}'.${didYouMean(key, known)} Its options are ${known.join(', ')}.`,
    );
  }
  return [args.slice(0, -1), last as Partial<O>];
}

/**
 * Reads the arguments at the end of a call that have defaults: in their place, or in the options.
 *
 * @param positional - the names of those that may stand in their place, in order
 * @param named - the names of those that are options only
 */
export function readOptions<O extends object>(
  plan: string,
  args: readonly unknown[],
  positional: readonly (keyof O & string)[],
  named: readonly (keyof O & string)[] = [],
): Partial<O> {
  const [inPlace, options] = takeOptions<O>(plan, args, [...positional, ...named]);
  if (inPlace.length > positional.length) {
    throw new PlanArgumentError(
      `${plan}() has no place for the argument ${nameOf(inPlace[positional.length])} at its end.`,
    );
  }
  const read: Partial<O> = { ...options };
  inPlace.forEach((value, at) => {
    const name = positional[at] as keyof O & string;
    if (value === undefined) return;
    if (options[name] !== undefined) throw new PlanArgumentError(`${plan}() was given ${name} twice.`);
    read[name] = value as O[keyof O & string];
  });
  return read;
}
