import { describe, expect, it } from 'vitest';

import { CallbackBase } from '../callbacks/index.js';
import { DOCUMENT_NAMES } from '../documents/index.js';
import { SubscriptionError } from './errors.js';
import { normalizeSubs } from './subscriptions.js';

const a = (_name: unknown, _doc: unknown): void => {};
const b = (_name: unknown, _doc: unknown): void => {};
const object = { receive: a };

async function* asyncGenerator(): AsyncGenerator {}

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

  it('takes functions without parameters and with a rest, and for all documents those that want the name only', () => {
    expect(named({ start: () => {}, stop: (..._all: unknown[]) => {}, all: (_name: unknown) => {} })).toHaveLength(3);
  });

  it.each([
    Object.freeze({ receive: a }),
    Object.freeze((_name: unknown, _doc: unknown) => {}),
    Object.assign(() => {}, { receive: a }),
    Object.assign(Object.create(null) as object, { receive: a }),
    new (class Counter {
      receive(): void {}
    })(),
    a.bind(undefined),
    async (): Promise<void> => {},
    console.log,
    (_name: unknown): void => {},
  ])('takes callback %#, alone, in a list and for all documents', (callback) => {
    expect(named(callback)).toEqual([['all', callback]]);
    expect(named(Object.freeze([a, callback]))).toEqual([
      ['all', a],
      ['all', callback],
    ]);
    expect(named(Object.freeze({ all: callback }))).toEqual([['all', callback]]);
  });

  class Handlers {
    start(_doc: unknown): void {}
  }

  it.each([
    [3, /^The callbacks of RE\(plan, callbacks\) are 3\./],
    ['print', /"print"/],
    [[a, 3], /^Callback 2 is 3, which is no callback\. Give a function/],
    [{ event: 3 }, /^The callback for 'event' is 3/],
    [{ events: a }, /^Cannot subscribe to 'events'\. Did you mean 'event'\? .*'all' or to one of: start/],
    [{ evnt: a }, /^Cannot subscribe to 'evnt'\. Did you mean 'event'\? .*descriptor, event/],
    [{ motor: a }, /^Cannot subscribe to 'motor'\. Subscribe to/],
    [{ toString: a }, /^Cannot subscribe to 'toString'\. Subscribe to/],
    [{ event: [a, 'print'] }, /^Callback 2 for 'event' is "print", which is no callback\. Give a function/],
    [{ event: null }, /^The callback for 'event' is null/],
    [{ event: undefined }, /^The callback for 'event' is undefined/],
    [[a, [b]], /^Callback 2 is a list, which/],
    [[a, undefined], /^Callback 2 is undefined/],
    [new Map([['event', a]]), /^Callback 1 is a list/],
    [Promise.resolve(a), /^What was given as callbacks is an object of class Promise.* `await` forgotten\?$/],
    [[{ receive: 3 }], /^Callback 1 is an object of class Object/],
    [asyncGenerator(), /^What was given as callbacks is an object of class AsyncGenerator/],
    [asyncGenerator, /^What was given as callbacks is the function asyncGenerator.*calling it would not run it/],
    [[a, function* plan() {}], /^Callback 2 is the function plan.*Give a function without \*/],
    [CallbackBase, /^What was given as callbacks is the class CallbackBase.* new CallbackBase\(\.\.\.\)\.$/],
    [[a, class {}], /^Callback 2 is the class \(anonymous\)/],
    ['x'.repeat(10_000), /^The callbacks of RE\(plan, callbacks\) are "x{80}\.\.\."\./],
    [true, /are true\./],
    [Symbol('cb'), /are Symbol\(cb\)\./],
    [{ start(_doc: unknown) {} }, /^The callback for 'start' takes one argument.* derive a class from CallbackBase/],
    [{ event: [a, (_doc: unknown) => {}] }, /^Callback 2 for 'event' takes one argument/],
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
