import type { DocumentName, Documents, Named } from '../documents/index.js';
import { DOCUMENT_NAMES } from '../documents/index.js';
import { SubscriptionError } from './errors.js';

/**
 * What receives documents: a function of name and document, or an object with a method `receive`.
 *
 * The name decides the document's type: after `if (name === 'event')`, `doc` is an event. A promise that
 * it returns is awaited before the next callback is called.
 */
export type Callback<N extends DocumentName = DocumentName> =
  | ((...args: Named<N>) => unknown)
  | NameCallback<N>
  | { receive(...args: Named<N>): unknown }
  | { receive: NameCallback<N> };

/**
 * A function that wants the name only.
 *
 * A function of one parameter is no function of a union of pairs, so it needs a type of its own. The
 * second signature accepts nothing more; because of it, TypeScript infers the parameters of a function
 * in a cell from the other form alone, which is the one that knows both (docs/adr/0004).
 */
export interface NameCallback<N extends DocumentName = DocumentName> {
  (name: N): unknown;
  <_ = unknown>(name: N): unknown;
}

/** Calls a callback with a document. */
export function invoke(callback: Callback, name: DocumentName, doc: Documents[DocumentName]): unknown {
  if (typeof callback === 'function') return (callback as (name: unknown, doc: unknown) => unknown)(name, doc);
  return (callback as { receive(name: unknown, doc: unknown): unknown }).receive(name, doc);
}

/** What a callback is called in messages: a function by its own name, an object by its class's. */
export function callbackName(callback: Callback): string {
  if (typeof callback !== 'function') return `The callback ${classOf(callback) ?? 'object'}`;
  const { name } = callback as { name?: unknown };
  // `f.bind(x)` is named `bound f`.
  const own = typeof name === 'string' ? name.replace(/^(?:bound )+/, '') : '';
  return `The callback ${own || '(anonymous function)'}`;
}

/** Whether `value` can be called back. */
export function isCallback(value: unknown): value is Callback {
  if (typeof value === 'function') return hintOnFunction(value) === undefined;
  return typeof value === 'object' && value !== null && typeof (value as { receive?: unknown }).receive === 'function';
}

/** Checks that `value` can be called back; `where` says where it was given. */
export function checkCallback(value: unknown, where: string): Callback {
  if (isCallback(value)) return value;
  throw new SubscriptionError(`${where} is ${describe(value)}, which is no callback. ${hintOn(value)}`);
}

/** What a value is, for a message that refuses it. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}...` : value);
  if (typeof value === 'function')
    return isClass(value) ? `the class ${nameOf(value)}` : `the function ${nameOf(value)}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  return `an object of class ${classOf(value) ?? 'Object'}`;
}

function hintOn(value: unknown): string {
  const hint = typeof value === 'function' ? hintOnFunction(value) : hintOnObject(value);
  return hint ?? 'Give a function (name, doc) or an object with a method receive(name, doc).';
}

/** Functions that would do nothing, or fail, each time that they are called. */
function hintOnFunction(value: object): string | undefined {
  if (isClass(value)) return `Give an instance of it: new ${nameOf(value)}(...).`;
  if (/Generator/.test(tagOf(value))) {
    return 'It is a generator: calling it would not run it. Give a function without *, which may be async.';
  }
  return undefined;
}

function hintOnObject(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (DOCUMENT_NAMES.some((name) => typeof (value as Record<string, unknown>)[name] === 'function')) {
    return 'To handle documents by methods such as start(doc) or event(doc), derive a class from CallbackBase.';
  }
  return tagOf(value) === 'Promise' ? 'Was `await` forgotten?' : undefined;
}

function isClass(value: object): boolean {
  return typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
}

function nameOf(value: object): string {
  const { name } = value as { name?: unknown };
  return typeof name === 'string' && name !== '' ? name : '(anonymous)';
}

/** The name of an object's class, or what JavaScript calls such objects: generators have no class. */
function classOf(value: object): string | undefined {
  const { name } = (value.constructor ?? {}) as { name?: unknown };
  return typeof name === 'string' && name !== '' ? name : tagOf(value);
}

function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}
