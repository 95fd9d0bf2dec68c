import type { DocumentName, Documents, Named } from '../documents/index.js';
import { DOCUMENT_NAMES, isDocumentName } from '../documents/index.js';
import { SubscriptionError } from './errors.js';
import { isPlainObject } from './plain-object.js';

/**
 * What receives documents: a function of name and document, or an object with a method `receive`.
 *
 * A promise that it returns is awaited before the next callback is called.
 */
export type Callback<N extends DocumentName = DocumentName> =
  ((...args: Named<N>) => unknown) | { receive(...args: Named<N>): unknown };

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

/** Checks that `name` is a document's or `all`. */
export function checkName(name: unknown): DocumentName | 'all' {
  if (name === 'all' || isDocumentName(name)) return name;
  throw new SubscriptionError(
    `Cannot subscribe to '${String(name)}'. Subscribe to 'all' or to one of: ${DOCUMENT_NAMES.join(', ')}.`,
  );
}

/** Checks that `value` can be called back; `where` says where it was given. */
export function checkCallback(value: unknown, where: string): Callback {
  if (isCallback(value)) return value;
  const problem = `${where} is ${describe(value)}, which is no callback.`;
  if (looksLikeHandlers(value)) {
    throw new SubscriptionError(
      `${problem} To handle documents by methods such as start(doc) or event(doc), derive a class from CallbackBase.`,
    );
  }
  throw new SubscriptionError(`${problem} Give a function (name, doc) or an object with a method receive(name, doc).`);
}

/** Brings every form of `subs` into one list, `all` first and then by name in the order of Python's. */
export function normalizeSubs(subs: unknown): Subscriber[] {
  if (subs === undefined || subs === null) return [];
  if (isCallback(subs)) return [{ callback: subs, name: 'all' }];
  if (isIterable(subs)) {
    return Array.from(subs, (each, at) => ({ callback: checkCallback(each, `Callback ${at + 1}`), name: 'all' }));
  }
  if (isPlainObject(subs)) return fromRecord(subs);
  if (typeof subs === 'object') checkCallback(subs, 'What was given as callbacks');
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
    const list = Array.isArray(value) ? value : [value];
    return list.map((each) => ({ callback: checkByName(each, name), name }));
  });
}

/** A function of one parameter would get the name where it expects the document. */
function checkByName(value: unknown, name: string): Callback {
  const callback = checkCallback(value, `The callback for '${name}'`);
  if (typeof callback === 'function' && callback.length === 1) {
    throw new SubscriptionError(
      `The callback for '${name}' takes one argument, but callbacks are called with two: (name, doc). ` +
        `To write methods such as ${name}(doc), derive a class from CallbackBase.`,
    );
  }
  return callback;
}

function isCallback(value: unknown): value is Callback {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && typeof (value as { receive?: unknown }).receive === 'function';
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function looksLikeHandlers(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return DOCUMENT_NAMES.some((name) => typeof (value as Record<string, unknown>)[name] === 'function');
}

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  return `an object of class ${value.constructor?.name ?? 'Object'}`;
}
