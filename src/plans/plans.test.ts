import { describe, expect, it } from 'vitest';

import { DocumentCollector } from '../../tests/instruments/document-collector.js';
import { fakeDetector } from '../../tests/instruments/fake-detector.js';
import { SynAxis, SynGauss } from '../devices/sim/index.js';
import type { Msg, Plan } from '../engine/index.js';
import { RunEngine } from '../engine/index.js';
import { atTime } from '../host/index.js';
import { PlanArgumentError } from './check-arguments.js';
import { count } from './count.js';
import { contingencyWrapper, finalizeWrapper, stageWrapper } from './preprocessors/index.js';
import { scan } from './scan.js';
import { mv, nullPlan, triggerAndRead } from './stubs.js';

const motor = new SynAxis({ name: 'motor' });
const motor1 = new SynAxis({ name: 'motor1' });
const det = new SynGauss({ name: 'det', motor });

/** The plan's first message but for staging: where a plan checks its arguments, it throws here. */
function startMd(plan: Plan<unknown>): Record<string, unknown> {
  for (const msg of plan) if (msg.command === 'open_run') return { ...msg.kwargs };
  throw new Error('The plan opened no run.');
}

/** The messages of a plan where each takes so many seconds. */
function* atPace(plan: Plan<unknown>, secondsEach: number): Generator<Msg> {
  for (let messages = 0; ; messages++) {
    const step = atTime(
      () => messages * secondsEach,
      () => plan.next(),
    );
    if (step.done) return;
    yield step.value;
  }
}

describe('count', () => {
  it.each([
    [count([det]), 1, 0],
    [count([det], undefined as never), 1, 0],
    [count([det], 3), 3, 0],
    [count([det], null), null, 0],
    [count([det], 3, 0.1), 3, 0.1],
    [count([det], { num: 3, delay: 0.1 }), 3, 0.1],
    [count([det], 3, { delay: 0.1 }), 3, 0.1],
    [count([det], { num: null }), null, 0],
  ])('takes its arguments in place or as options (%#)', (plan, num, delay) => {
    const md = startMd(plan);
    expect([md.num_points, md.num_intervals]).toEqual([num, num === null ? null : num - 1]);
    expect(md.plan_args).toMatchObject({ num, delay });
  });

  it.each([
    [() => count(det as never), 'count(): the detectors must be a list, as in count([det], ...), but det was given.'],
    [() => count([3 as never]), 'count(): The detector 3 has no method read().'],
    [
      () => count([{ name: 'half', read: () => ({}) } as never]),
      'count(): The detector half has no method describe().',
    ],
    [() => count([{ read: () => ({}), describe: () => ({}) } as never]), 'needs a name, a string.'],
    [() => count([det], 1.5), 'count(): num is the number of readings, a whole number or null, not 1.5.'],
    [() => count([det], -1), 'not -1.'],
    [() => count([det], '3' as never), 'not "3".'],
  ])('names what it cannot use (%#)', (plan, message) => {
    expect(() => startMd(plan())).toThrow(PlanArgumentError);
    expect(() => startMd(plan())).toThrow(message);
  });

  it('subtracts what a reading took from the delay', async () => {
    // A point has seven messages.
    const messages = [...atPace(count([det], 3, 1 / 16), 1 / 128)];
    const slept = messages.filter(({ command }) => command === 'sleep').map(({ args }) => args[0]);
    expect(slept).toEqual([1 / 128, 1 / 128, 1 / 128]);
  });

  it("lets the user's metadata win and leaves them alone", () => {
    const md = { plan_name: 'mine', sample: 'Si' };
    expect(startMd(count([det], { md }))).toMatchObject({ plan_name: 'mine', sample: 'Si', detectors: ['det'] });
    expect(md).toEqual({ plan_name: 'mine', sample: 'Si' });
  });

  it('merges hints key by key', () => {
    const hints = { gridding: 'rectilinear' };
    expect(startMd(count([det], { md: { hints } })).hints).toEqual({
      gridding: 'rectilinear',
      dimensions: [[['time'], 'primary']],
    });
  });

  it('takes delays from any iterable', async () => {
    const collector = new DocumentCollector();
    await new RunEngine()(count([fakeDetector()], null, new Set([0.001, 0.002])), collector);
    expect(collector.of('event')).toHaveLength(3);
  });
});

describe('scan', () => {
  it('visits every point', async () => {
    const collector = new DocumentCollector();
    await new RunEngine()(scan([det], motor, -1, 1, motor1, 0, 10, 5), collector);
    expect(collector.of('event').map(({ data }) => [data.motor, data.motor1])).toEqual([
      [-1, 0],
      [-0.5, 2.5],
      [0, 5],
      [0.5, 7.5],
      [1, 10],
    ]);
  });

  it('moves only what has to move', () => {
    const sets: unknown[] = [];
    for (const msg of scan([det], motor, 0, 2, motor1, 5, 5, 3)) {
      if (msg.command === 'set') sets.push([(msg.obj as SynAxis).name, msg.args[0]]);
    }
    expect(sets).toEqual([
      ['motor', 0],
      ['motor1', 5],
      ['motor', 1],
      ['motor', 2],
    ]);
  });

  it('takes num as an option', () => {
    expect(startMd(scan([det], motor, 0, 1, { num: 7 })).num_points).toBe(7);
  });

  it.each([
    [() => scan(det as never, motor, 0, 1, 5), 'scan(): the detectors must be a list'],
    [() => scan([det], motor, 0, 1, undefined as never), 'The number of points to scan must be provided'],
    [
      () => scan([det], motor, 0, 1, 0.1),
      'The parameter `num` is expected to be a number of steps (not step size!) It must therefore be a whole number. The given value was 0.1.',
    ],
    [() => scan([det], motor, 0, 1, 0), 'The given value was 0.'],
    [() => scan([det], ...([motor, 0, 1] as never[])), 'must be provided as the last positional argument'],
    [() => scan([det], ...([5] as never[])), 'give at least one motor with its positions'],
    [() => scan([det], det as never, 0, 1, 5), 'det stands where a motor should, but has no method set().'],
    [() => scan([det], 'motor' as never, 0, 1, 5), '"motor" stands where a motor should'],
    [() => scan([det], motor, '0' as never, 1, 5), 'the first position of motor must be a finite number, not "0".'],
    [() => scan([det], motor, 0, NaN, 5), 'the last position of motor must be a finite number, not NaN.'],
    [() => scan([det], motor, motor1 as never, 1, 5), 'must be a finite number, not motor1.'],
    [() => scan([det], motor, 0, 1, '5' as never), "The given value was '5'."],
  ])('names what it cannot use (%#)', (plan, message) => {
    expect(() => startMd(plan())).toThrow(PlanArgumentError);
    expect(() => startMd(plan())).toThrow(message);
  });
});

it('mv names what is wrong with its arguments', () => {
  expect(() => [...mv(motor, 1, motor1)]).toThrow('mv() takes pairs of a device and a value, but got 3 arguments.');
});

describe('triggerAndRead', () => {
  it('gives the readings, and reads a device once', async () => {
    let readings: unknown;
    function* plan(): Plan {
      yield* nullPlan();
      readings = yield* triggerAndRead([det, det]);
    }
    const RE = new RunEngine();
    const reads: Msg[] = [];
    RE.msgHook = (msg) => msg.command === 'read' && reads.push(msg);
    await expect(RE(plan())).rejects.toThrow("'create' must be preceded by 'open_run'");
    expect(readings).toBeUndefined();
    const collector = new DocumentCollector();
    await RE(count([det, det]), collector);
    expect(Object.keys(collector.of('event')[0]?.data ?? {})).toEqual(['det']);
    expect(reads).toHaveLength(1);
  });

  it('makes no event of nothing', async () => {
    const collector = new DocumentCollector();
    await new RunEngine()(count([]), collector);
    expect(collector.names).toEqual(['start', 'stop']);
  });
});

describe('preprocessors', () => {
  const saying = (text: string, ran: string[]) =>
    function* (): Plan {
      ran.push(text);
      yield* nullPlan();
    };

  function* failing(): Plan<never> {
    yield* nullPlan();
    throw new Error('beam lost');
  }

  it('contingencyWrapper follows a plan that fails', async () => {
    const ran: string[] = [];
    const wrapped = contingencyWrapper(failing(), {
      exceptPlan: (error) => saying(`except ${(error as Error).message}`, ran)(),
      elsePlan: saying('else', ran),
      finalPlan: saying('final', ran),
    });
    await expect(new RunEngine()(wrapped)).rejects.toThrow('beam lost');
    expect(ran).toEqual(['except beam lost', 'final']);
  });

  it('contingencyWrapper follows a plan that ends well', async () => {
    const ran: string[] = [];
    const wrapped = contingencyWrapper(nullPlan(), { elsePlan: saying('else', ran), finalPlan: saying('final', ran) });
    await new RunEngine()(wrapped);
    expect(ran).toEqual(['else', 'final']);
  });

  it('finalizeWrapper gives what the plan returned', () => {
    function* plan(): Plan<number> {
      yield* nullPlan();
      return 7;
    }
    const wrapped = finalizeWrapper(plan(), nullPlan);
    let step = wrapped.next();
    while (!step.done) step = wrapped.next();
    expect(step.value).toBe(7);
  });

  it('stageWrapper stages the device that a part belongs to, once', () => {
    const parent = { name: 'table', parent: null };
    const parts = [{ name: 'x', parent }, { name: 'y', parent }, motor];
    const staged = [...stageWrapper(nullPlan(), parts)].map(({ command, obj }) => [
      command,
      (obj as { name?: string } | null)?.name,
    ]);
    expect(staged).toEqual([
      ['stage', 'table'],
      ['stage', 'motor'],
      ['null', undefined],
      ['unstage', 'motor'],
      ['unstage', 'table'],
    ]);
  });
});
