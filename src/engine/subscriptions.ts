import type { DocumentName, Documents } from '../documents/index.js';
import { DOCUMENT_NAMES, isDocumentName } from '../documents/index.js';
import { didYouMean } from '../text/index.js';
import { isPlainObject } from '../host/index.js';
import type { Callback } from './callback.js';
import { checkCallback, describe, isCallback } from './callback.js';
import { SubscriptionError } from './errors.js';

/** The forms in which `RE(plan, subs)` takes callbacks. */
export type Subs =
  | Callback
  | readonly Callback[]
  | ({ [N in keyof Documents]?: Callback<N> | readonly Callback<N>[] } & {
      all?: Callback | readonly Callback[];
    });

/** What to do when a callback throws: end the run's plan, say so and go on, or say so and unsubscribe. */
export type OnError = 'raise' | 'warn' | 'drop';

/** One callback with what it listens to. */
export interface Subscriber {
  callback: Callback;
  name: DocumentName | 'all';
}

/** One subscription of an engine, as `RE.subscriptions()` lists it. */
export interface Subscription {
  /** What ends it: `RE.unsubscribe(token)`. */
  readonly token: number;
  /** The documents that it is called back with. */
  readonly name: DocumentName | 'all';
  readonly callback: Callback;
  /** What becomes of an error of the callback. */
  readonly onError: OnError;
}

const ON_ERROR: readonly string[] = ['raise', 'warn', 'drop'];

/** Checks that `name` is a document's or `all`. */
export function checkName(name: unknown): DocumentName | 'all' {
  if (name === 'all' || isDocumentName(name)) return name;
  const hint = typeof name === 'string' ? didYouMean(name, ['all', ...DOCUMENT_NAMES]) : '';
  throw new SubscriptionError(
    `Cannot subscribe to ${typeof name === 'string' ? `'${name}'` : describe(name)}.${hint} ` +
      `Subscribe to 'all' or to one of: ${DOCUMENT_NAMES.join(', ')}.`,
  );
}

/** Reads the options of `RE.subscribe`; a misspelled one would otherwise do nothing, silently. */
export function checkSubscribeOptions(options: unknown): { onError?: OnError } {
  if (options === undefined || options === null) return {};
  if (!isPlainObject(options)) {
    throw new SubscriptionError(
      `The options of RE.subscribe are ${describe(options)}. Give an object such as { onError: 'warn' }.`,
    );
  }
  for (const key of Object.keys(options)) {
    if (key === 'onError') continue;
    throw new SubscriptionError(
      `RE.subscribe knows no option '${key}'.${didYouMean(key, ['onError'])} It knows onError.`,
    );
  }
  const { onError } = options;
  if (onError === undefined || ON_ERROR.includes(onError as string)) return options;
  throw new SubscriptionError(`Cannot set onError to ${describe(onError)}. Give 'raise', 'warn' or 'drop'.`);
}

/** Brings every form of `subs` into one list, `all` first and then by name in the order of Python's. */
export function normalizeSubs(subs: unknown): Subscriber[] {
  if (subs === undefined || subs === null) return [];
  if (isCallback(subs)) return [{ callback: subs, name: 'all' }];
  if (isIterable(subs)) {
    return Array.from(subs, (each, at) => ({ callback: checkCallback(each, `Callback ${at + 1}`), name: 'all' }));
  }
  if (isPlainObject(subs)) return fromRecord(subs);
  if (typeof subs === 'object' || typeof subs === 'function') checkCallback(subs, 'What was given as callbacks');
  throw new SubscriptionError(
    `The callbacks of RE(plan, callbacks) are ${describe(subs)}. Give a function, a list or an object by document name.`,
  );
}

/** Python's order for the names of its dict form; the other names follow. */
const FIRST_NAMES: readonly string[] = ['all', 'start', 'stop', 'event', 'descriptor'];

function fromRecord(subs: Record<string, unknown>): Subscriber[] {
  const keys = Object.keys(subs);
  const names = keys.map((key) => [key, checkName(key)] as const);
  const rank = (name: string): number =>
    (FIRST_NAMES.indexOf(name) + FIRST_NAMES.length + 1) % (FIRST_NAMES.length + 1);
  names.sort(([, a], [, b]) => rank(a) - rank(b));
  return names.flatMap(([key, name]) => {
    const value = subs[key];
    if (!Array.isArray(value)) return [{ callback: checkByName(value, name, `The callback for '${name}'`), name }];
    return value.map((each, at) => ({ callback: checkByName(each, name, `Callback ${at + 1} for '${name}'`), name }));
  });
}

/** A function of one parameter would get the name, which it knows already, where it expects the document. */
function checkByName(value: unknown, name: DocumentName | 'all', where: string): Callback {
  const callback = checkCallback(value, where);
  if (name !== 'all' && typeof callback === 'function' && callback.length === 1) {
    throw new SubscriptionError(
      `${where} takes one argument, but callbacks are called with two: (name, doc). ` +
        `To write methods such as ${name}(doc), derive a class from CallbackBase.`,
    );
  }
  return callback;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
