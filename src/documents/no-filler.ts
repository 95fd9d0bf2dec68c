import { Filler } from './filler.js';
import type { FillOptions } from './filler.js';
import { unpackEventPage } from './event-pages.js';
import type { Event } from './generated/event.js';
import type { EventPage } from './generated/event-page.js';

/**
 * Reads no values, but checks that all documents are there that a {@link Filler} would need.
 *
 * @example
 * ```ts
 * const check = new NoFiller({})
 * for (const document of documents) check.receive(...document)   // throws on a reference to nothing
 * ```
 */
export class NoFiller extends Filler {
  override fillEvent(doc: Event, options: FillOptions = {}): Event {
    for (const key of this.keysToFill(doc, options)) this.referred.originOf(doc, key);
    return doc;
  }

  override fillEventPage(doc: EventPage, options: FillOptions = {}): EventPage {
    for (const event of unpackEventPage(doc)) this.fillEvent(event, options);
    return doc;
  }
}
