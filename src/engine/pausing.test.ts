import { describe, expect, it } from 'vitest';

import { caught } from '../../tests/instruments/caught.js';
import { consoleWarnings } from '../../tests/instruments/console-warnings.js';
import { DocumentCollector } from '../../tests/instruments/document-collector.js';
import { fakeDetector } from '../../tests/instruments/fake-detector.js';
import { Status } from '../devices/index.js';
import { SynAxis } from '../devices/sim/index.js';
import { runWrapper } from '../plans/preprocessors/index.js';
import {
  absSet,
  checkpoint,
  clearCheckpoint,
  closeRun,
  deferredPause,
  mv,
  openRun,
  pause,
  read,
  sleep,
  triggerAndRead,
} from '../plans/stubs.js';
import { FailedPause, RunEngineInterrupted, TransitionError } from './errors.js';
import { Msg } from './msg.js';
import type { Plan } from './msg.js';
import { RunEngine } from './run-engine.js';

consoleWarnings();

/** An engine with what it hands out and does. */
function bench(): { RE: RunEngine; documents: DocumentCollector; commands: string[] } {
  const RE = new RunEngine();
  const documents = new DocumentCollector();
  const commands: string[] = [];
  RE.subscribe(documents);
  RE.msgHook = ({ command }) => commands.push(command);
  return { RE, documents, commands };
}

async function paused(call: Promise<unknown>, RE: RunEngine): Promise<void> {
  expect(await caught(call)).toBeInstanceOf(RunEngineInterrupted);
  expect(RE.state).toBe('paused');
}

const stopOf = (documents: DocumentCollector): unknown[] =>
  documents.of('stop').map(({ exit_status, reason }) => [exit_status, reason]);

/** Resolves, in a later turn of the event loop, once the engine is busy with a message of this kind. */
function reached(RE: RunEngine, command: string): Promise<void> {
  const hook = RE.msgHook;
  return new Promise((done) => {
    RE.msgHook = (msg) => {
      hook?.(msg);
      if (msg.command !== command) return;
      RE.msgHook = hook;
      setImmediate(done);
    };
  });
}

/** Asks for a pause once the engine is busy with a message of this kind. */
const pauseDuring = (RE: RunEngine, command: string): void => void reached(RE, command).then(() => RE.requestPause());

/** Two points without a checkpoint between them, then whatever follows. */
function* points(tail: () => Plan<unknown>): Plan {
  const detector = fakeDetector();
  yield* openRun();
  yield* triggerAndRead([detector]);
  yield* checkpoint();
  yield* triggerAndRead([detector]);
  yield* tail();
  yield* triggerAndRead([detector]);
  yield* closeRun();
}

describe('a pause', () => {
  it('at once ends a sleep, and the sleep is taken again', async () => {
    const { RE, commands } = bench();
    const began = performance.now();
    pauseDuring(RE, 'sleep');
    function* plan(): Plan {
      yield* checkpoint();
      yield* sleep(2);
    }
    await paused(RE(plan()), RE);
    expect(performance.now() - began).toBeLessThan(1900);
    const resumed = performance.now();
    await RE.resume();
    expect(performance.now() - resumed).toBeGreaterThan(1950);
    expect(commands).toEqual(['checkpoint', 'sleep', 'sleep']);
  });

  it('put off waits for the next checkpoint', async () => {
    const { RE, commands } = bench();
    function* plan(): Plan {
      yield* deferredPause();
      yield* sleep(0.2);
      yield* checkpoint();
      yield new Msg('null');
    }
    const asleep = reached(RE, 'sleep');
    const call = caught(RE(plan()));
    await asleep;
    expect(RE.deferredPauseRequested).toBe(true);
    expect(await call).toBeInstanceOf(RunEngineInterrupted);
    expect(RE.state).toBe('paused');
    expect(RE.deferredPauseRequested).toBe(false);
    expect(commands).toEqual(['pause', 'sleep', 'checkpoint']);
    await RE.resume();
    expect(commands.at(-1)).toBe('null');
  });

  it('put off too late is forgotten', async () => {
    const { RE } = bench();
    await RE([new Msg('checkpoint'), new Msg('pause', null, [], { defer: true })]);
    expect(RE.deferredPauseRequested).toBe(false);
    await RE([new Msg('checkpoint')]);
    expect(RE.state).toBe('idle');
  });

  it('from a callback lets the document reach everybody', async () => {
    const { RE } = bench();
    RE.subscribe(() => RE.requestPause(), 'descriptor');
    const last = new DocumentCollector();
    RE.subscribe(last);
    await paused(RE(points(checkpoint)), RE);
    expect(last.names).toEqual(['start', 'descriptor', 'event']);
    await RE.resume();
    expect(stopOf(last)).toEqual([['success', '']]);
  });

  it('stops a slow motor; the move is begun again', async () => {
    const { RE, commands } = bench();
    const motor = new SynAxis({ name: 'motor', delay: 60 });
    pauseDuring(RE, 'wait');
    function* plan(): Plan {
      yield* checkpoint();
      yield* mv(motor, 3);
    }
    await paused(RE(plan()), RE);
    expect(motor.position).toBe(0);
    motor.delay = 0.01;
    await RE.resume();
    expect(motor.position).toBe(3);
    expect(commands).toEqual(['checkpoint', 'set', 'wait', 'set', 'wait']);
  });

  it('takes points again since the checkpoint, with the same numbers', async () => {
    const { RE, documents } = bench();
    let first = true;
    await paused(
      RE(
        points(function* () {
          if (first) {
            first = false;
            yield* pause();
          }
        }),
      ),
      RE,
    );
    expect(documents.seqNums).toEqual([1, 2]);
    await RE.resume();
    expect(documents.seqNums).toEqual([1, 2, 2, 3]);
    expect(documents.of('descriptor')).toHaveLength(1);
    expect(documents.of('stop')[0]?.num_events).toEqual({ primary: 3 });
  });

  it('takes the first point again as number 1 if no checkpoint came after it', async () => {
    const { RE, documents } = bench();
    function* plan(): Plan {
      const detector = fakeDetector();
      yield* openRun();
      yield* triggerAndRead([detector]);
      yield* pause();
      yield* triggerAndRead([detector]);
      yield* closeRun();
    }
    await paused(RE(plan()), RE);
    await RE.resume();
    expect(documents.seqNums).toEqual([1, 1, 2]);
  });

  it('forgets an event that was half read, and reads it anew', async () => {
    const { RE, documents } = bench();
    const detector = fakeDetector();
    function* plan(): Plan {
      yield* openRun();
      yield new Msg('create', null, [], { name: 'primary' });
      yield* read(detector);
      yield* pause();
      yield new Msg('save');
      yield* closeRun();
    }
    await paused(RE(plan()), RE);
    await RE.resume();
    expect(documents.of('event').map(({ data }) => data.fake)).toEqual([2]);
  });

  it('in the middle of a message gives the plan its answer after the resume', async () => {
    const { RE } = bench();
    const seen: unknown[] = [];
    const slow = fakeDetector({ name: 'slow' });
    let reads = 0;
    const readSlowly = {
      ...slow,
      read: () => {
        reads += 1;
        if (reads === 1) setImmediate(() => RE.requestPause());
        return new Promise<never>((done) => setTimeout(() => done(slow.read() as never), 100));
      },
    };
    function* plan(): Plan {
      yield* checkpoint();
      seen.push((yield* read(fakeDetector({ name: 'quick' }))).quick?.value);
      seen.push((yield* read(readSlowly)).slow?.value);
    }
    await paused(RE(plan()), RE);
    await RE.resume();
    expect(seen[0]).toBe(1);
    expect(seen[1]).toEqual(expect.any(Number));
  });

  it('by the plan answers nothing, whatever is taken again', async () => {
    const { RE } = bench();
    const seen: unknown[] = [];
    function* plan(): Plan {
      yield* checkpoint();
      yield* read(fakeDetector());
      seen.push(yield new Msg('pause', null, [], { defer: false }));
    }
    await paused(RE(plan()), RE);
    await RE.resume();
    expect(seen).toEqual([undefined]);
  });

  it('between messages leaves the plan the answer it had', async () => {
    const { RE } = bench();
    const seen: unknown[] = [];
    function* plan(): Plan {
      yield* checkpoint();
      for (let i = 0; i < 5000; i++) seen.push((yield* read(fakeDetector())).fake?.value);
    }
    setImmediate(() => RE.requestPause());
    await paused(RE(plan()), RE);
    await RE.resume();
    expect(seen).toHaveLength(5000);
    expect(new Set(seen)).toEqual(new Set([1]));
  });

  it('where the plan cannot be resumed aborts it', async () => {
    const { RE, documents } = bench();
    function* plan(): Plan {
      yield* clearCheckpoint();
      expect(RE.resumable).toBe(false);
      yield* pause();
    }
    const error = await caught(RE(runWrapper(plan())));
    expect(error).toBeInstanceOf(RunEngineInterrupted);
    expect(error.message).toContain('cannot be resumed');
    expect(RE.state).toBe('idle');
    expect(documents.of('stop')[0]?.exit_status).toBe('fail');
  });

  it('where the plan cannot be resumed, and catches the error, says that it went on', async () => {
    const { RE, documents } = bench();
    function* plan(): Plan {
      yield* clearCheckpoint();
      try {
        yield* pause();
      } catch (error) {
        expect(error).toBeInstanceOf(FailedPause);
      }
      yield* triggerAndRead([fakeDetector()]);
    }
    const error = await caught(RE(runWrapper(plan())));
    expect(error).toBeInstanceOf(RunEngineInterrupted);
    expect(error.message).toMatch(/it caught the error and went on to its end/);
    expect(documents.names).toEqual(['start', 'descriptor', 'event', 'stop']);
    expect(RE.state).toBe('idle');
    await RE(runWrapper(triggerAndRead([fakeDetector()])));
  });

  it('tells devices that want to know', async () => {
    const { RE } = bench();
    const calls: string[] = [];
    const pausable = {
      ...fakeDetector(),
      pause: () => void calls.push('pause'),
      resume: async () => void calls.push('resume'),
    };
    function* plan(): Plan {
      yield* checkpoint();
      yield* read(pausable);
      yield* pause();
      calls.push('goes on');
    }
    await paused(RE(plan()), RE);
    expect(calls).toEqual(['pause']);
    await RE.resume();
    expect(calls).toEqual(['pause', 'resume', 'goes on']);
  });

  it('can come again and again', async () => {
    const { RE, documents } = bench();
    let pauses = 0;
    await paused(
      RE(
        points(function* () {
          while (pauses < 3) {
            pauses += 1;
            yield* pause();
          }
        }),
      ),
      RE,
    );
    await paused(RE.resume(), RE);
    await paused(RE.resume(), RE);
    await RE.resume();
    expect(documents.seqNums).toEqual([1, 2, 2, 2, 2, 3]);
  });

  it('lets a staging finish, which is not taken again', async () => {
    const { RE, commands } = bench();
    const seen: unknown[] = [];
    const camera = {
      name: 'camera',
      stage: () => new Promise((done) => setTimeout(() => done('ready'), 100)),
      unstage: () => [],
    };
    function* plan(): Plan {
      seen.push(yield new Msg('stage', camera));
    }
    pauseDuring(RE, 'stage');
    await paused(RE(plan()), RE);
    await RE.resume();
    expect(seen).toEqual(['ready']);
    expect(commands).toEqual(['stage']);
  });

  it('that is resumed twice at once is resumed once', async () => {
    const { RE } = bench();
    await paused(RE([new Msg('checkpoint'), new Msg('pause'), new Msg('null')]), RE);
    const resumed = RE.resume();
    await expect(RE.resume()).rejects.toThrow(TransitionError);
    expect(await resumed).toEqual([]);
  });

  it('goes on when a device could not be resumed at first', async () => {
    const { RE, commands } = bench();
    let broken = true;
    const shutter = {
      ...fakeDetector(),
      pause: () => undefined,
      resume: () => {
        if (broken) throw new Error('shutter stuck');
      },
    };
    await paused(RE([new Msg('checkpoint'), new Msg('read', shutter), new Msg('pause')]), RE);
    await expect(RE.resume()).rejects.toThrow('shutter stuck');
    expect(RE.state).toBe('paused');
    broken = false;
    await RE.resume();
    expect(commands).toEqual(['checkpoint', 'read', 'pause', 'read']);
  });

  it('is refused when nothing runs', () => {
    const RE = new RunEngine();
    expect(() => RE.requestPause()).toThrow(TransitionError);
    expect(() => RE.requestPause()).toThrow("Run Engine is in 'idle' state and can not be paused.");
  });

  it('asked for twice is one pause', async () => {
    const { RE } = bench();
    void reached(RE, 'sleep').then(() => {
      RE.requestPause();
      RE.requestPause();
    });
    await paused(RE([new Msg('checkpoint'), new Msg('sleep', null, [0.2])]), RE);
    await RE.resume();
  });

  it('while it cleans up changes nothing', async () => {
    const { RE } = bench();
    const pause = (): void => {
      try {
        RE.requestPause();
      } catch {
        // Refused is as good as passed over.
      }
    };
    const slowToStop = {
      name: 'stage',
      set: () => Status.finished(),
      stop: () => {
        setImmediate(pause);
        return new Promise<void>((done) => setTimeout(done, 100));
      },
    };
    expect(await RE(absSet(slowToStop, 1))).toEqual([]);
    expect(RE.state).toBe('idle');
  });
});

describe('the end of a plan by', () => {
  /** A plan that takes a point, waits for long, and says which of its parts ran. */
  function* patient(ran: string[]): Plan {
    try {
      yield* triggerAndRead([fakeDetector()]);
      yield* checkpoint();
      yield* sleep(60);
      ran.push('went on');
    } finally {
      ran.push('cleaned up');
      yield new Msg('null');
      ran.push('with messages');
    }
  }

  it.each([
    ['stop', (RE: RunEngine) => RE.stop(), ['success', '']],
    ['abort', (RE: RunEngine) => RE.abort('sample fell off'), ['abort', 'sample fell off']],
  ] as const)('%s while it runs cleans up', async (_, end, stop) => {
    const { RE, documents } = bench();
    const ran: string[] = [];
    const asleep = reached(RE, 'sleep');
    const call = caught(RE(runWrapper(patient(ran))));
    await asleep;
    const uids = await end(RE);
    expect(uids).toHaveLength(1);
    expect(await call).toBeInstanceOf(RunEngineInterrupted);
    expect(ran).toEqual(['cleaned up', 'with messages']);
    expect(stopOf(documents)).toEqual([stop]);
    expect(RE.state).toBe('idle');
  });

  it('halt skips every cleanup of the plan, and closes the run', async () => {
    const { RE, documents } = bench();
    const ran: string[] = [];
    const asleep = reached(RE, 'sleep');
    const call = caught(RE(runWrapper(patient(ran))));
    await asleep;
    await RE.halt();
    expect(await call).toBeInstanceOf(RunEngineInterrupted);
    expect(ran).toEqual([]);
    expect(stopOf(documents)).toEqual([['abort', '']]);
  });

  it.each([
    ['stop', (RE: RunEngine) => RE.stop(), 'success', ['cleaned up', 'with messages']],
    ['abort', (RE: RunEngine) => RE.abort('enough'), 'abort', ['cleaned up', 'with messages']],
    ['halt', (RE: RunEngine) => RE.halt(), 'abort', []],
  ] as const)('%s while it is paused gives the uids', async (_, end, exitStatus, parts) => {
    const { RE, documents } = bench();
    const ran: string[] = [];
    pauseDuring(RE, 'sleep');
    await paused(RE(runWrapper(patient(ran))), RE);
    expect(await end(RE)).toEqual(documents.of('start').map(({ uid }) => uid));
    expect(ran).toEqual(parts);
    expect(documents.of('stop')[0]?.exit_status).toBe(exitStatus);
    await RE([new Msg('null')]);
  });

  it('stop while it is just being paused waits for the pause', async () => {
    const { RE } = bench();
    const slowToStop = {
      name: 'stage',
      set: () => Status.finished(),
      stop: () => new Promise<void>((done) => setTimeout(done, 100)),
    };
    function* plan(): Plan {
      yield* absSet(slowToStop, 1);
      yield* checkpoint();
      yield* sleep(60);
    }
    const asleep = reached(RE, 'sleep');
    const call = caught(RE(plan()));
    await asleep;
    RE.requestPause();
    expect(RE.state).toBe('pausing');
    await RE.stop();
    await call;
    expect(RE.state).toBe('idle');
  });

  it('an error in its cleanup is told to whoever ended it', async () => {
    const { RE } = bench();
    function* plan(): Plan {
      try {
        yield* sleep(60);
      } finally {
        throw new Error('cleanup failed');
      }
    }
    const asleep = reached(RE, 'sleep');
    const call = caught(RE(plan()));
    await asleep;
    await expect(RE.stop()).rejects.toThrow('cleanup failed');
    expect((await call).message).toBe('cleanup failed');
  });

  it.each([
    (RE: RunEngine) => RE.stop(),
    (RE: RunEngine) => RE.abort(),
    (RE: RunEngine) => RE.halt(),
    (RE: RunEngine) => RE.resume(),
  ])('is refused when nothing runs (%#)', async (end) => {
    await expect(end(new RunEngine())).rejects.toThrow(TransitionError);
  });

  it('another plan is refused while one is paused, with what to do', async () => {
    const { RE } = bench();
    await paused(RE([new Msg('checkpoint'), new Msg('pause')]), RE);
    await expect(RE([new Msg('null')])).rejects.toThrow('First go on with `await RE.resume()`');
    await RE.halt();
  });
});
