import { describe, expect, it } from 'vitest';

import { eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import type { Event, EventPage } from '../documents/index.js';
import { DOCUMENT_NAMES } from '../documents/index.js';
import { CallbackBase } from './base.js';

const PAGE: EventPage = {
  descriptor: 'd',
  uid: ['a', 'b', 'c'],
  time: [1, 2, 3],
  seq_num: [1, 2, 3],
  data: { x: [1, 2, 3] },
  timestamps: { x: [1, 2, 3] },
};

describe('CallbackBase', () => {
  it('has a method for each kind of document', () => {
    for (const name of DOCUMENT_NAMES) expect(typeof new CallbackBase()[name]).toBe('function');
  });

  it('gives documents to the methods of their names', () => {
    const seen: unknown[] = [];
    class Seen extends CallbackBase {
      override start(doc: { uid: string }): void {
        seen.push(['start', doc.uid]);
      }
      override event(doc: Event): void {
        seen.push(['event', doc.seq_num]);
      }
    }
    const callback = new Seen();
    callback.receive('start', startDoc());
    callback.receive('event', eventDoc('d', 7, {}));
    callback.receive('stop', stopDoc());
    expect(seen).toEqual([
      ['start', 'run'],
      ['event', 7],
    ]);
  });

  it('gives the events of a page one by one', () => {
    const seen: unknown[] = [];
    class Seen extends CallbackBase {
      override event({ uid, seq_num, data }: Event): void {
        seen.push([uid, seq_num, data.x]);
      }
    }
    expect(new Seen().receive('event_page', PAGE)).not.toBeInstanceOf(Promise);
    expect(seen).toEqual([
      ['a', 1, 1],
      ['b', 2, 2],
      ['c', 3, 3],
    ]);
  });

  it('waits for one event of a page before it gives the next', async () => {
    const order: string[] = [];
    class Slow extends CallbackBase {
      override async event({ uid }: Event): Promise<void> {
        order.push(`${uid} begins`);
        await new Promise((resolve) => setTimeout(resolve, 1));
        order.push(`${uid} ends`);
      }
    }
    await new Slow().receive('event_page', PAGE);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});
