import type { DocumentName, Documents, Named } from './documents.js';
import { EventModelTypeError } from './errors.js';

/** What takes documents: a function of name and document, or an object with a method `receive`. */
export type Receiver = ((...args: Named) => unknown) | { receive(...args: Named): unknown };

/** Gives a document to a receiver; returns what it returns. */
export function deliver(receiver: Receiver, name: DocumentName, doc: Documents[DocumentName]): unknown {
  const args = [name, doc] as unknown as Named;
  return typeof receiver === 'function' ? receiver(...args) : receiver.receive(...args);
}

/** Refuses what cannot take documents; `where` says where it came from. */
export function checkReceiver(value: unknown, where: string): asserts value is Receiver {
  if (typeof value === 'function' || typeof (value as { receive?: unknown } | null)?.receive === 'function') return;
  throw new EventModelTypeError(
    `${where} gave ${String(value)}, which takes no documents: it must be a function (name, doc) or have a method receive(name, doc).`,
  );
}
