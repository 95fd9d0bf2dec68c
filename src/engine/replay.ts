import type { Named } from '../documents/index.js';
import { Dispatcher } from './dispatcher.js';
import type { Subs } from './subscriptions.js';
import { normalizeSubs } from './subscriptions.js';
import { Turns } from './turns.js';

/** The options of {@link replay}. */
export interface ReplayOptions {
  /** Seconds to wait before each event; default 0, all at once. */
  delay?: number;
}

/**
 * Gives recorded documents to callbacks, as an engine would have.
 *
 * @param documents - pairs of name and document, such as `parseDocuments(text)` gives
 * @param subs - callbacks in any form that `RE(plan, subs)` takes
 * @param options - `delay`: seconds before each event
 */
export async function replay(documents: Iterable<Named>, subs: Subs, { delay = 0 }: ReplayOptions = {}): Promise<void> {
  const dispatcher = new Dispatcher();
  for (const { callback, name } of normalizeSubs(subs)) dispatcher.subscribe(callback, name);
  const turns = new Turns();
  for (const [name, doc] of documents) {
    if (name === 'event' && delay > 0) await pause(delay);
    else if (turns.due()) await turns.take();
    await dispatcher.emit(name, doc);
  }
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, seconds * 1000));
}
