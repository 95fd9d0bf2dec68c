import { describe, expect, it } from 'vitest';

import { consoleWarnings } from '../../tests/instruments/console-warnings.js';
import type { Named } from './documents.js';
import { EventModelKeyError, EventModelTypeError, EventModelValidationError } from './errors.js';
import type { Event } from './generated/event.js';
import type { EventPage } from './generated/event-page.js';
import { DocumentRouter } from './router.js';

const EVENT: Event = { uid: 'e', time: 1, descriptor: 'd', seq_num: 1, data: { x: 1 }, timestamps: { x: 1 } };
const PAGE: EventPage = {
  uid: ['a', 'b'],
  time: [1, 2],
  descriptor: 'd',
  seq_num: [1, 2],
  data: { x: [1, 2] },
  timestamps: { x: [1, 2] },
  filled: {},
};

const warnings = consoleWarnings();

describe('DocumentRouter', () => {
  it('awaits what a method promises, one event of a page after another', async () => {
    const order: string[] = [];
    class Slow extends DocumentRouter {
      override async event(doc: Event): Promise<Event> {
        order.push(`${doc.uid} begins`);
        await new Promise((resolve) => setTimeout(resolve, 1));
        order.push(`${doc.uid} ends`);
        return { ...doc, uid: `${doc.uid}!` };
      }
    }
    expect(await new Slow().receive('event_page', PAGE)).toEqual(['event_page', { ...PAGE, uid: ['a!', 'b!'] }]);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('rejects with what a method rejects with', async () => {
    class Failing extends DocumentRouter {
      override async event(): Promise<void> {
        await Promise.resolve();
        throw new Error('no more');
      }
    }
    await expect(new Failing().receive('event_page', PAGE)).rejects.toThrow('no more');
  });

  it('takes what is no document for nothing', () => {
    class Counting extends DocumentRouter {
      count = 0;
      override event(): unknown {
        return (this.count += 1);
      }
    }
    const counting = new Counting();
    expect(counting.receive('event', EVENT)).toEqual(['event', EVENT]);
    expect(counting.receive('event_page', PAGE)).toEqual(['event_page', PAGE]);
    expect(counting.count).toBe(3);
  });

  it('gives older documents as pages, to methods for single documents too, and says so', () => {
    const seen: unknown[] = [];
    class Seen extends DocumentRouter {
      override event(doc: Event): void {
        seen.push(doc.uid);
      }
      override datum_page(doc: object): void {
        seen.push(doc);
      }
    }
    const router = new Seen();
    router.receive('bulk_events', { primary: [EVENT, { ...EVENT, uid: 'f' }] } as never);
    router.receive('bulk_datum', { resource: 'r', datum_ids: ['r/0'], datum_kwarg_list: [{ i: 0 }] });
    expect(seen).toEqual(['e', 'f', { resource: 'r', datum_id: ['r/0'], datum_kwargs: { i: [0] } }]);
    expect(warnings.join()).toMatch(/'bulk_events' are deprecated; 'event_page'.*'bulk_datum'/s);
  });

  it('emits to the function that it was given', () => {
    const seen: unknown[] = [];
    class Passing extends DocumentRouter {
      override event(doc: Event): void {
        this.emit('event', doc);
      }
    }
    new Passing({ emit: (...document) => seen.push(document) }).receive('event', EVENT);
    new Passing().receive('event', EVENT);
    expect(seen).toEqual([['event', EVENT]]);
  });

  it.each([[3], [{}], [(_a: unknown, _b: unknown, _c: unknown) => undefined]])('refuses to emit to %j', (emit) => {
    expect(() => new DocumentRouter({ emit: emit as never })).toThrow(EventModelTypeError);
  });

  it('checks what comes out, if asked to', () => {
    class Spoiling extends DocumentRouter {
      override event(doc: Event): object {
        return { ...doc, seq_num: 'one' };
      }
    }
    expect(() => new Spoiling({ validate: true }).receive('event', EVENT)).toThrow(EventModelValidationError);
    expect(new Spoiling().receive('event', EVENT)).toMatchObject(['event', { seq_num: 'one' }]);
  });

  it.each(['events', 'constructor', 'receive', 'emit'])('has no document %s', (name) => {
    expect(() => new DocumentRouter().receive(...([name, {}] as unknown as Named))).toThrow(EventModelKeyError);
  });
});
