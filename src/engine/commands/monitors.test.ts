import { describe, expect, it } from 'vitest';

import { DocumentCollector } from '../../../tests/instruments/document-collector.js';
import { FakeSignal } from '../../../tests/instruments/fake-signal.js';
import type { Readings } from '../../devices/index.js';
import { checkpoint, closeRun, openRun, pause } from '../../plans/stubs.js';
import { DeviceError, IllegalMessageSequence, InvalidMessage } from '../errors.js';
import { Msg } from '../msg.js';
import type { Plan } from '../msg.js';
import { RunEngine } from '../run-engine.js';

function engine(): { RE: RunEngine; documents: DocumentCollector } {
  const RE = new RunEngine();
  const documents = new DocumentCollector();
  RE.subscribe(documents);
  return { RE, documents };
}

const monitor = (signal: unknown, kwargs: object = { name: 'changes' }): Msg =>
  new Msg('monitor', signal, [], { ...kwargs });

/** A run in which a signal is monitored while something happens. */
function* watched(signal: FakeSignal, body: () => Plan<unknown>): Plan {
  yield* openRun();
  yield monitor(signal);
  yield* body();
  yield* closeRun();
}

const values = (documents: DocumentCollector): unknown[] =>
  documents.of('event').map(({ seq_num, data }) => [seq_num, data.signal]);

describe('monitor', () => {
  it.each([true, false])(
    'hands out every change in a stream of its own (device gives its readings: %s)',
    async (tells) => {
      const { RE, documents } = engine();
      const signal = new FakeSignal('signal', 0, { tells });
      await RE(
        watched(signal, function* () {
          signal.put(1);
          yield new Msg('null');
          signal.put(2);
        }),
      );
      signal.put(3);
      expect(documents.names).toEqual(['start', 'descriptor', 'event', 'event', 'event', 'stop']);
      expect(documents.of('descriptor')[0]).toMatchObject({ name: 'changes', object_keys: { signal: ['signal'] } });
      expect(values(documents)).toEqual([
        [1, 0],
        [2, 1],
        [3, 2],
      ]);
      expect(documents.of('stop')[0]?.num_events).toEqual({ changes: 3 });
      expect(signal.listeners).toBe(0);
    },
  );

  it('names the stream itself if nobody does, and passes the other options on', async () => {
    const { RE, documents } = engine();
    const signal = new FakeSignal('signal', 0);
    function* plan(): Plan {
      yield* openRun();
      yield monitor(signal, { name: null, run: true });
      yield* closeRun();
    }
    await RE(plan());
    expect(documents.of('descriptor')[0]?.name).toMatch(/^monitor-[0-9a-f]{6}$/);
    expect(signal.options).toEqual({ run: true });
  });

  it('ends with unmonitor', async () => {
    const { RE, documents } = engine();
    const signal = new FakeSignal('signal', 0);
    await RE(
      watched(signal, function* () {
        yield new Msg('unmonitor', signal);
        signal.put(1);
      }),
    );
    expect(values(documents)).toEqual([[1, 0]]);
  });

  it('rests while the plan is paused, and tells the present value when it goes on', async () => {
    const { RE, documents } = engine();
    const signal = new FakeSignal('signal', 0);
    const paused = RE(
      watched(signal, function* () {
        yield* checkpoint();
        yield* pause();
        signal.put(2);
      }),
    );
    await expect(paused).rejects.toThrow('Paused');
    signal.put(1);
    expect(values(documents)).toEqual([[1, 0]]);
    await RE.resume();
    expect(values(documents)).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
  });

  it('waits with an event until callbacks are done with another', async () => {
    const { RE, documents } = engine();
    const signal = new FakeSignal('signal', 0);
    const order: string[] = [];
    RE.subscribe(async (_, { data }) => {
      order.push(`begin ${data.signal}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
      order.push(`end ${data.signal}`);
    }, 'event');
    await RE(
      watched(signal, function* () {
        signal.put(1);
        signal.put(2);
        yield new Msg('null');
      }),
    );
    expect(order).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1', 'begin 2', 'end 2']);
    expect(documents.names.at(-1)).toBe('stop');
  });

  it('drops what a device reads too late', async () => {
    const { RE, documents } = engine();
    const answers: (() => void)[] = [];
    class Slow extends FakeSignal<number> {
      override read(): never {
        return new Promise<Readings>((resolve) => answers.push(() => resolve(super.read()))) as never;
      }
    }
    const signal = new Slow('signal', 0, { tells: false });
    await RE(watched(signal, function* () {}));
    for (const answer of answers) answer();
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(answers).toHaveLength(1);
    expect(documents.names).toEqual(['start', 'descriptor', 'stop']);
  });

  it('ends the plan when an event fails, and says why', async () => {
    const { RE, documents } = engine();
    const signal = new FakeSignal('signal', 0);
    RE.subscribe((_, { data }) => {
      if (data.signal === 1) throw new Error('no disk');
    }, 'event');
    const failed = RE(
      watched(signal, function* () {
        setTimeout(() => signal.put(1), 1);
        yield new Msg('sleep', null, [30]);
      }),
    );
    await expect(failed).rejects.toThrow('no disk');
    expect(documents.of('stop')[0]).toMatchObject({ exit_status: 'fail', reason: 'no disk' });
    expect(signal.listeners).toBe(0);
  });

  it.each([
    [
      'twice',
      [monitor, monitor],
      IllegalMessageSequence,
      /^A 'monitor' message was sent for FakeSignal\(.*\) which is already monitored$/,
    ],
    ['of nothing', [() => monitor({ name: 'x' })], DeviceError, /^x cannot be used in 'monitor'/],
    ['with arguments', [(s: unknown) => new Msg('monitor', s, [1])], InvalidMessage, /positional/],
    ['ended before it began', [(s: unknown) => new Msg('unmonitor', s)], IllegalMessageSequence, /not being monitored/],
  ] as const)('is refused %s', async (_, messages, kind, text) => {
    const { RE, documents } = engine();
    const signal = new FakeSignal('signal', 0);
    function* plan(): Plan {
      yield* openRun();
      for (const message of messages) yield (message as (signal: unknown) => Msg)(signal);
    }
    const failed = RE(plan());
    await expect(failed).rejects.toThrow(kind);
    await expect(failed).rejects.toThrow(text);
    expect(documents.of('stop')[0]).toMatchObject({
      exit_status: 'fail',
      reason: expect.stringMatching(text) as string,
    });
    expect(signal.listeners).toBe(0);
  });

  it.each(['monitor', 'unmonitor'])('%s needs a run', async (command) => {
    await expect(engine().RE([new Msg(command, new FakeSignal('signal', 0))])).rejects.toThrow('no run is open');
  });
});
