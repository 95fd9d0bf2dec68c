import type { Event } from './event.js';
import type { EventPage } from './event-page.js';

/** The events of a page, one by one. */
export function* unpackEventPage(page: EventPage): Generator<Event> {
  for (let i = 0; i < page.seq_num.length; i++) {
    yield {
      descriptor: page.descriptor,
      uid: page.uid[i] as string,
      time: page.time[i] as number,
      seq_num: page.seq_num[i] as number,
      data: pick(page.data, i),
      timestamps: pick(page.timestamps, i),
      filled: pick(page.filled ?? {}, i),
    };
  }
}

function pick<T>(columns: Readonly<Record<string, readonly T[]>>, row: number): Record<string, T> {
  return Object.fromEntries(Object.entries(columns).map(([field, values]) => [field, values[row] as T]));
}
