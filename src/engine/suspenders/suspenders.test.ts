import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { caught } from '../../../tests/instruments/caught.js';
import { DocumentCollector } from '../../../tests/instruments/document-collector.js';
import { fakeDetector } from '../../../tests/instruments/fake-detector.js';
import { FakeSignal } from '../../../tests/instruments/fake-signal.js';
import { SynAxis } from '../../devices/sim/index.js';
import { checkpoint, clearCheckpoint, closeRun, mv, openRun, sleep, triggerAndRead } from '../../plans/stubs.js';
import { RunEngineInterrupted, SuspenderError, TransitionError } from '../errors.js';
import { Msg } from '../msg.js';
import type { Plan } from '../msg.js';
import { RunEngine } from '../run-engine.js';
import {
  SuspendBoolHigh,
  SuspendBoolLow,
  SuspendCeil,
  SuspenderBase,
  SuspendFloor,
  SuspendInBand,
  SuspendOutBand,
  SuspendWhenChanged,
  SuspendWhenOutsideBand,
} from './index.js';
import type { Suspender } from './index.js';

let printed: string[];
let warned: string[];
beforeEach(() => {
  printed = [];
  warned = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  vi.spyOn(console, 'warn').mockImplementation((text: string) => void warned.push(text));
});
afterEach(() => void vi.restoreAllMocks());

/** An engine with what it does, and promises of its messages. */
function bench(): {
  RE: RunEngine;
  commands: string[];
  states: string[];
  documents: DocumentCollector;
  reached(command: string, times?: number): Promise<void>;
} {
  const RE = new RunEngine();
  const commands: string[] = [];
  const states: string[] = [];
  const documents = new DocumentCollector();
  RE.subscribe(documents);
  RE.stateHook = (state) => states.push(state);
  const waiting: { command: string; left: number; done: () => void }[] = [];
  RE.msgHook = ({ command }) => {
    commands.push(command);
    for (const each of waiting) if (each.command === command && --each.left === 0) setImmediate(each.done);
  };
  const reached = (command: string, times = 1): Promise<void> =>
    new Promise((done) => void waiting.push({ command, left: times, done }));
  return { RE, commands, states, documents, reached };
}

const later = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** What a plan that was suspended in its sleep has done. */
const SUSPENDED = [
  'checkpoint',
  'sleep',
  '_start_suspender',
  'rewindable',
  'wait_for',
  '_resume_from_suspender',
  'rewindable',
  'sleep',
];

/** Lets a plan sleep and holds it up there; the call is under way, and waits. */
async function heldUp<T>(
  { RE, reached }: ReturnType<typeof bench>,
  signal: FakeSignal<T>,
  bad: T,
): Promise<{ call: Promise<unknown> }> {
  const asleep = reached('sleep');
  const waits = reached('wait_for');
  const call = RE(sleeper());
  await asleep;
  signal.put(bad);
  await waits;
  return { call };
}

const sleeper = (): Msg[] => [new Msg('checkpoint'), new Msg('sleep', null, [0.05])];

describe('each kind holds up while its signal is bad', () => {
  type Make = (signal: FakeSignal<number>) => Suspender;
  it.each([
    ['SuspendBoolHigh', (s) => new SuspendBoolHigh(s), 0, 1, 'Signal s is high'],
    ['SuspendBoolLow', (s) => new SuspendBoolLow(s), 1, 0, 'Signal s is low'],
    [
      'SuspendFloor',
      (s) => new SuspendFloor(s, 0.5),
      1,
      0.25,
      'Signal s = 0.25 fell below 0.5 and has not yet crossed above 0.5.',
    ],
    [
      'SuspendCeil',
      (s) => new SuspendCeil(s, 0.5, { trippedMessage: 'too hot' }),
      0,
      1,
      'Signal s = 1 went above 0.5 and has not yet crossed below 0.5.: too hot',
    ],
    [
      'SuspendWhenOutsideBand',
      (s) => new SuspendWhenOutsideBand(s, 0.5, 1.5),
      1,
      0.5,
      'Signal s = 0.5 is outside of the range (0.5, 1.5)',
    ],
    ['SuspendInBand', (s) => new SuspendInBand(s, 0.5, 1.5), 1, 2, 'Signal s = 2 is outside of the range (0.5, 1.5)'],
    ['SuspendOutBand', (s) => new SuspendOutBand(s, 0.5, 1.5), 0, 1, 'Signal s = 1 is inside of the range (0.5, 1.5)'],
    [
      'SuspendWhenChanged',
      (s) => new SuspendWhenChanged(s, { allowResume: true }),
      7,
      8,
      'Signal s, got "8", expected "7"',
    ],
  ] as [string, Make, number, number, string][])('%s', async (kind, make, good, bad, justification) => {
    const signal = new FakeSignal('s', good);
    const suspender = make(signal);
    expect(warned).toHaveLength(/InBand|OutBand/.test(kind) ? 1 : 0);
    const { RE, commands, states, reached } = bench();
    RE.installSuspender(suspender);
    const asleep = reached('sleep');
    const waits = reached('wait_for');
    const call = RE(sleeper());
    await asleep;
    signal.put(bad);
    expect(suspender.tripped).toBe(true);
    expect(suspender.justification).toBe(justification);
    await waits;
    await later(20);
    expect(RE.state).toBe('running');
    signal.put(good);
    await call;
    expect(commands).toEqual(SUSPENDED);
    expect(states).toEqual(['running', 'suspending', 'running', 'idle']);
    expect(printed).toContain(`Justification for this suspension:\n${justification}`);
    RE.removeSuspender(suspender);
    expect(signal.listeners).toBe(0);
    expect(suspender.RE).toBeNull();
  });

  it('two thresholds: between them nothing changes', () => {
    const signal = new FakeSignal('current', 150);
    const floor = new SuspendFloor(signal, 100, { resumeThresh: 120 });
    new RunEngine().installSuspender(floor);
    const tripped = [110, 99, 110, 119, 120, 110].map((value) => {
      signal.put(value);
      return floor.tripped;
    });
    expect(tripped).toEqual([false, true, true, true, false, false]);
  });

  it('SuspendWhenChanged does not resume unless that is allowed', () => {
    const signal = new FakeSignal('who', 'us');
    const suspender = new SuspendWhenChanged(signal);
    new RunEngine().installSuspender(suspender);
    signal.put('them');
    signal.put('us');
    expect(suspender.justification).toContain('"RE.abort()" and then restart session');
  });
});

describe('what is said', () => {
  it('when it trips and when it is good again', async () => {
    const signal = new FakeSignal('door', 0);
    const made = bench();
    const { RE } = made;
    RE.installSuspender(new SuspendBoolHigh(signal, { sleep: 0.01 }));
    const { call } = await heldUp(made, signal, 1);
    signal.put(0);
    await call;
    const stamp = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`;
    expect(printed.map((text) => text.replace(new RegExp(stamp), 'WHEN'))).toEqual([
      'Suspending....To get prompt hit Ctrl-C twice to pause.',
      'Suspension occurred at WHEN.',
      'Justification for this suspension:\nSignal door is high',
      "Suspender SuspendBoolHigh(FakeSignal(name='door'), sleep=0.01, pre_plan=None, post_plan=None, tripped_message=) " +
        'reports a return to nominal conditions. Will sleep for 0.01 seconds and then release suspension at WHEN.',
    ]);
  });
});

describe('a suspension', () => {
  it('waits for sleep seconds more', async () => {
    const signal = new FakeSignal('s', 0);
    const made = bench();
    const { RE } = made;
    RE.installSuspender(new SuspendBoolHigh(signal, { sleep: 0.2 }));
    const { call } = await heldUp(made, signal, 1);
    const began = performance.now();
    signal.put(0);
    await call;
    expect(performance.now() - began).toBeGreaterThan(190);
  });

  it.each([
    ['pre', { prePlan: [new Msg('null')] }, 4],
    ['post', { postPlan: (): Msg[] => [new Msg('null')] }, 6],
  ])('runs its %s-plan in its place', async (_, plans, at) => {
    const signal = new FakeSignal('s', 0);
    const made = bench();
    const { RE, commands } = made;
    RE.installSuspender(new SuspendBoolHigh(signal, plans));
    const { call } = await heldUp(made, signal, 1);
    signal.put(0);
    await call;
    expect(commands).toEqual([...SUSPENDED.slice(0, at), 'null', ...SUSPENDED.slice(at)]);
  });

  it('stops what moves, tells devices, and takes points since the checkpoint again', async () => {
    const { RE, documents, reached } = bench();
    const motor = new SynAxis({ name: 'motor' });
    const told: string[] = [];
    const detector = Object.assign(fakeDetector(), {
      pause: () => void told.push('pause'),
      resume: () => void told.push('resume'),
    });
    let beam!: () => void;
    const good = new Promise<void>((done) => (beam = done));
    function* plan(): Plan {
      yield* openRun();
      yield* checkpoint();
      yield* triggerAndRead([detector]);
      yield* mv(motor, 5);
      yield* closeRun();
    }
    const moves = reached('wait');
    motor.delay = 60;
    const waits = reached('wait_for');
    const call = RE(plan());
    await moves;
    RE.requestSuspend(() => good);
    await waits;
    expect(motor.position).toBe(0);
    expect(told).toEqual(['pause']);
    motor.delay = 0;
    beam();
    await call;
    expect(told).toEqual(['pause', 'resume']);
    expect(motor.position).toBe(5);
    expect(documents.seqNums).toEqual([1, 1]);
    expect(documents.of('stop')[0]?.num_events).toEqual({ primary: 1 });
  });

  it('waits for both conditions, whichever is good first', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const signals = [new FakeSignal('a', 0), new FakeSignal('b', 0)] as const;
      const { RE, commands, reached } = bench();
      for (const signal of signals) RE.installSuspender(new SuspendBoolHigh(signal));
      const asleep = reached('sleep');
      const first = reached('wait_for');
      const second = reached('wait_for', 2);
      const call = RE(sleeper());
      await asleep;
      signals[0].put(1);
      await first;
      signals[1].put(1);
      await second;
      signals[order[0]].put(0);
      await later(20);
      expect(commands.filter((command) => command === 'sleep')).toHaveLength(1);
      signals[order[1]].put(0);
      await call;
      expect(commands.filter((command) => command === 'sleep')).toHaveLength(2);
    }
  });

  it('of two at the same moment takes points again once', async () => {
    const signals = [new FakeSignal('a', 0), new FakeSignal('b', 0)];
    const { RE, commands, reached } = bench();
    for (const signal of signals) RE.installSuspender(new SuspendBoolHigh(signal));
    const asleep = reached('sleep');
    const waits = reached('wait_for');
    const call = RE(sleeper());
    await asleep;
    for (const signal of signals) signal.put(1);
    await waits;
    for (const signal of signals) signal.put(0);
    await call;
    expect(commands.filter((command) => command === 'sleep')).toHaveLength(2);
    expect(commands.filter((command) => command === '_start_suspender')).toHaveLength(2);
  });

  it('can be paused; it still waits after the resume', async () => {
    const signal = new FakeSignal('s', 0);
    const made = bench();
    const { RE, commands } = made;
    RE.installSuspender(new SuspendBoolHigh(signal));
    const { call: held } = await heldUp(made, signal, 1);
    const call = caught(held);
    RE.requestPause();
    expect(await call).toBeInstanceOf(RunEngineInterrupted);
    expect(RE.state).toBe('paused');
    const waitsAgain = made.reached('wait_for');
    const resumed = RE.resume();
    await waitsAgain;
    await later(20);
    expect(commands.filter((command) => command === 'sleep')).toHaveLength(1);
    signal.put(0);
    await resumed;
    expect(commands.filter((command) => command === 'sleep')).toHaveLength(2);
  });

  it('that comes while the plan is paused begins with the resume', async () => {
    const signal = new FakeSignal('s', 0);
    const { RE, commands, reached } = bench();
    RE.installSuspender(new SuspendBoolHigh(signal));
    await caught(RE([new Msg('checkpoint'), new Msg('null'), new Msg('pause')]));
    signal.put(1);
    commands.length = 0;
    const waits = reached('wait_for');
    const resumed = RE.resume();
    await waits;
    expect(commands).toEqual(['_start_suspender', 'rewindable', 'wait_for']);
    signal.put(0);
    await resumed;
    expect(commands.slice(3)).toEqual(['_resume_from_suspender', 'rewindable', 'null']);
  });

  it.each(['stop', 'abort', 'halt'] as const)('ends with %s while it waits', async (end) => {
    const signal = new FakeSignal('s', 0);
    const { RE, documents, reached } = bench();
    RE.installSuspender(new SuspendBoolHigh(signal));
    function* plan(): Plan {
      yield* openRun();
      yield* checkpoint();
      yield* sleep(60);
    }
    const asleep = reached('sleep');
    const waits = reached('wait_for');
    const call = caught(RE(plan()));
    await asleep;
    signal.put(1);
    await waits;
    await RE[end]();
    expect(await call).toBeInstanceOf(RunEngineInterrupted);
    expect(RE.state).toBe('idle');
    expect(documents.of('stop')).toHaveLength(1);
    signal.put(0);
  });

  it('where the plan cannot be resumed aborts it', async () => {
    const { RE, reached } = bench();
    function* plan(): Plan {
      yield* clearCheckpoint();
      yield* sleep(60);
    }
    const asleep = reached('sleep');
    const call = caught(RE(plan()));
    await asleep;
    RE.requestSuspend(() => new Promise(() => undefined));
    expect(await call).toBeInstanceOf(RunEngineInterrupted);
    expect(RE.state).toBe('idle');
    expect(printed).toContain('No checkpoint; cannot suspend.');
  });

  it('whose plan fails throws into the plan, whose pauses still take messages again', async () => {
    const { RE, commands, reached } = bench();
    const seen: unknown[] = [];
    function* plan(): Plan {
      yield* checkpoint();
      try {
        yield* sleep(60);
      } catch (error) {
        seen.push((error as Error).message);
      }
      yield* checkpoint();
      yield new Msg('null');
      yield new Msg('pause');
    }
    const asleep = reached('sleep');
    const call = caught(RE(plan()));
    await asleep;
    RE.requestSuspend(() => Promise.resolve(), {
      prePlan: function* () {
        yield new Msg('null');
        throw new Error('shutter stuck');
      },
    });
    await call;
    expect(seen).toEqual(['shutter stuck']);
    commands.length = 0;
    await RE.resume();
    expect(commands).toEqual(['null']);
  });

  it('is refused when no plan runs', () => {
    expect(() => new RunEngine().requestSuspend(() => Promise.resolve())).toThrow(TransitionError);
  });

  it('is recorded, with its justification', async () => {
    const { RE, documents, reached } = bench();
    RE.recordInterruptions = true;
    function* plan(): Plan {
      yield* openRun();
      yield* checkpoint();
      yield* sleep(0.05);
      yield* closeRun();
    }
    const asleep = reached('sleep');
    const call = RE(plan());
    await asleep;
    RE.requestSuspend(() => Promise.resolve(), { justification: 'beam dump' });
    await call;
    expect(documents.of('event').map(({ seq_num, data }) => [seq_num, data.interruption])).toEqual([[1, 'beam dump']]);
    expect(documents.of('stop')[0]?.num_events).toEqual({ interruptions: 1 });
  });
});

describe('before a plan', () => {
  it('it waits until all are good, and says why', async () => {
    const [a, b] = [new FakeSignal('a', 1), new FakeSignal('b', 1)];
    const { RE, commands, reached } = bench();
    for (const signal of [a, b]) RE.installSuspender(new SuspendBoolHigh(signal));
    const waits = reached('wait_for');
    const call = RE([new Msg('checkpoint')]);
    await waits;
    expect(printed[0]).toContain('    1. Signal a is high\n    2. Signal b is high\n');
    a.put(0);
    await later(20);
    expect(commands).toEqual(['wait_for']);
    b.put(0);
    await call;
    expect(commands).toEqual(['wait_for', 'checkpoint']);
  });

  it('a pause and a resume wait again', async () => {
    const signal = new FakeSignal('s', 1);
    const { RE, commands, reached } = bench();
    RE.installSuspender(new SuspendBoolHigh(signal));
    const waits = reached('wait_for');
    const call = caught(RE([new Msg('checkpoint')]));
    await waits;
    RE.requestPause();
    await call;
    signal.put(0);
    await RE.resume();
    expect(commands).toEqual(['wait_for', 'wait_for', 'checkpoint']);
  });
});

describe('a signal that calls back without a value', () => {
  it('is read', () => {
    const signal = new FakeSignal('s', 0, { tells: false });
    const suspender = new SuspendBoolHigh(signal);
    bench().RE.installSuspender(suspender);
    signal.put(1);
    expect(suspender.tripped).toBe(true);
    signal.put(0);
    expect(suspender.tripped).toBe(false);
  });

  it('is judged by its last answer, not by one that comes late', async () => {
    const answers: ((value: number) => void)[] = [];
    let tell = (): void => undefined;
    const slow = {
      name: 's',
      subscribe: (callback: () => void) => void (tell = callback),
      clearSub: () => undefined,
      read: async () => ({ s: { value: await new Promise<number>((resolve) => answers.push(resolve)), timestamp: 0 } }),
    };
    const suspender = new SuspendBoolHigh(slow);
    bench().RE.installSuspender(suspender);
    tell();
    tell();
    const [, bad, good] = answers;
    good?.(0);
    await later(0);
    bad?.(1);
    await later(0);
    expect(suspender.tripped).toBe(false);
  });

  it('and cannot be read is warned of', () => {
    const mute = { name: 's', subscribe: (callback: () => void) => callback(), clearSub: () => undefined };
    bench().RE.installSuspender(new SuspendBoolHigh(mute));
    expect(warned).toEqual([
      'SuspendBoolHigh cannot judge s: the signal called back without a value and has no method read().',
    ]);
  });
});

describe('installing', () => {
  it('by messages, for as long as the plan says', async () => {
    const signal = new FakeSignal('s', 0);
    const suspender = new SuspendBoolHigh(signal);
    const { RE } = bench();
    await RE([new Msg('install_suspender', null, [suspender])]);
    expect(RE.suspenders).toEqual([suspender]);
    await RE([new Msg('remove_suspender', null, [suspender])]);
    expect(RE.suspenders).toEqual([]);
    RE.installSuspender(suspender);
    RE.installSuspender(suspender);
    expect(signal.listeners).toBe(1);
    RE.clearSuspenders();
    expect(signal.listeners).toBe(0);
  });

  it('a removed suspender lets the plan go on', async () => {
    const signal = new FakeSignal('s', 1);
    const suspender = new SuspendBoolHigh(signal);
    const { RE, reached } = bench();
    RE.installSuspender(suspender);
    const waits = reached('wait_for');
    const call = RE([new Msg('checkpoint')]);
    await waits;
    RE.removeSuspender(suspender);
    await call;
  });

  it.each([
    ['a motor', () => new SuspendFloor(fakeDetector() as never, 1), 'fake has not both'],
    ['a negative time', () => new SuspendBoolHigh(new FakeSignal('s', 0), { sleep: -1 }), 'sleep is -1'],
    ['thresholds', () => new SuspendFloor(new FakeSignal('s', 0), 2, { resumeThresh: 1 }), 'good side'],
    ['thresholds', () => new SuspendCeil(new FakeSignal('s', 0), 1, { resumeThresh: 2 }), 'good side'],
    ['a band', () => new SuspendWhenOutsideBand(new FakeSignal('s', 0), 2, 2), 'must be less than its top'],
    ['no suspender', () => new RunEngine().installSuspender({} as never), 'no suspender'],
  ])('refuses %s', (_, make, text) => {
    expect(make).toThrow(SuspenderError);
    expect(make).toThrow(text);
  });

  it("a class of one's own needs two methods", async () => {
    class WhenOdd extends SuspenderBase<number> {
      protected override shouldSuspend = (value: number): boolean => value % 2 === 1;
      protected override shouldResume = (value: number): boolean => value % 2 === 0;
    }
    const signal = new FakeSignal('n', 1);
    const suspender = new WhenOdd(signal);
    const { RE } = bench();
    RE.installSuspender(suspender);
    expect(suspender.justification).toBe("Suspender of type WhenOdd stopped by signal FakeSignal(name='n')");
  });
});
