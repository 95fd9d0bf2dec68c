import { describe, expect, it } from 'vitest';

import type { Named } from './documents.js';
import {
  EventModelKeyError,
  EventModelTypeError,
  EventModelValueError,
  UnresolvableForeignKeyError,
} from './errors.js';
import { DocumentRouter } from './router.js';
import { RunRouter } from './run-router.js';

function documentsOf(run: string): Named[] {
  const descriptor = { uid: `${run} d`, time: 1, run_start: run, name: 'primary', data_keys: {} };
  return [
    ['start', { uid: run, time: 1 }],
    ['descriptor', descriptor],
    ['event', { uid: 'e', time: 1, descriptor: descriptor.uid, seq_num: 1, data: {}, timestamps: {} }],
    ['stop', { uid: 's', time: 1, run_start: run, exit_status: 'success' }],
  ];
}

describe('RunRouter', () => {
  it('gives runs that take turns to callbacks of their own', () => {
    const seen: string[] = [];
    const router = new RunRouter([(_, { uid }) => [[(name, _doc) => seen.push(`${uid}: ${name}`)], []]]);
    const [a, b] = [documentsOf('a'), documentsOf('b')];
    a.forEach((document, i) => {
      void router.receive(...document);
      void router.receive(...(b[i] as Named));
    });
    const names = ['start', 'descriptor', 'event_page', 'stop'];
    expect(seen).toEqual(names.flatMap((name) => [`a: ${name}`, `b: ${name}`]));
  });

  it('gives single events to a router that has a method for them, and waits for promises', async () => {
    const seen: unknown[] = [];
    class Slow extends DocumentRouter {
      override async event(doc: { uid: string }): Promise<void> {
        await Promise.resolve();
        seen.push(doc.uid);
      }
    }
    const router = new RunRouter([() => [[new Slow(), (name, _doc) => seen.push(name)], []]]);
    for (const document of documentsOf('a')) await router.receive(...document);
    expect(seen).toEqual(['start', 'descriptor', 'e', 'event_page', 'stop']);
  });

  it('forgets a run that is over', () => {
    const router = new RunRouter([]);
    const [start, descriptor, event, stop] = documentsOf('a') as [Named, Named, Named, Named];
    for (const document of [start, descriptor, event, stop]) void router.receive(...document);
    expect(() => router.receive(...event)).toThrow(UnresolvableForeignKeyError);
    expect(() => router.receive(...descriptor)).toThrow(EventModelKeyError);
    expect(() => router.receive(...start)).not.toThrow();
    expect(() => router.receive(...start)).toThrow(EventModelValueError);
  });

  it('refuses what a factory makes that takes no documents', () => {
    const router = new RunRouter([() => [[3 as never], []]]);
    expect(() => router.receive('start', { uid: 'a', time: 1 })).toThrow(EventModelTypeError);
  });
});
