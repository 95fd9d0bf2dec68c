import { describe, expect, it } from 'vitest';

import { CallbackBase } from '../callbacks/index.js';
import { DOCUMENT_NAMES } from '../documents/index.js';
import { SubscriptionError } from './errors.js';
import { normalizeSubs } from './subscriptions.js';

const a = (_name: unknown, _doc: unknown): void => {};
const b = (_name: unknown, _doc: unknown): void => {};
const object = { receive: a };

const named = (subs: unknown): unknown[] => normalizeSubs(subs).map(({ callback, name }) => [name, callback]);

describe('normalizeSubs', () => {
  it.each([
    [undefined, []],
    [null, []],
    [a, [['all', a]]],
    [object, [['all', object]]],
    [
      [a, object],
      [
        ['all', a],
        ['all', object],
      ],
    ],
    [
      new Set([a, b]),
      [
        ['all', a],
        ['all', b],
      ],
    ],
    [[], []],
    [{}, []],
    [{ event: a }, [['event', a]]],
    [
      { event: [a, object], start: b },
      [
        ['start', b],
        ['event', a],
        ['event', object],
      ],
    ],
    [
      { descriptor: a, stop: a, all: b, event: a, start: a },
      [
        ['all', b],
        ['start', a],
        ['stop', a],
        ['event', a],
        ['descriptor', a],
      ],
    ],
  ])('takes form %#', (subs, list) => {
    expect(named(subs)).toEqual(list);
  });

  it('takes all twelve names of documents', () => {
    const subs = Object.fromEntries(DOCUMENT_NAMES.map((name) => [name, a]));
    expect(
      normalizeSubs(subs)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...DOCUMENT_NAMES].sort());
  });

  it('takes functions without parameters and with a rest', () => {
    expect(named({ start: () => {}, stop: (..._all: unknown[]) => {} })).toHaveLength(2);
  });

  class Handlers {
    start(_doc: unknown): void {}
  }

  it.each([
    [3, /^The callbacks of RE\(plan, callbacks\) are 3\./],
    ['print', /"print"/],
    [[a, 3], /^Callback 2 is 3, which is no callback\. Give a function/],
    [{ event: 3 }, /^The callback for 'event' is 3/],
    [{ events: a }, /^Cannot subscribe to 'events'\. .*'all' or to one of: start/],
    [{ start(_doc: unknown) {} }, /^The callback for 'start' takes one argument.* derive a class from CallbackBase/],
    [{ event: [(_doc: unknown) => {}] }, /takes one argument/],
    [[{ start(_doc: unknown, _more: unknown) {} }], /^Callback 1 .* derive a class from CallbackBase/],
    [[new Handlers()], /object of class Handlers.* derive a class from CallbackBase/],
    [new Handlers(), /object of class Handlers.* derive a class from CallbackBase/],
  ])('refuses form %#, with a hint', (subs, message) => {
    expect(() => normalizeSubs(subs)).toThrow(SubscriptionError);
    expect(() => normalizeSubs(subs)).toThrow(message);
  });

  it('takes what derives from CallbackBase', () => {
    const callback = new (class extends CallbackBase {})();
    expect(named(callback)).toEqual([['all', callback]]);
  });
});
