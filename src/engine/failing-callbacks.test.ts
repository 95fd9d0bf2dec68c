import { afterEach, describe, expect, it } from 'vitest';

import { caught } from '../../tests/instruments/caught.js';
import { consoleWarnings } from '../../tests/instruments/console-warnings.js';
import { DocumentCollector } from '../../tests/instruments/document-collector.js';
import { fakeDetector } from '../../tests/instruments/fake-detector.js';
import { CallbackBase } from '../callbacks/index.js';
import type { DocumentName, Named } from '../documents/index.js';
import { host, installHost } from '../host/index.js';
import { count } from '../plans/index.js';
import { CallbackError, RequestAbort, RunEngineInterrupted } from './errors.js';
import type { Plan } from './msg.js';
import { replay } from './replay.js';
import { RunEngine } from './run-engine.js';

const warnings = consoleWarnings();
const NO_INK = new RangeError('no ink');

/** A callback that fails on one kind of document, at its second event. */
const failingOn = (wanted: DocumentName, ...thrown: unknown[]) =>
  function save(...[name, doc]: Named): void {
    if (name === wanted && (name !== 'event' || doc.seq_num === 2)) throw thrown.length > 0 ? thrown[0] : NO_INK;
  };

const failingLater = (wanted: DocumentName, ...thrown: unknown[]) => {
  const save = failingOn(wanted, ...thrown);
  return async function saveLater(...document: Named): Promise<void> {
    await Promise.resolve();
    save(...document);
  };
};

/** Runs `count` with a callback between two that collect. */
async function runWith(callback: (...document: Named) => unknown): Promise<{
  error: CallbackError;
  before: DocumentCollector;
  after: DocumentCollector;
}> {
  const [before, after] = [new DocumentCollector(), new DocumentCollector()];
  const RE = new RunEngine();
  const error = await caught(RE(count([fakeDetector()], 3), [before, callback, after]));
  expect(RE.state).toBe('idle');
  return { error: error as CallbackError, before, after };
}

describe('a callback that fails', () => {
  it.each([
    ['at once', failingOn, 'save'],
    ['later', failingLater, 'saveLater'],
  ])('%s on an event fails the plan with its name, the document and the cause', async (_, fail, name) => {
    const { error, before, after } = await runWith(fail('event'));
    const uid = before.of('event')[1]?.uid.slice(0, 8);
    expect(error).toBeInstanceOf(CallbackError);
    expect(error.message).toBe(
      `The callback ${name} failed on the event document with seq_num 2 of the stream 'primary' (uid ${uid}): no ink`,
    );
    expect(error.cause).toBe(NO_INK);
    expect(before.names).toEqual(['start', 'descriptor', 'event', 'event', 'stop']);
    expect(after.names).toEqual(['start', 'descriptor', 'event', 'stop']);
    expect(before.of('stop')).toMatchObject([{ exit_status: 'fail', reason: 'no ink' }]);
  });

  it.each([
    ['start', ['start', 'stop'], ['stop'], /on the start document \(uid [\da-f]{8}\): no ink$/],
    [
      'descriptor',
      ['start', 'descriptor', 'stop'],
      ['start', 'stop'],
      /on the descriptor document of the stream 'primary' \(uid [\da-f]{8}\): no ink$/,
    ],
    [
      'stop',
      ['start', 'descriptor', 'event', 'event', 'event', 'stop'],
      ['start', 'descriptor', 'event', 'event', 'event'],
      /on the stop document of run [\da-f]{8} \(uid [\da-f]{8}\): no ink$/,
    ],
  ] as const)('on %s leaves the others what they were due', async (wanted, seenBefore, seenAfter, message) => {
    const { error, before, after } = await runWith(failingOn(wanted));
    expect(error.message).toMatch(message);
    expect(before.names).toEqual(seenBefore);
    expect(after.names).toEqual(seenAfter);
  });

  it.each([
    ['no ink', ': no ink', 'no ink'],
    ['', ": ''", ''],
    [undefined, ': undefined', 'undefined'],
    [null, ': null', 'null'],
    [{ code: 3 }, ': [object Object]', '[object Object]'],
    [Object.create(null), ': [object Object]', '[object Object]'],
    [new Error(''), ': Error', ''],
  ])('may throw anything: %#', async (thrown, words, reason) => {
    for (const fail of [failingOn, failingLater]) {
      const { error, before } = await runWith(fail('event', thrown));
      expect(error.message.endsWith(`)${words}`)).toBe(true);
      expect(error.cause).toBe(thrown);
      expect(before.of('stop')).toMatchObject([{ exit_status: 'fail', reason }]);
    }
  });

  it('is named by its class, or by the function that was bound', async () => {
    class Saver extends CallbackBase {
      override event(): void {
        throw NO_INK;
      }
    }
    const saver = new Saver();
    const named = async (callback: (...document: Named) => unknown): Promise<string> =>
      (await runWith(callback)).error.message;
    expect((await caught(new RunEngine()(count([fakeDetector()]), saver))).message).toMatch(/^The callback Saver /);
    expect(await named(saver.receive.bind(saver))).toMatch(/^The callback receive /);
    expect(await named((() => failingOn('event'))().bind(null))).toMatch(/^The callback save /);
    expect(
      await named(
        (
          () =>
          (...document: Named) =>
            failingOn('event')(...document)
        )(),
      ),
    ).toMatch(/^The callback \(anonymous function\) /);
  });

  it('shows the way through itself, not through the engine', async () => {
    const { error } = await runWith(failingOn('event'));
    expect(error.stack).toBe(`CallbackError: ${error.message}`);
    expect((await runWith(failingOn('event', 'text'))).error.stack).toMatch(/\n +at /);
  });

  it('can be caught by the plan, which then ends well', async () => {
    function* forgiving(): Plan<unknown> {
      try {
        return yield* count([fakeDetector()], 3);
      } catch (error) {
        return error;
      }
    }
    const RE = new RunEngine({}, { callReturnsResult: true });
    expect(await RE(forgiving(), failingOn('event'))).toMatchObject({
      exitStatus: 'success',
      planResult: { name: 'CallbackError', cause: NO_INK },
    });
  });

  it('may ask for the end of the run by throwing', async () => {
    const collector = new DocumentCollector();
    await new RunEngine()(count([fakeDetector()], 3), [collector, failingOn('event', new RequestAbort('too hot'))]);
    expect(collector.of('stop')).toMatchObject([{ exit_status: 'abort', reason: 'too hot' }]);
  });

  it('does not keep the engine from the next plan', async () => {
    const RE = new RunEngine();
    await caught(RE(count([fakeDetector()], 3), failingOn('event')));
    const collector = new DocumentCollector();
    await RE(count([fakeDetector()], 3), collector);
    expect(collector.of('stop')).toMatchObject([{ exit_status: 'success' }]);
  });

  it('is named in a replay too', async () => {
    const collector = new DocumentCollector();
    await new RunEngine()(count([fakeDetector()], 3), collector);
    const error = await caught(replay(collector.documents, { event: failingOn('event') }));
    expect(error.message).toMatch(/^The callback save failed on the event document with seq_num 2 /);
  });
});

describe('a callback that fails and was subscribed to', () => {
  const before = host();
  afterEach(() => installHost(before));

  it.each([
    ['warn', 4, /\): no ink\nData collection goes on/],
    ['drop', 2, /\): no ink\nIt is unsubscribed\.$/],
  ] as const)('%s says which and where, and the run goes on', async (onError, calls, told) => {
    const RE = new RunEngine();
    let called = 0;
    const save = (): void => {
      called += 1;
      if (called > 1) throw NO_INK;
    };
    RE.subscribe(save, 'event', { onError });
    await RE(count([fakeDetector()], 4));
    expect(called).toBe(calls);
    expect(warnings).toEqual([expect.stringMatching(told)]);
    expect(warnings[0]).toMatch(
      /^The callback save failed on the event document with seq_num 2 of the stream 'primary'/,
    );
  });

  it('says at which line of the user, where the host knows', async () => {
    installHost({ placeOf: (error) => (error === NO_INK ? 'cell 3, line 2' : undefined) });
    const RE = new RunEngine();
    RE.subscribe(failingOn('stop'), 'all', { onError: 'warn' });
    RE.subscribe(failingOn('start'));
    const error = await caught(RE(count([fakeDetector()])));
    expect(error.message).toMatch(/\): no ink \(cell 3, line 2\)$/);
    expect(warnings).toEqual([expect.stringMatching(/\): no ink \(cell 3, line 2\)\nData/)]);
  });

  it('is a request to abort, and errors are ignored: says so and goes on', async () => {
    const RE = new RunEngine();
    RE.ignoreCallbackExceptions = true;
    await RE(count([fakeDetector()], 3), failingOn('event', new RequestAbort('too hot')));
    expect(warnings).toEqual([expect.stringContaining('too hot')]);
  });
});

describe('RE.subscribe', () => {
  const RE = new RunEngine();
  const callback = (): void => {};

  it.each([
    [['evnt'], /^Cannot subscribe to 'evnt'\. Did you mean 'event'\? Subscribe to 'all' or to one of: start, stop,/],
    [['Stop'], /Did you mean 'stop'\?/],
    [['<img src=x>'], /^Cannot subscribe to '<img src=x>'\. Subscribe/],
    [[null], /^Cannot subscribe to null\. Subscribe/],
    [[3], /^Cannot subscribe to 3\. Subscribe/],
    [[['event']], /^Cannot subscribe to a list\. Subscribe/],
    [
      ['all', { onEror: 'warn' }],
      /^RE\.subscribe knows no option 'onEror'\. Did you mean 'onError'\? It knows onError\.$/,
    ],
    [['all', { onError: 'ignore' }], /^Cannot set onError to "ignore"\. Give 'raise', 'warn' or 'drop'\.$/],
    [['all', { onError: null }], /^Cannot set onError to null\./],
    [['all', 'warn'], /^The options of RE\.subscribe are "warn"\. Give an object such as \{ onError: 'warn' \}\.$/],
    [[callback], /^The callback comes first and the name second/],
  ])('refuses %j', (args, message) => {
    expect(() => (RE.subscribe as (...all: unknown[]) => number)(callback, ...args)).toThrow(message);
  });

  it('refuses a call the wrong way round, as older versions of bluesky had it', () => {
    expect(() => RE.subscribe('event' as never, callback as never)).toThrow(/^The callback comes first/);
  });

  it('adds nothing when it refuses, and ends nothing for a token that it does not know', async () => {
    const own = new RunEngine();
    expect(() => own.subscribe(failingOn('start'), 'evnt' as never)).toThrow();
    const collector = new DocumentCollector();
    own.subscribe(collector);
    expect(own.unsubscribe(99)).toBeUndefined();
    await own(count([fakeDetector()]));
    expect(collector.names).toEqual(['start', 'descriptor', 'event', 'stop']);
  });
});

describe('a callback that changes its document', () => {
  const spoil = ([name, doc]: Named): void => {
    if (name === 'start') Object.assign(doc, { uid: 'another' });
    if (name === 'descriptor') delete (doc.data_keys as Record<string, unknown>).fake;
    if (name === 'event') Object.assign(doc.data, { fake: 'spoilt', more: 1 });
    if (name === 'event') doc.seq_num = 99;
    if (name === 'stop') doc.exit_status = 'fail';
  };

  it('changes it for nobody else, neither callbacks nor the engine', async () => {
    const [before, after] = [new DocumentCollector(), new DocumentCollector()];
    const RE = new RunEngine();
    const [uid] = await RE(count([fakeDetector()], 2), [before, (...document) => spoil(document), after]);
    expect(after.documents).toEqual(before.documents);
    expect(after.of('start')[0]?.uid).toBe(uid);
    expect(after.of('descriptor')[0]?.run_start).toBe(uid);
    expect(after.of('event').map(({ data, seq_num }) => [data, seq_num])).toEqual([
      [{ fake: 1 }, 1],
      [{ fake: 2 }, 2],
    ]);
    expect(after.of('stop')).toMatchObject([{ exit_status: 'success', run_start: uid }]);
  });

  it('control: the documents compared are those that it would have spoilt', async () => {
    const collector = new DocumentCollector();
    await new RunEngine()(count([fakeDetector()], 2), collector);
    const pristine = structuredClone(collector.documents);
    collector.documents.forEach(spoil);
    expect(collector.documents).not.toEqual(pristine);
  });

  it('leaves a recording as it was', async () => {
    const collector = new DocumentCollector();
    await new RunEngine()(count([fakeDetector()], 2), collector);
    const pristine = structuredClone(collector.documents);
    await replay(collector.documents, (...document) => spoil(document));
    expect(collector.documents).toEqual(pristine);
  });
});

it('RunEngineInterrupted of another engine in a callback is an error of that callback', async () => {
  const { error } = await runWith(failingOn('event', new RunEngineInterrupted('paused elsewhere')));
  expect(error.message).toMatch(/^The callback save .*: paused elsewhere$/);
});
