import { inTurn, isThenable, warn, whenCome } from '../host/index.js';
import { bulkDatumToDatumPage, bulkEventsToEventPages } from './bulk-pages.js';
import { packDatumPage, unpackDatumPage } from './datum-pages.js';
import type { DocumentName, Documents, Named } from './documents.js';
import { EventModelTypeError, EventModelValueError } from './errors.js';
import { packEventPage, unpackEventPage } from './event-pages.js';
import type { BulkDatum } from './generated/bulk-datum.js';
import type { BulkEvents } from './generated/bulk-events.js';
import type { Datum } from './generated/datum.js';
import type { DatumPage } from './generated/datum-page.js';
import type { Event } from './generated/event.js';
import type { EventDescriptor } from './generated/event-descriptor.js';
import type { EventPage } from './generated/event-page.js';
import type { Resource } from './generated/resource.js';
import type { RunStart } from './generated/run-start.js';
import type { RunStop } from './generated/run-stop.js';
import type { StreamDatum } from './generated/stream-datum.js';
import type { StreamResource } from './generated/stream-resource.js';
import { checkDocumentName, validate } from './validate.js';

/** What a method returns that a subclass has not overridden. */
export const NOT_IMPLEMENTED: unique symbol = Symbol.for('livesky.not-implemented');

/** A function of name and document. */
export type Emitter = (...args: Named) => unknown;

/** How a router is made. */
export interface RouterOptions {
  /** Called by {@link DocumentRouter.emit}. */
  emit?: Emitter;
  /** Whether documents that come out are checked against their schema; default false. */
  validate?: boolean;
}

/**
 * Gives each kind of document to the method of its name.
 *
 * A subclass overrides the methods that it needs. A method may return a document of the same kind, which
 * {@link DocumentRouter.receive} hands on in place of the one that came, and may return a promise, which
 * is awaited. A subclass that overrides only `event` gets the events of pages one by one; one that
 * overrides only `event_page` gets each event as a page of one. So it is with datums.
 *
 * @example
 * ```ts
 * class Scaled extends DocumentRouter {
 *   override event(doc: Event) { return { ...doc, data: { ...doc.data, det: 2 * Number(doc.data.det) } } }
 * }
 * const [name, doc] = await new Scaled().receive('event', event)
 * ```
 */
export class DocumentRouter {
  readonly #emit: Emitter | undefined;
  readonly #validate: boolean;

  constructor({ emit, validate: check = false }: RouterOptions = {}) {
    if (emit !== undefined) checkEmitter(emit);
    this.#emit = emit;
    this.#validate = check;
  }

  /**
   * Takes any document; engines call this.
   *
   * @returns the name and the document that the method gave, or the one that came; a promise of both if
   * the method returned a promise
   */
  receive(...document: Named): Named | Promise<Named>;
  // Two parameters: this is called for every event, and a list of them would be made for each.
  receive(name: DocumentName, doc: Documents[DocumentName]): Named | Promise<Named> {
    // Of events there are many: what they are called need not be looked up.
    if (name !== 'event') checkDocumentName(name);
    const output = this.#dispatch(name, doc);
    if (!isThenable(output)) return this.#handOn(name, doc, output);
    return Promise.resolve(output).then((come) => this.#handOn(name, doc, come));
  }

  /** Hands a document to the function that the router was made with, if there is one. */
  emit(...document: Named): unknown {
    return this.#emit?.(...document);
  }

  start(_doc: RunStart): unknown {
    return NOT_IMPLEMENTED;
  }

  descriptor(_doc: EventDescriptor): unknown {
    return NOT_IMPLEMENTED;
  }

  event(_doc: Event): unknown {
    return NOT_IMPLEMENTED;
  }

  event_page(_doc: EventPage): unknown {
    return NOT_IMPLEMENTED;
  }

  stop(_doc: RunStop): unknown {
    return NOT_IMPLEMENTED;
  }

  resource(_doc: Resource): unknown {
    return NOT_IMPLEMENTED;
  }

  datum(_doc: Datum): unknown {
    return NOT_IMPLEMENTED;
  }

  datum_page(_doc: DatumPage): unknown {
    return NOT_IMPLEMENTED;
  }

  stream_resource(_doc: StreamResource): unknown {
    return NOT_IMPLEMENTED;
  }

  stream_datum(_doc: StreamDatum): unknown {
    return NOT_IMPLEMENTED;
  }

  /** Gives an older document as event pages. Override {@link DocumentRouter.event_page}, not this. */
  bulk_events(doc: BulkEvents): unknown {
    warnOfOld('bulk_events', 'event_page');
    return inTurn(bulkEventsToEventPages(doc), (page) => this.#dispatch('event_page', page));
  }

  /** Gives an older document as a datum page. Override {@link DocumentRouter.datum_page}, not this. */
  bulk_datum(doc: BulkDatum): unknown {
    warnOfOld('bulk_datum', 'datum_page');
    return whenCome(this.#dispatch('datum_page', bulkDatumToDatumPage(doc)), () => undefined);
  }

  #handOn(name: DocumentName, doc: Documents[DocumentName], output: unknown): Named {
    const given = isDocument(output) ? output : doc;
    if (this.#validate) validate(name, given);
    return [name, given] as Named;
  }

  /** What the method gave, or the method for pages or single documents if that is the one that there is. */
  #dispatch(name: DocumentName, doc: Documents[DocumentName]): unknown {
    // Looked up by its name in the source, since there are so many events.
    const output =
      name === 'event' ? this.event(doc as Event) : (this[name] as (doc: Documents[DocumentName]) => unknown)(doc);
    if (output === undefined) return undefined;
    return whenCome(output, (given) => (given === NOT_IMPLEMENTED ? this.#otherWay(name, doc) : given));
  }

  #otherWay(name: DocumentName, doc: Documents[DocumentName]): unknown {
    switch (name) {
      case 'event':
        return this.#asPage(packEventPage(doc as Event), (page) => this.event_page(page), unpackEventPage);
      case 'datum':
        return this.#asPage(packDatumPage(doc as Datum), (page) => this.datum_page(page), unpackDatumPage);
      case 'event_page':
        return this.#oneByOne(unpackEventPage(doc as EventPage), (event) => this.event(event), packEventPage);
      case 'datum_page':
        return this.#oneByOne(unpackDatumPage(doc as DatumPage), (datum) => this.datum(datum), packDatumPage);
      default:
        return NOT_IMPLEMENTED;
    }
  }

  #asPage<P extends object>(page: P, handle: (page: P) => unknown, unpack: (page: P) => Iterable<object>): unknown {
    return whenCome(handle(page), (output) => {
      if (!isDocument(output)) return output;
      const [only, ...others] = unpack(output as P);
      if (only && others.length === 0) return only;
      throw new EventModelValueError('A page of one came back as a page of none, or of several.');
    });
  }

  #oneByOne<T extends object>(
    items: Iterable<T>,
    handle: (item: T) => unknown,
    pack: (...items: readonly [Iterable<T>]) => object,
  ): unknown {
    const outputs: T[] = [];
    let implemented = true;
    const pending = inTurn(items, (item) => {
      if (!implemented) return undefined;
      return whenCome(handle(item), (output) => {
        implemented = output !== NOT_IMPLEMENTED;
        outputs.push(isDocument(output) ? (output as T) : item);
      });
    });
    const given = (): unknown => (implemented && outputs.length > 0 ? pack(outputs) : NOT_IMPLEMENTED);
    return pending ? pending.then(given) : given();
  }
}

function checkEmitter(emit: unknown): void {
  if (typeof emit !== 'function') {
    throw new EventModelTypeError(`emit is ${String(emit)}; it must be a function (name, doc).`);
  }
  if (emit.length <= 2) return;
  throw new EventModelTypeError(`emit takes ${emit.length} arguments, but is called with two: (name, doc).`);
}

/** A method may return anything, as arrow functions do; only an object is a document. */
function isDocument(value: unknown): value is Documents[DocumentName] {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function warnOfOld(name: string, instead: string): void {
  warn(`Documents of the kind '${name}' are deprecated; '${instead}' holds the same, as columns.`);
}
