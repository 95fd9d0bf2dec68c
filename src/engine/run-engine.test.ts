import { describe, expect, it } from 'vitest';

import { caught } from '../../tests/instruments/caught.js';
import { consoleWarnings } from '../../tests/instruments/console-warnings.js';
import { DocumentCollector } from '../../tests/instruments/document-collector.js';
import { fakeDetector } from '../../tests/instruments/fake-detector.js';
import { Status } from '../devices/index.js';
import { SynAxis } from '../devices/sim/index.js';
import type { DocumentName, Named } from '../documents/index.js';
import { EventModelValidationError } from '../documents/index.js';
import { count } from '../plans/index.js';
import { runWrapper } from '../plans/preprocessors/index.js';
import { absSet, closeRun, mv, openRun, read, stage, triggerAndRead, wait } from '../plans/stubs.js';
import { DeviceError, FailedStatus, InvalidPlan, MetadataError, RunEngineBusy, SubscriptionError } from './errors.js';
import { Msg } from './msg.js';
import type { Plan } from './msg.js';
import { RunEngine } from './run-engine.js';
import type { RunEngineResult } from './run-engine-options.js';

const warnings = consoleWarnings();

function collected(RE: RunEngine): DocumentCollector {
  const collector = new DocumentCollector();
  RE.subscribe(collector);
  return collector;
}

const stopOf = (collector: DocumentCollector): unknown[] =>
  collector.of('stop').map(({ exit_status, reason }) => [exit_status, reason]);

function* inRun(...bodies: Plan<unknown>[]): Plan {
  yield* openRun();
  for (const body of bodies) yield* body;
  yield* closeRun();
}

describe('calling a RunEngine', () => {
  it('gives the uids of the runs', async () => {
    const RE = new RunEngine();
    const collector = collected(RE);
    const uids = await RE(inRun());
    expect(uids).toEqual(collector.of('start').map(({ uid }) => uid));
    expect(RE.state).toBe('idle');
  });

  it('gives a full result on request', async () => {
    function* plan(): Plan<number> {
      yield* inRun();
      return 42;
    }
    const RE = new RunEngine({}, { callReturnsResult: true });
    const result = (await RE(plan())) as unknown as RunEngineResult;
    expect(result).toMatchObject({
      planResult: 42,
      exitStatus: 'success',
      interrupted: false,
      reason: '',
      exception: null,
    });
    expect(result.runStartUids).toHaveLength(1);
  });

  it.each([
    [undefined, 'RE(plan) needs a plan, but got undefined.'],
    [count, 'the function count; call it: RE(count(...))'],
    [new SynAxis({ name: 'motor' }), 'motor, which gives no messages'],
  ])('says what is no plan (%#)', async (plan, message) => {
    const RE = new RunEngine();
    const error = await caught(RE(plan as never));
    expect(error).toBeInstanceOf(InvalidPlan);
    expect(error.message).toContain(message);
    expect(RE.state).toBe('idle');
  });

  it('tells a plan that forgot yield* to write it', async () => {
    const RE = new RunEngine();
    function* half(): Plan {
      yield count([fakeDetector()]) as never;
    }
    expect((await caught(RE(half()))).message).toMatch(/Write yield\* to run a plan inside a plan/);
    function* without(): Plan {
      count([fakeDetector()]);
    }
    await RE(without());
    expect(warnings).toEqual([expect.stringMatching(/gave no messages.*only with yield\*/)]);
  });

  it('asks whether await was forgotten when it is busy, and finishes what it does', async () => {
    const RE = new RunEngine();
    const collector = collected(RE);
    const first = RE(count([fakeDetector()], 3));
    const error = await caught(RE(count([fakeDetector()])));
    expect(error).toBeInstanceOf(RunEngineBusy);
    expect(error.message).toContain('Was `await` forgotten');
    await first;
    expect(collector.of('event')).toHaveLength(3);
  });

  it('warns of a plan object that was used before', async () => {
    const RE = new RunEngine();
    const plan = inRun();
    await RE(plan);
    await RE(plan);
    expect(warnings).toEqual([expect.stringContaining('can be run only once')]);
  });

  it('refuses callbacks that are none before anything happens', async () => {
    const RE = new RunEngine();
    const collector = collected(RE);
    expect(await caught(RE(inRun(), { start: 3 } as never))).toBeInstanceOf(SubscriptionError);
    expect(collector.documents).toEqual([]);
    await RE(inRun());
  });

  it('calls the callbacks of a call after the lasting ones, and only in that call', async () => {
    const RE = new RunEngine();
    const calls: string[] = [];
    RE.subscribe((name: DocumentName) => calls.push(`lasting ${name}`), 'start');
    await RE(inRun(), { start: () => calls.push('start'), all: (...[name]: Named) => calls.push(`all ${name}`) });
    await RE(inRun());
    expect(calls).toEqual(['lasting start', 'all start', 'start', 'all stop', 'lasting start']);
  });

  it('applies preprocessors in order, the last outermost', async () => {
    const order: string[] = [];
    const wrap = (label: string) =>
      function* (plan: Plan<unknown>): Plan<unknown> {
        order.push(label);
        return yield* plan;
      };
    const RE = new RunEngine({}, { preprocessors: [wrap('inner')] });
    RE.preprocessors.push(wrap('outer'));
    await RE(inRun());
    expect(order).toEqual(['outer', 'inner']);
  });

  it('gives a plan the answers of its messages', async () => {
    const seen: unknown[] = [];
    function* plan(): Plan {
      seen.push(yield* read(fakeDetector({ name: 'x', late: true })));
      seen.push(yield new Msg('null'));
    }
    await new RunEngine()(plan());
    expect(seen).toEqual([{ x: { value: 1, timestamp: 1 } }, undefined]);
  });

  it('is a function that calls itself a RunEngine', () => {
    const RE = new RunEngine();
    expect(RE).toBeInstanceOf(RunEngine);
    expect(typeof RE).toBe('function');
    expect(String(Object.prototype.toString.call(RE))).toBe('[object RunEngine]');
  });
});

describe('metadata', () => {
  it('numbers runs and leaves the objects of the user alone', async () => {
    const md = { sample: 'LaB6' };
    const callMd = { operator: 'Anna' };
    const RE = new RunEngine(md);
    const collector = collected(RE);
    await RE(inRun(), undefined, callMd);
    await RE(inRun());
    expect(collector.of('start').map(({ scan_id, operator }) => [scan_id, operator])).toEqual([
      [1, 'Anna'],
      [2, undefined],
    ]);
    expect(callMd).toEqual({ operator: 'Anna' });
    expect(RE.md).toBe(md);
    expect(RE.md.scan_id).toBe(2);
  });

  it.each([
    [{ uid: 'mine' }, "'uid'", MetadataError],
    [{ time: 3 }, "'time'", MetadataError],
    [{ 'a.b': 1 }, "'a.b'", EventModelValidationError],
    [{ owner: 3 }, 'at owner: it must be a string, but is 3', EventModelValidationError],
    [{ sample: 3 }, 'sample is 3', MetadataError],
  ])('refuses %j without a run', async (md, message, type) => {
    const RE = new RunEngine();
    const collector = collected(RE);
    const error = await caught(RE(inRun(), undefined, md));
    expect(error).toBeInstanceOf(type);
    expect(error.message).toContain(message);
    expect(collector.documents).toEqual([]);
  });

  it('asks validators and sources, which may answer later', async () => {
    const RE = new RunEngine(
      {},
      {
        scanIdSource: async () => Promise.resolve(100),
        mdValidator: async (md) => {
          await Promise.resolve();
          if (!('proposal' in md)) throw new Error('Which proposal?');
        },
      },
    );
    await expect(RE(inRun())).rejects.toThrow('Which proposal?');
    const collector = collected(RE);
    await RE(inRun(), undefined, { proposal: 7 });
    expect(collector.of('start')[0]).toMatchObject({ scan_id: 100, proposal: 7 });
  });
});

describe('devices', () => {
  it('may read and describe later', async () => {
    const RE = new RunEngine();
    const collector = collected(RE);
    await RE(count([fakeDetector({ late: true })], 3));
    expect(collector.names).toEqual(['start', 'descriptor', 'event', 'event', 'event', 'stop']);
    expect(collector.of('event').map(({ data }) => data.fake)).toEqual([1, 2, 3]);
  });

  it.each([
    [undefined, 'read() of fake returned undefined'],
    [{ fake: 3 }, "'fake' is 3"],
    [{ fake: { value: 3 } }, 'must give { value, timestamp }'],
  ])('must read in the right form (%#)', async (answer, message) => {
    const device = { ...fakeDetector(), read: () => answer as never };
    const error = await caught(new RunEngine()(count([device])));
    expect(error).toBeInstanceOf(DeviceError);
    expect(error.message).toContain(message);
  });

  it.each([
    [{ dtype: 'float' }, "the dtype 'float'; it must be one of string, number"],
    [{ source: undefined }, 'must give { source, dtype, shape }'],
  ])('must describe in the right form (%#)', async (wrong, message) => {
    const key = { source: 'FAKE', dtype: 'number', shape: [], ...wrong };
    const device = { ...fakeDetector(), describe: () => ({ fake: key }) as never };
    await expect(new RunEngine()(count([device]))).rejects.toThrow(message);
  });

  it('must read the fields that they describe', async () => {
    const device = { ...fakeDetector(), read: () => ({ other: { value: 1, timestamp: 1 } }) };
    await expect(new RunEngine()(count([device]))).rejects.toThrow(
      "it lacks fake and has other, which its descriptor does not name: the keys must be those of the stream 'primary'.",
    );
  });

  it('are named when they lack a method', async () => {
    await expect(new RunEngine()([new Msg('set', fakeDetector(), [1])])).rejects.toThrow(
      "fake cannot be used in 'set': it has no method set().",
    );
    const odd = { name: 'odd', set: () => 3 };
    await expect(new RunEngine()([new Msg('set', odd, [1])])).rejects.toThrow('set() of odd returned 3');
  });

  const stalling = (after: number): { name: string; set: () => Status } => ({
    name: 'stage',
    set: () => {
      const status = new Status();
      setTimeout(() => status.setException(new Error('stalled')), after);
      return status;
    },
  });

  it('that fail end the wait for them', async () => {
    const error = await caught(new RunEngine()(absSet(stalling(1), 3, { wait: true })));
    expect(error).toBeInstanceOf(FailedStatus);
    expect(error.message).toBe('set stage failed: stalled');
    expect(error.cause).toEqual(new Error('stalled'));
  });

  it('that fail end a plan that does not wait for them', async () => {
    function* plan(): Plan {
      yield* absSet(stalling(1), 3);
      yield new Msg('sleep', null, [30]);
    }
    const began = performance.now();
    await expect(new RunEngine()(plan())).rejects.toThrow('stalled');
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('may return a promise instead of a status', async () => {
    const device = { name: 'valve', set: () => Promise.reject(new Error('stuck')) };
    await expect(new RunEngine()(absSet(device, 1, { wait: true }))).rejects.toThrow('set valve failed: stuck');
  });

  it('that fail once can be caught and the plan goes on', async () => {
    const seen: string[] = [];
    function* plan(): Plan {
      try {
        yield* absSet(stalling(1), 3, { wait: true });
      } catch (error) {
        seen.push((error as Error).message);
      }
      yield new Msg('null');
      seen.push('went on');
    }
    await new RunEngine()(plan());
    expect(seen).toEqual(['set stage failed: stalled', 'went on']);
  });

  it('are waited for no longer than a timeout', async () => {
    const slow = new SynAxis({ name: 'slow', delay: 60 });
    function* plan(errorOnTimeout: boolean): Plan<boolean> {
      yield* absSet(slow, 1, { group: 'g' });
      return yield* wait('g', { timeout: 0.01, errorOnTimeout });
    }
    const RE = new RunEngine({}, { callReturnsResult: true });
    await expect(RE(plan(true))).rejects.toThrow("Waited 0.01 s for group 'g'.");
    const result = (await RE(plan(false))) as unknown as RunEngineResult;
    expect(result.planResult).toBe(false);
  });

  it('that are quick leave no timer behind', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;
    function* plan(): Plan<boolean> {
      yield* absSet(new SynAxis({ name: 'quick', delay: 0.001 }), 1, { group: 'g' });
      return yield* wait('g', { timeout: 60 });
    }
    const before = timers();
    await new RunEngine()(plan());
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it('are stopped, unstaged and their run is closed in the end, whatever fails on the way', async () => {
    const calls: string[] = [];
    const device = (name: string, broken: boolean): object => {
      const act = (what: string) => (): unknown => {
        calls.push(`${what} ${name}`);
        if (broken && what !== 'set') throw new Error('broken');
        return what === 'set' ? Status.finished() : [];
      };
      return { name, set: act('set'), stop: act('stop'), stage: () => [], unstage: act('unstage') };
    };
    function* plan(): Plan {
      yield* openRun();
      for (const each of [device('a', true), device('b', false)]) {
        yield* stage(each as never);
        yield* absSet(each as never, 1);
      }
      throw new Error('beam lost');
    }
    const RE = new RunEngine();
    const collector = collected(RE);
    await expect(RE(plan())).rejects.toThrow('beam lost');
    expect(calls).toEqual(['set a', 'set b', 'stop a', 'stop b', 'unstage b', 'unstage a']);
    expect(stopOf(collector)).toEqual([['fail', 'beam lost']]);
    expect(warnings).toEqual(['Could not stop a: broken', 'Could not unstage a: broken']);
    expect(RE.state).toBe('idle');
  });

  it('whose staging gives a status are waited for before the plan begins', async () => {
    const order: string[] = [];
    const camera = {
      ...fakeDetector({ name: 'camera', value: () => order.push('read') }),
      stage: () => {
        const status = new Status();
        setTimeout(() => (order.push('staged'), status.setFinished()), 5);
        return status;
      },
      unstage: () => Status.finished(),
    };
    await new RunEngine()(count([camera]));
    expect(order).toEqual(['staged', 'read']);
  });
});

describe('callbacks that throw', () => {
  const failOn =
    (kind: DocumentName) =>
    (...[name]: Named) => {
      if (name === kind) throw new Error('no ink');
    };

  it.each([
    ['start', ['stop'], [['fail', 'no ink']]],
    ['descriptor', ['start', 'stop'], [['fail', 'no ink']]],
    ['event', ['start', 'descriptor', 'stop'], [['fail', 'no ink']]],
    ['stop', ['start', 'descriptor', 'event'], []],
  ] as [DocumentName, DocumentName[], unknown[]][])('on a %s document end the plan', async (kind, seenLater, stops) => {
    const RE = new RunEngine();
    RE.subscribe(failOn(kind));
    const later = collected(RE);
    await expect(RE(count([fakeDetector()]))).rejects.toThrow('no ink');
    expect(later.names).toEqual(seenLater);
    expect(stopOf(later)).toEqual(stops);
    expect(RE.state).toBe('idle');
    await RE([new Msg('null')]);
  });

  it('on an event can be caught by the plan, which then succeeds', async () => {
    function* careful(): Plan {
      try {
        yield* triggerAndRead([fakeDetector()]);
      } catch {
        yield new Msg('null');
      }
    }
    const RE = new RunEngine();
    const collector = collected(RE);
    RE.subscribe(failOn('event'));
    await RE(runWrapper(careful()));
    expect(stopOf(collector)).toEqual([['success', '']]);
  });

  it('are ignored on request', async () => {
    const RE = new RunEngine();
    RE.ignoreCallbackExceptions = true;
    RE.subscribe(failOn('event'));
    const collector = collected(RE);
    await RE(count([fakeDetector()], 2));
    expect(collector.of('event')).toHaveLength(2);
    expect(warnings).toHaveLength(1);
  });

  it('holds up the plan until a callback has ended', async () => {
    const order: string[] = [];
    const RE = new RunEngine();
    RE.msgHook = ({ command }) => order.push(command);
    RE.subscribe(async (...[name]: Named) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`told ${name}`);
    });
    await RE(inRun());
    expect(order).toEqual(['open_run', 'told start', 'close_run', 'told stop']);
  });
});

describe('subscriptions', () => {
  it('hold the callbacks of a call until the next one', async () => {
    const RE = new RunEngine();
    const [lasting, ofCall] = [(): void => undefined, (): void => undefined];
    const token = RE.subscribe(lasting, 'stop', { onError: 'drop' });
    await RE([], { event: ofCall });
    const kept = { token, name: 'stop', callback: lasting, onError: 'drop' };
    expect(RE.subscriptions()).toEqual([
      kept,
      { token: expect.any(Number) as number, name: 'event', callback: ofCall, onError: 'raise' },
    ]);
    await RE([]);
    expect(RE.subscriptions()).toEqual([kept]);
  });
});

describe('fairness', () => {
  it('gives timers and sockets their turn in a tight run', async () => {
    const RE = new RunEngine();
    let events = 0;
    let turns = 0;
    const began = performance.now();
    const timer = setInterval(() => (turns += 1), 1);
    await RE(count([fakeDetector()], 20_000), { event: () => void events++ });
    clearInterval(timer);
    const took = performance.now() - began;
    expect(events).toBe(20_000);
    // Every 20 ms or more often; half of that where other processes want their share.
    expect(turns).toBeGreaterThan(took / 40);
  });

  it('can be paused by a timer although the plan never waits', async () => {
    function* endless(): Plan {
      yield new Msg('checkpoint');
      for (;;) yield new Msg('null');
    }
    const RE = new RunEngine();
    setTimeout(() => RE.requestPause(), 10);
    await expect(RE(endless())).rejects.toThrow('Paused at the last checkpoint.');
    await RE.halt();
  });
});

describe('a callback that ends the plan', () => {
  it.each(['stop', 'abort', 'halt'] as const)('may await %s, which cannot wait for it', async (action) => {
    const RE = new RunEngine();
    const collector = collected(RE);
    let uids: string[] = [];
    const running = RE(count([fakeDetector()], 50), {
      event: async () => {
        uids = await RE[action]();
      },
    });
    await expect(running).rejects.toThrow(/^The plan was/);
    expect(uids).toEqual([collector.of('start')[0]?.uid]);
    expect(collector.of('event')).toHaveLength(1);
    expect(collector.of('stop')).toHaveLength(1);
    expect(RE.state).toBe('idle');
  });

  it('from outside, stop resolves only when the plan has ended', async () => {
    const RE = new RunEngine();
    const collector = collected(RE);
    const running = RE(count([fakeDetector()], 500, 0.001));
    const interrupted = expect(running).rejects.toThrow('The plan was stopped.');
    await new Promise((resolve) => setTimeout(resolve, 10));
    await RE.stop();
    expect(RE.state).toBe('idle');
    expect(collector.of('stop')).toHaveLength(1);
    await interrupted;
  });
});

describe('steering by the host', () => {
  it('tells of runs before their start and after their stop', async () => {
    const seen: string[] = [];
    const RE = new RunEngine();
    const noted = (what: string) => () => void seen.push(what);
    const { installHost } = await import('../host/index.js');
    installHost({
      engines: {
        callBegan: noted('call began'),
        callEnded: noted('call ended'),
        stateChanged: (_, state) => void seen.push(state),
        runOpened: noted('run opened'),
        runClosed: noted('run closed'),
      },
    });
    try {
      await RE(inRun(), (...[name]: Named) => seen.push(name));
    } finally {
      installHost({});
    }
    expect(seen).toEqual(['call began', 'running', 'run opened', 'start', 'stop', 'run closed', 'idle', 'call ended']);
  });
});

it('mv waits for the slowest', async () => {
  const [fast, slow] = [new SynAxis({ name: 'fast' }), new SynAxis({ name: 'slow', delay: 0.02 })];
  await new RunEngine()(mv(fast, 1, slow, 2));
  expect([fast.position, slow.position]).toEqual([1, 2]);
});
