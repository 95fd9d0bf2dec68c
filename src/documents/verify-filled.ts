import { EventModelKeyError, UnfilledData } from './errors.js';
import type { EventPage } from './generated/event-page.js';

/**
 * Checks that no value of a page lies elsewhere.
 *
 * @throws {@link UnfilledData} with the field that has one
 */
export function verifyFilled(page: EventPage): void {
  if (!page.filled)
    throw new EventModelKeyError("The event_page document has no 'filled', so nothing is known of its values.");
  const unfilled = Object.keys(page.filled).filter((field) => !page.filled?.[field]?.every(Boolean));
  if (unfilled.length === 0) return;
  throw new UnfilledData(
    `The values of ${unfilled.join(', ')} are not in the event_page document; a Filler reads them.`,
  );
}
