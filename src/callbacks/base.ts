import type {
  BulkDatum,
  BulkEvents,
  Datum,
  DatumPage,
  DocumentName,
  Documents,
  Event,
  EventDescriptor,
  EventPage,
  Named,
  Resource,
  RunStart,
  RunStop,
  StreamDatum,
  StreamResource,
} from '../documents/index.js';
import { unpackEventPage } from '../documents/index.js';

/**
 * Base of callbacks: gives each kind of document to the method of its name.
 *
 * A subclass overrides the methods that it needs. One that handles events also gets those that come as
 * pages, one by one.
 *
 * @example
 * ```ts
 * class Best extends CallbackBase {
 *   best = -Infinity
 *   override start() { this.best = -Infinity }
 *   override event(doc) { this.best = Math.max(this.best, Number(doc.data.det)) }
 *   override stop() { console.log('best', this.best) }
 * }
 * await RE(scan([det], motor, -1, 1, 11), new Best())
 * ```
 */
export class CallbackBase {
  /** Takes any document; engines call this. May return a promise, which is awaited. */
  receive(...[name, doc]: Named): unknown {
    return (this[name] as (doc: Documents[DocumentName]) => unknown).call(this, doc);
  }

  start(_doc: RunStart): unknown {
    return undefined;
  }

  descriptor(_doc: EventDescriptor): unknown {
    return undefined;
  }

  event(_doc: Event): unknown {
    return undefined;
  }

  /** Gives the events of a page to {@link CallbackBase.event}, unless overridden. */
  event_page(doc: EventPage): unknown {
    return this.#unpack(doc);
  }

  stop(_doc: RunStop): unknown {
    return undefined;
  }

  resource(_doc: Resource): unknown {
    return undefined;
  }

  datum(_doc: Datum): unknown {
    return undefined;
  }

  datum_page(_doc: DatumPage): unknown {
    return undefined;
  }

  stream_resource(_doc: StreamResource): unknown {
    return undefined;
  }

  stream_datum(_doc: StreamDatum): unknown {
    return undefined;
  }

  bulk_events(_doc: BulkEvents): unknown {
    return undefined;
  }

  bulk_datum(_doc: BulkDatum): unknown {
    return undefined;
  }

  /** One event after another: from the first that has to be waited for, the rest are waited for too. */
  #unpack(page: EventPage): unknown {
    const events = [...unpackEventPage(page)];
    for (let at = 0; at < events.length; at++) {
      const result = this.event(events[at] as Event);
      if (result instanceof Promise) return this.#unpackRest(result, events.slice(at + 1));
    }
    return undefined;
  }

  async #unpackRest(first: Promise<unknown>, events: readonly Event[]): Promise<void> {
    await first;
    for (const event of events) await this.event(event);
  }
}
