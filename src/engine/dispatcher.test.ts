import { describe, expect, it } from 'vitest';

import { consoleWarnings } from '../../tests/instruments/console-warnings.js';
import type { RunStart } from '../documents/index.js';
import { ONLY_READS } from '../host/index.js';
import { Dispatcher } from './dispatcher.js';

const START: RunStart = { uid: 'u', time: 1 };
const STOP = { uid: 'v', time: 2, run_start: 'u', exit_status: 'success' } as const;
const warnings = consoleWarnings();

describe('Dispatcher', () => {
  it('calls in the order of subscription, and by name', () => {
    const calls: string[] = [];
    const dispatcher = new Dispatcher();
    dispatcher.subscribe((name: string) => calls.push(`all ${name}`));
    dispatcher.subscribe(() => calls.push('stop only'), 'stop');
    dispatcher.subscribe({ receive: (name: string) => calls.push(`object ${name}`) });
    void dispatcher.emit('start', START);
    void dispatcher.emit('stop', STOP);
    expect(calls).toEqual(['all start', 'object start', 'all stop', 'stop only', 'object stop']);
  });

  it('calls a callback with two tokens once, until both are gone', () => {
    let calls = 0;
    const callback = (): void => void (calls += 1);
    const dispatcher = new Dispatcher();
    const tokens = [dispatcher.subscribe(callback), dispatcher.subscribe(callback, 'start')] as const;
    expect(tokens[0]).not.toBe(tokens[1]);
    void dispatcher.emit('start', START);
    expect(calls).toBe(1);
    dispatcher.unsubscribe(tokens[0]);
    void dispatcher.emit('start', START);
    void dispatcher.emit('stop', STOP);
    expect(calls).toBe(2);
    dispatcher.unsubscribe(tokens[1]);
    void dispatcher.emit('start', START);
    expect(calls).toBe(2);
  });

  it('lists what is subscribed, in the order in which it is called', () => {
    const dispatcher = new Dispatcher();
    const callback = (): void => undefined;
    const draws = { onError: 'warn', receive: callback };
    const tokens = [
      dispatcher.subscribe(callback, 'event'),
      dispatcher.subscribe(draws),
      dispatcher.subscribe(callback, 'stop', 'drop'),
    ] as const;
    const [first, second, third] = [
      { token: tokens[0], name: 'event', callback, onError: 'raise' },
      { token: tokens[1], name: 'all', callback: draws, onError: 'warn' },
      { token: tokens[2], name: 'stop', callback, onError: 'drop' },
    ];
    expect(dispatcher.subscriptions()).toEqual([first, second, third]);
    dispatcher.unsubscribe(tokens[1]);
    expect(dispatcher.subscriptions()).toEqual([first, third]);
  });

  it('copies an event for whoever may change it, also for what is derived from one that only reads', () => {
    class Reader {
      static {
        Object.defineProperty(this.prototype, ONLY_READS, { value: true });
      }
      readonly given: unknown[] = [];
      receive(_name: string, doc: unknown): void {
        this.given.push(doc);
      }
    }
    class Derived extends Reader {}
    const event = { uid: 'e', time: 1, descriptor: 'd', seq_num: 1, data: {}, timestamps: {} };
    const dispatcher = new Dispatcher();
    const [reader, derived] = [new Reader(), new Derived()];
    for (const each of [reader, derived]) dispatcher.subscribe(each);
    void dispatcher.emit('start', START);
    void dispatcher.emit('event', event);
    expect([reader, derived].map(({ given }) => [given[0] === START, given[1] === event])).toEqual([
      [false, true],
      [false, false],
    ]);
    expect(derived.given[1]).toEqual(event);
  });

  it('ignores a token that it does not know', () => {
    expect(() => new Dispatcher().unsubscribe(99)).not.toThrow();
  });

  it('waits for one callback before it calls the next', async () => {
    const calls: string[] = [];
    const dispatcher = new Dispatcher();
    const slow = (label: string) => async (): Promise<void> => {
      calls.push(`${label} begins`);
      await new Promise((resolve) => setTimeout(resolve, 2));
      calls.push(`${label} ends`);
    };
    dispatcher.subscribe(() => calls.push('first'));
    dispatcher.subscribe(slow('a'));
    dispatcher.subscribe(slow('b'));
    await dispatcher.emit('start', START);
    expect(calls).toEqual(['first', 'a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('gives a promise only if there is something to wait for', () => {
    const dispatcher = new Dispatcher();
    dispatcher.subscribe(() => 3);
    expect(dispatcher.emit('start', START)).toBeUndefined();
  });

  describe('when a callback throws', () => {
    const failing = (
      dispatcher: Dispatcher,
      onError: 'raise' | 'warn' | 'drop' | undefined,
      late = false,
    ): { calls: number } => {
      const count = { calls: 0 };
      const fail = (): unknown => {
        count.calls += 1;
        if (late) return Promise.reject(new Error('no ink'));
        throw new Error('no ink');
      };
      dispatcher.subscribe(fail, 'all', onError);
      return count;
    };

    it('raises by default, and does not call the rest', () => {
      const dispatcher = new Dispatcher();
      failing(dispatcher, undefined);
      const rest = failing(dispatcher, 'warn');
      expect(() => dispatcher.emit('start', START)).toThrow('no ink');
      expect(rest.calls).toBe(0);
    });

    it('raises what a promise rejects with', async () => {
      const dispatcher = new Dispatcher();
      failing(dispatcher, 'raise', true);
      await expect(dispatcher.emit('start', START)).rejects.toThrow('no ink');
    });

    it.each([false, true])('warns once a run and goes on (late: %s)', async (late) => {
      const dispatcher = new Dispatcher();
      const count = failing(dispatcher, 'warn', late);
      for (let i = 0; i < 3; i++) await dispatcher.emit('stop', STOP);
      expect(count.calls).toBe(3);
      expect(warnings).toEqual([
        expect.stringMatching(
          /^The callback fail failed on the stop document of run u \(uid v\): no ink\nData collection goes on/,
        ),
      ]);
      await dispatcher.emit('start', START);
      await dispatcher.emit('stop', STOP);
      expect(warnings).toHaveLength(3);
    });

    it('drops it after its first error', async () => {
      const dispatcher = new Dispatcher();
      const count = failing(dispatcher, 'drop');
      await dispatcher.emit('start', START);
      await dispatcher.emit('stop', STOP);
      expect(count.calls).toBe(1);
      expect(warnings).toEqual([expect.stringContaining('It is unsubscribed.')]);
    });

    it('turns all errors into warnings on request', async () => {
      const dispatcher = new Dispatcher();
      dispatcher.ignoreExceptions = true;
      const count = failing(dispatcher, 'raise');
      await dispatcher.emit('start', START);
      expect(count.calls).toBe(1);
      expect(warnings).toHaveLength(1);
    });

    it('goes by what the callback says of itself, unless the subscription says otherwise', async () => {
      const draws = {
        onError: 'warn',
        receive: () => {
          throw new Error('no ink');
        },
      };
      const dispatcher = new Dispatcher();
      const token = dispatcher.subscribe(draws);
      await dispatcher.emit('start', START);
      expect(warnings).toHaveLength(1);
      dispatcher.unsubscribe(token);
      dispatcher.subscribe(draws, 'all', 'raise');
      expect(() => dispatcher.emit('start', START)).toThrow('no ink');
    });
  });
});
