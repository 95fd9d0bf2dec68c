import type { DocumentName, Documents } from '../documents/index.js';
import { DocumentLabels } from '../documents/index.js';
import { isThenable, onlyReads, warn } from '../host/index.js';
import { messageOf } from '../text/index.js';
import type { Callback } from './callback.js';
import { callbackName, checkCallback, invoke, isCallback } from './callback.js';
import { documentCopy } from './document-copy.js';
import { CallbackError, isRequestToEnd, SubscriptionError } from './errors.js';
import type { Outlet } from './run-streams.js';
import type { OnError, Subscription } from './subscriptions.js';
import { checkName } from './subscriptions.js';

interface Listener extends Subscription {
  /** Whether its events need not be copied. */
  readonly onlyReads: boolean;
}

const GOES_ON = 'Data collection goes on; the same error is not shown again in this run.';

/** What is said of an error that does not end the plan; `raise` is not raised where all errors are ignored. */
const CONSEQUENCES: Readonly<Record<OnError, string>> = { raise: GOES_ON, warn: GOES_ON, drop: 'It is unsubscribed.' };

/** Hands documents to callbacks, one after another, in the order of their listener. */
export class Dispatcher implements Outlet {
  /** Turns every error of a callback into a warning. */
  ignoreExceptions = false;
  #nextToken = 0;
  readonly #listeners = new Map<number, Listener>();
  readonly #lists = new Map<DocumentName, readonly Listener[]>();
  readonly #labels = new DocumentLabels();
  readonly #warned = new Set<string>();

  /** Adds a callback and returns the token that removes it. */
  subscribe(callback: unknown, name: unknown = 'all', onError?: OnError): number {
    if (isCallback(name)) {
      throw new SubscriptionError('The callback comes first and the name second: RE.subscribe(callback, name).');
    }
    const checked = checkCallback(callback, 'What was given to subscribe');
    const token = this.#nextToken++;
    this.#listeners.set(token, {
      callback: checked,
      name: checkName(name),
      onError: onError ?? preferred(checked),
      token,
      onlyReads: onlyReads(checked),
    });
    this.#lists.clear();
    return token;
  }

  /** What is subscribed, in the order in which it is called. */
  subscriptions(): Subscription[] {
    return Array.from(this.#listeners.values(), ({ token, name, callback, onError }) => ({
      token,
      name,
      callback,
      onError,
    }));
  }

  /** Removes a callback; an unknown token does nothing. */
  unsubscribe(token: number): void {
    this.#listeners.delete(token);
    this.#lists.clear();
  }

  /**
   * Calls every callback that listens to this kind of document.
   *
   * @returns a promise only if a callback returned one
   */
  emit<N extends DocumentName>(name: N, doc: Documents[N]): void | Promise<void> {
    if (name === 'start') this.#warned.clear();
    this.#labels.note(name, doc);
    const list = this.#lists.get(name) ?? this.#makeList(name);
    for (let at = 0; at < list.length; at++) {
      const pending = this.#call(list[at] as Listener, name, doc);
      if (pending) return this.#emitRest(pending, list, at + 1, name, doc);
    }
  }

  async #emitRest(
    first: Promise<void>,
    list: readonly Listener[],
    from: number,
    name: DocumentName,
    doc: Documents[DocumentName],
  ): Promise<void> {
    await first;
    for (let at = from; at < list.length; at++) await this.#call(list[at] as Listener, name, doc);
  }

  #call(listener: Listener, name: DocumentName, doc: Documents[DocumentName]): Promise<void> | undefined {
    try {
      const given = name === 'event' && listener.onlyReads ? doc : documentCopy(name, doc);
      const result = invoke(listener.callback, name, given);
      return isThenable(result) ? this.#settle(result, listener, name, doc) : undefined;
    } catch (error) {
      this.#failed(listener, name, doc, error);
      return undefined;
    }
  }

  async #settle(
    result: PromiseLike<unknown>,
    listener: Listener,
    name: DocumentName,
    doc: Documents[DocumentName],
  ): Promise<void> {
    try {
      await result;
    } catch (error) {
      this.#failed(listener, name, doc, error);
    }
  }

  #failed(listener: Listener, name: DocumentName, doc: Documents[DocumentName], error: unknown): void {
    const { onError, callback, token } = listener;
    const raises = onError === 'raise' && !this.ignoreExceptions;
    // A request to stop or to abort is no failure.
    if (raises && isRequestToEnd(error)) throw error;
    const text = `${callbackName(callback)} ${this.#labels.failure(name, doc, error)}`;
    if (raises) throw new CallbackError(text, error);
    if (onError === 'drop') this.unsubscribe(token);
    this.#warnOnce(`${token} ${name} ${messageOf(error)}`, `${text}\n${CONSEQUENCES[onError]}`);
  }

  /** A callback that fails on each of ten thousand events says so once. */
  #warnOnce(key: string, text: string): void {
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    warn(text);
  }

  /** The callbacks for a kind of document, each once even if it has several tokens. */
  #makeList(name: DocumentName): readonly Listener[] {
    const seen = new Set<Callback>();
    const list = [...this.#listeners.values()].filter(({ callback, name: wanted }) => {
      if ((wanted !== 'all' && wanted !== name) || seen.has(callback)) return false;
      seen.add(callback);
      return true;
    });
    this.#lists.set(name, list);
    return list;
  }
}

/** Callbacks that draw say of themselves that an error of theirs must not end a run. */
function preferred(callback: Callback): OnError {
  const own = (callback as { onError?: unknown }).onError;
  return own === 'warn' || own === 'drop' ? own : 'raise';
}
