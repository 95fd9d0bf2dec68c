import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import type { Event, EventDescriptor, Named, RunStop } from '../src/documents/index.js';
import { RunEngine, Msg } from '../src/engine/index.js';
import { freshSeed } from './instruments/random.js';
import { recipes, run } from './instruments/random-plans.js';
import type { Outcome, Recipe } from './instruments/random-plans.js';

/** `npm run soak` asks for more. */
const PLANS = Number(process.env.LIVESKY_SOAK_PLANS ?? 300);

/** A plan that has not ended by then never will. */
const HANGS_MS = 3_000;

beforeAll(() => {
  // Suspensions and failed cleanups are told; ten thousand of them would hide what matters.
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterAll(() => void vi.restoreAllMocks());

/** The documents of every run, in order. */
function byRun(documents: readonly Named[]): Map<string, Named[]> {
  const runs = new Map<string, Named[]>();
  const runOf = new Map<string, string>();
  for (const [name, doc] of documents) {
    if (name === 'start') runs.set(doc.uid, []);
    if (name === 'descriptor') runOf.set(doc.uid, doc.run_start);
    const uid = name === 'start' ? doc.uid : name === 'event' ? runOf.get(doc.descriptor) : (doc as RunStop).run_start;
    const own = runs.get(uid as string);
    if (!own) throw new Error(`A ${name} came of a run that has not begun.`);
    own.push([name, doc] as Named);
  }
  return runs;
}

/** How many different points of each stream a run has handed out; their numbers have no gap. */
function pointsOf(documents: readonly Named[]): Record<string, number> {
  const streams = new Map<string, string>();
  const numbers = new Map<string, Set<number>>();
  for (const [name, doc] of documents) {
    if (name === 'descriptor') {
      const { uid, name: stream } = doc as EventDescriptor;
      streams.set(uid, stream as string);
      if (!numbers.has(stream as string)) numbers.set(stream as string, new Set());
    } else if (name === 'event') {
      const { descriptor, seq_num } = doc as Event;
      numbers.get(streams.get(descriptor) as string)?.add(seq_num);
    }
  }
  for (const [stream, seen] of numbers) {
    if (Math.max(0, ...seen) !== seen.size) throw new Error(`The numbers of stream ${stream} have a gap.`);
  }
  return Object.fromEntries(Array.from(numbers, ([stream, seen]) => [stream, seen.size]));
}

/** What holds of every plan, however it ends. */
async function check({ RE, documents, motors, detector, signal, closed, error }: Outcome): Promise<void> {
  const runs = byRun(documents);
  for (const [uid, own] of runs) {
    expect(own.map(([name]) => name).filter((name) => name === 'start' || name === 'stop')).toEqual(['start', 'stop']);
    expect(own.at(-1)?.[0]).toBe('stop');
    const stop = own.at(-1)?.[1] as RunStop;
    const points = pointsOf(own);
    expect(stop.num_events).toEqual(points);
    const wanted = closed.find((each) => each.uid === uid)?.points;
    if (!wanted) continue;
    expect(points).toMatchObject(wanted);
    expect(stop.exit_status).toBe('success');
  }
  expect(motors.filter(({ moving }) => moving)).toEqual([]);
  expect(detector.staged).toBe(0);
  expect(signal.listeners).toBe(0);
  expect([RE.state, RE.rewindable, RE.suspenders]).toEqual(['idle', true, []]);
  if (error !== undefined) expect(error).toBeInstanceOf(Error);
  expect(await RE([new Msg('null')])).toEqual([]);
}

const property = (make?: () => RunEngine): fc.IAsyncProperty<[Recipe]> =>
  fc.asyncProperty(recipes, async (recipe) => check(await run(recipe, make)));

describe('however a plan ends', () => {
  it(
    `${PLANS} random plans: one stop for every run, numbers right, all at rest, the engine idle`,
    { timeout: 3_600_000 },
    async () => {
      const seed = freshSeed('random plans');
      process.stdout.write(`${PLANS} random plans: LIVESKY_SEED=${seed}\n`);
      await fc.assert(property(), { seed, numRuns: PLANS, timeout: HANGS_MS, endOnFailure: false });
    },
  );

  it.each([
    [
      'that forgets the stop of what is aborted',
      ([name, doc]: Named) => name !== 'stop' || doc.exit_status !== 'abort',
    ],
    ['that loses the second point', ([name, doc]: Named) => name !== 'event' || doc.seq_num !== 2],
    ['that never takes a point', ([name]: Named) => name !== 'event'],
  ] as [string, (document: Named) => boolean][])('control: an engine %s is noticed', async (_, keeps) => {
    const result = await fc.check(
      property(() => spoiled(keeps)),
      { seed: 1, numRuns: 300, endOnFailure: true },
    );
    expect(result.failed).toBe(true);
  });
});

/** An engine that does not hand out everything. */
function spoiled(keeps: (document: Named) => boolean): RunEngine {
  const RE = new RunEngine();
  const subscribe = RE.subscribe.bind(RE) as (callback: (...document: Named) => void) => number;
  RE.subscribe = ((callback: (...document: Named) => void) =>
    subscribe((...document) => {
      if (keeps(document)) callback(...document);
    })) as RunEngine['subscribe'];
  return RE;
}
