import { describe, expect, it } from 'vitest';

import { caught } from '../../../tests/instruments/caught.js';
import { Status } from '../../devices/index.js';
import { SynAxis } from '../../devices/sim/index.js';
import { absSet, closeRun, openRun } from '../../plans/stubs.js';
import { FailedStatus, InvalidMessage, WaitForTimeoutError } from '../errors.js';
import { Msg } from '../msg.js';
import type { Plan } from '../msg.js';
import { RunEngine } from '../run-engine.js';
import type { RunEngineResult } from '../run-engine-options.js';

const wait = (group: unknown, kwargs: object = {}): Msg => new Msg('wait', null, [], { group, ...kwargs });
const sleep = (seconds: number): Msg => new Msg('sleep', null, [seconds]);
const slow = (name = 'slow', delay = 60): SynAxis => new SynAxis({ name, delay });

/** An engine, and how often and of what it told that it waits. */
function watched(): { RE: RunEngine; told: (number | null)[] } {
  const RE = new RunEngine({}, { callReturnsResult: true });
  const told: (number | null)[] = [];
  RE.waitingHook = (statuses) => told.push(statuses && statuses.size);
  return { RE, told };
}

const planResult = async (RE: RunEngine, plan: Plan<unknown>): Promise<unknown> =>
  ((await RE(plan)) as unknown as RunEngineResult).planResult;

describe('wait', () => {
  it('tells whoever shows it what is waited for, and when that is over', async () => {
    const { RE, told } = watched();
    function* plan(): Plan {
      yield* absSet(slow('a', 0.001), 1, { group: 'g' });
      yield* absSet(slow('b', 0.002), 1, { group: 'g' });
      yield wait('g');
      yield wait('g');
      yield wait('nothing was begun here');
    }
    await RE(plan());
    expect(told).toEqual([2, null]);
  });

  it('tells once of a group that is looked after again and again', async () => {
    const { RE, told } = watched();
    const status = new Status();
    function* plan(): Plan<boolean[]> {
      const done: boolean[] = [];
      yield* absSet({ name: 'a', set: () => status } as never, 1, { group: 'g' });
      for (let i = 0; i < 3; i++) done.push(yield wait('g', { timeout: 0.005, error_on_timeout: false }));
      status.setFinished();
      done.push(yield wait('g', { timeout: 60, error_on_timeout: false }));
      return done;
    }
    expect(await planResult(RE, plan())).toEqual([false, false, false, true]);
    expect(told).toEqual([1, null]);
  });

  it('tells that it is over when it fails, is too long or is left', async () => {
    const { RE, told } = watched();
    function* tooLong(): Plan {
      yield* absSet(slow(), 1, { group: 'g' });
      yield wait('g', { timeout: 0.001 });
    }
    await caught(RE(tooLong()));
    function* paused(): Plan {
      yield* absSet(slow(), 1, { group: 'g' });
      setTimeout(() => RE.requestPause(), 1);
      yield wait('g');
    }
    await caught(RE(paused()));
    expect(told).toEqual([1, null, 1, null]);
    await RE.abort();
    expect(told).toEqual([1, null, 1, null]);
  });

  it('names what was not done in time', async () => {
    function* plan(): Plan {
      yield* absSet(slow('quick', 0.001), 1, { group: 'g' });
      yield* absSet(slow(), 1, { group: 'g' });
      yield wait('g', { timeout: 0.02 });
    }
    const error = await caught(new RunEngine()(plan()));
    expect(error).toBeInstanceOf(WaitForTimeoutError);
    expect(error.message).toBe("Waited 0.02 s for group 'g'. Not done: set slow.");
  });

  it('is ended by a failure elsewhere', async () => {
    const failing = { name: 'shutter', set: () => Promise.reject(new Error('stuck')) };
    function* plan(): Plan {
      yield* absSet(slow(), 1, { group: 'g' });
      yield* absSet(failing, 1, { group: 'other' });
      yield wait('g', { watch: ['other'] });
    }
    const began = performance.now();
    const error = await caught(new RunEngine()(plan()));
    expect(error).toBeInstanceOf(FailedStatus);
    expect(error.message).toBe('set shutter failed: stuck');
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('forgets what was done without being waited for', async () => {
    const statuses: Status[] = [];
    const device = { name: 'lamp', set: () => (statuses.push(new Status()), statuses.at(-1) as Status) };
    const { RE, told } = watched();
    function* plan(): Plan {
      for (let i = 0; i < 3; i++) yield* absSet(device, i, { group: 'g' });
      for (const status of statuses.slice(0, 2)) status.setFinished();
      setTimeout(() => statuses[2]?.setFinished(), 1);
      yield wait('g');
    }
    await RE(plan());
    expect(told).toEqual([1, null]);
  });
});

describe('wait_for', () => {
  it('gives what promises resolve to', async () => {
    function* plan(): Plan<unknown> {
      return yield new Msg('wait_for', null, [[() => Promise.resolve(1), Promise.resolve(2), () => 3]]);
    }
    expect(await planResult(watched().RE, plan())).toEqual([1, 2, 3]);
  });

  it('throws what a promise rejects with, and waits no longer than is said', async () => {
    const RE = new RunEngine();
    const never = (): Promise<void> => new Promise(() => undefined);
    await expect(RE([new Msg('wait_for', null, [[() => Promise.reject(new Error('no beam'))]])])).rejects.toThrow(
      'no beam',
    );
    await expect(RE([new Msg('wait_for', null, [[never]], { timeout: 0.001 })])).rejects.toThrow(WaitForTimeoutError);
    await expect(RE([new Msg('wait_for', null, [never])])).rejects.toThrow(InvalidMessage);
  });

  it('is taken again after a pause, by new promises', async () => {
    const RE = new RunEngine();
    let asked = 0;
    const beam = (): Promise<unknown> => (++asked === 1 ? new Promise(() => undefined) : Promise.resolve('beam'));
    setTimeout(() => RE.requestPause(), 5);
    await caught(RE([new Msg('wait_for', null, [[beam]])]));
    expect(RE.state).toBe('paused');
    await RE.resume();
    expect(asked).toBe(2);
  });
});

describe('sleep', () => {
  it.each([-1, NaN, 'x'])('refuses %s seconds', async (seconds) => {
    const failed = new RunEngine()([new Msg('sleep', null, [seconds])]);
    await expect(failed).rejects.toThrow(InvalidMessage);
  });

  it('of months does not end at once', async () => {
    const RE = new RunEngine();
    const sleeping = RE([sleep(1e7)]);
    const first = await Promise.race([
      caught(sleeping),
      new Promise((resolve) => setTimeout(() => resolve('asleep'), 10)),
    ]);
    expect(first).toBe('asleep');
    await RE.stop();
    await caught(sleeping);
  });

  it('may be long enough to be paused where nothing is taken again, and then is taken again itself', async () => {
    const RE = new RunEngine();
    const slept: number[] = [];
    RE.msgHook = (msg) => msg.command === 'sleep' && slept.push(msg.args[0] as number);
    function* plan(): Plan {
      yield* openRun();
      yield new Msg('rewindable', null, [false]);
      yield sleep(0.001);
      setTimeout(() => RE.requestPause(), 2);
      yield sleep(0.02);
      yield* closeRun();
    }
    await caught(RE(plan()));
    expect(RE.state).toBe('paused');
    await RE.resume();
    expect(slept).toEqual([0.001, 0.02, 0.02]);
    RE.rewindable = true;
  });
});
