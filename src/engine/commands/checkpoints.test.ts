import { describe, expect, it } from 'vitest';

import { caught } from '../../../tests/instruments/caught.js';
import { DocumentCollector } from '../../../tests/instruments/document-collector.js';
import { fakeDetector } from '../../../tests/instruments/fake-detector.js';
import { checkpoint, closeRun, create, openRun, pause, stage, triggerAndRead } from '../../plans/stubs.js';
import { IllegalMessageSequence, NoReplayAllowed } from '../errors.js';
import { Msg } from '../msg.js';
import type { Plan } from '../msg.js';
import { RunEngine } from '../run-engine.js';
import type { RunEngineResult } from '../run-engine-options.js';

const rewindable = (value: boolean | null): Msg => new Msg('rewindable', null, [value]);

/** Two points since the checkpoint, then a pause. */
function* twoPoints(before: Msg[] = [], device: object = {}): Plan {
  yield* openRun();
  yield* checkpoint();
  yield* before;
  yield new Msg('null', device);
  for (let i = 0; i < 2; i++) yield* triggerAndRead([fakeDetectorOfTest]);
  yield* pause();
  yield* closeRun();
}

const fakeDetectorOfTest = fakeDetector();

async function numbersOf(plan: Plan, RE: RunEngine = new RunEngine()): Promise<number[]> {
  const documents = new DocumentCollector();
  RE.subscribe(documents);
  await caught(RE(plan));
  await RE.resume();
  return documents.seqNums;
}

describe('rewindable', () => {
  it('gives how it is, and sets it', async () => {
    const RE = new RunEngine({}, { callReturnsResult: true });
    function* plan(): Plan<unknown[]> {
      return [yield rewindable(null), yield rewindable(false), yield rewindable(null)];
    }
    const { planResult } = (await RE(plan())) as unknown as RunEngineResult;
    expect(planResult).toEqual([true, false, false]);
    expect(RE.rewindable).toBe(false);
  });

  it('set to false takes nothing again, and the numbers go on', async () => {
    expect(await numbersOf(twoPoints())).toEqual([1, 2, 1, 2]);
    expect(await numbersOf(twoPoints([rewindable(false)]))).toEqual([1, 2]);
  });

  it('can be set at the engine', async () => {
    const RE = new RunEngine();
    RE.rewindable = false;
    expect(await numbersOf(twoPoints(), RE)).toEqual([1, 2]);
    RE.rewindable = true;
    expect(await numbersOf(twoPoints(), RE)).toEqual([1, 2, 1, 2, 1, 2].slice(2));
  });

  it('a device may forbid that anything is taken again', async () => {
    const device = {
      name: 'sample',
      pause: () => {
        throw new NoReplayAllowed('it is burnt');
      },
      resume: () => undefined,
    };
    expect(await numbersOf(twoPoints([], device))).toEqual([1, 2]);
  });
});

describe('what is taken again', () => {
  it.each<[string, (RE: RunEngine) => Plan, string[]]>([
    [
      'begins where the call begins, without the opening of the run',
      function* (): Plan {
        yield new Msg('null', 'before');
        yield* openRun();
        yield new Msg('null', 'after');
        yield* pause();
        yield* closeRun();
      },
      ['null', 'open_run', 'null', 'pause', 'null', 'null', 'close_run'],
    ],
    [
      'begins anew where a device was staged',
      function* (): Plan {
        yield new Msg('null', 'before');
        yield* stage({ name: 'cam', stage: () => [], unstage: () => [] } as never);
        yield new Msg('null', 'after');
        yield* pause();
      },
      ['null', 'stage', 'null', 'pause', 'null'],
    ],
    [
      'goes back over the closing of a run, as in Python',
      function* (): Plan {
        yield* openRun();
        yield new Msg('null', 'inside');
        yield* closeRun();
        yield* pause();
        yield new Msg('null', 'end');
      },
      ['open_run', 'null', 'close_run', 'pause', 'null', 'null'],
    ],
    [
      'begins anew where a callback was subscribed',
      function* (): Plan {
        yield new Msg('null', 'before');
        yield new Msg('subscribe', null, [() => undefined]);
        yield* pause();
      },
      ['null', 'subscribe', 'pause'],
    ],
  ])('%s', async (_, plan, expected) => {
    const RE = new RunEngine();
    const seen: string[] = [];
    RE.msgHook = ({ command }) => seen.push(command);
    await caught(RE(plan(RE)));
    await RE.resume();
    expect(seen).toEqual(expected);
  });
});

it('a checkpoint inside an event is refused', async () => {
  function* plan(): Plan {
    yield* openRun();
    yield* create();
    yield* checkpoint();
  }
  await expect(new RunEngine()(plan())).rejects.toThrow(IllegalMessageSequence);
});
