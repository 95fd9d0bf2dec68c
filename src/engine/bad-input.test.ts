import { describe, expect, it } from 'vitest';

import { caught } from '../../tests/instruments/caught.js';
import { DocumentCollector } from '../../tests/instruments/document-collector.js';
import { fakeDetector } from '../../tests/instruments/fake-detector.js';
import type { Readable } from '../devices/index.js';
import { SynAxis } from '../devices/sim/index.js';
import { EventModelError, EventModelValidationError } from '../documents/index.js';
import { count } from '../plans/index.js';
import {
  DeviceError,
  FailedStatus,
  IllegalMessageSequence,
  InvalidCommand,
  InvalidMessage,
  InvalidPlan,
  MetadataError,
  SubscriptionError,
  WaitForTimeoutError,
} from './errors.js';
import { Msg } from './msg.js';
import type { Plan } from './msg.js';
import { RunEngine } from './run-engine.js';

type ErrorClass = new (...args: never[]) => Error;

/** What a plan does wrong inside a run, the error that it gets, and what that says. */
type Case = readonly [what: string, wrong: readonly unknown[], kind: ErrorClass, text: RegExp];

const msg = (command: string, obj: unknown = null, ...args: unknown[]): Msg => new Msg(command, obj, args);
const create = new Msg('create', null, [], { name: 'primary' });
const point = (...devices: unknown[]): Msg[] => [create, ...devices.map((device) => msg('read', device)), msg('save')];

const det = fakeDetector({ name: 'det' });
const other = fakeDetector({ name: 'other' });
const failing = { name: 'shutter', set: () => Promise.reject(new Error('stuck')) };
const group = (name: string, kwargs: object = {}): Msg => new Msg('wait', null, [], { group: name, ...kwargs });

/** A detector whose reading or description is not what it should be. */
function spoiled(changes: object): Readable {
  return { ...fakeDetector({ name: 'bad' }), ...changes } as Readable;
}

const field = (name: string, more: object = {}): object => ({
  read: () => ({ [name]: { value: 1, timestamp: 1 } }),
  describe: () => ({ [name]: { source: 'FAKE', dtype: 'number', shape: [], ...more } }),
});

const CASES: readonly Case[] = [
  ['a second create', [create, create], IllegalMessageSequence, /^A second 'create' message is not allowed/],
  ['a save without create', [msg('save')], IllegalMessageSequence, /can be saved with 'save'/],
  ['a drop without create', [msg('drop')], IllegalMessageSequence, /can be dropped with 'drop'/],
  [
    'a checkpoint in an event',
    [create, msg('checkpoint')],
    IllegalMessageSequence,
    /^Cannot 'checkpoint' after 'create'/,
  ],
  ['a configure in an event', [create, msg('configure', det, {})], IllegalMessageSequence, /^Cannot configure after/],
  ['a run in a run', [msg('open_run')], IllegalMessageSequence, /^A 'close_run' message was not received before/],
  ['an event without a stream', [msg('create')], InvalidMessage, /needs the name of a stream/],
  [
    'a status that there is not',
    [new Msg('close_run', null, [], { exit_status: 'good' })],
    EventModelValidationError,
    /good/,
  ],
  ['a command that there is not', [msg('tirgger', det)], InvalidCommand, /'tirgger'.*trigger/],
  ['other devices than before', [...point(det), ...point(det, other)], EventModelError, /expected det, got det, other/],
  [
    'fewer devices than before',
    [...point(det, other), ...point(other)],
    EventModelError,
    /expected det, other, got other/,
  ],
  ['a device twice', point(det, det), EventModelError, /The colliding keys are det\.$/],
  ['two devices with one field', point(det, fakeDetector({ name: 'det' })), EventModelError, /colliding keys are det/],
  ['a field with a dot', point(spoiled(field('a.b'))), EventModelValidationError, /a\.b/],
  ['a field with a slash', point(spoiled(field('a/b'))), EventModelValidationError, /a\/b/],
  [
    'a dtype that there is not',
    point(spoiled(field('x', { dtype: 'float' }))),
    EventModelError,
    /bad gives the field 'x' the dtype 'float'/,
  ],
  [
    'a description without source',
    point(spoiled(field('x', { source: 3 }))),
    EventModelError,
    /describe\(\) of bad must give/,
  ],
  ['a reading of nothing', point(spoiled({ read: () => null })), DeviceError, /^read\(\) of bad returned null/],
  [
    'a reading without time',
    point(spoiled({ read: () => ({ bad: { value: 1 } }) })),
    DeviceError,
    /for each field, but 'bad' is/,
  ],
  ['a reading that is not described', point(spoiled({ read: () => ({}) })), EventModelValidationError, /lacks bad/],
  ['a read that throws', point(spoiled({ read: () => { throw new RangeError('offline'); } })), RangeError, /^offline$/], // prettier-ignore
  ['a describe that fails', point(spoiled({ describe: () => Promise.reject(new Error('no')) })), Error, /^no$/],
  ['a device that cannot be read', [msg('read', { name: 'x' })], DeviceError, /^x cannot be used in 'read'/],
  ['a device that cannot be described', point({ ...det, describe: 1 }), DeviceError, /it has no method describe\(\)/],
  ...['set', 'trigger', 'prepare', 'kickoff', 'complete', 'stop', 'locate', 'configure'].map((command): Case => [
    `a device without ${command}`,
    [msg(command, { name: 'x' }, 1)],
    DeviceError,
    new RegExp(`^x cannot be used in '${command}': it has no method ${command}\\(\\)\\.$`),
  ]),
  ['no device', [msg('set', null, 1)], DeviceError, /^null cannot be used in 'set'/],
  [
    'a set without a status',
    [msg('set', { name: 'x', set: () => 3 }, 1)],
    DeviceError,
    /^set\(\) of x returned 3; it must/,
  ],
  [
    'a move that is no number',
    [msg('set', new SynAxis({ name: 'motor' }), NaN)],
    TypeError,
    /^motor\.set\(\) needs a finite number/,
  ],
  [
    'a move that fails',
    [new Msg('set', failing, [1], { group: 'a' }), group('a')],
    FailedStatus,
    /^set shutter failed: stuck$/,
  ],
  [
    'a move that takes too long',
    [new Msg('set', new SynAxis({ name: 'slow', delay: 60 }), [1], { group: 'b' }), group('b', { timeout: 0.001 })],
    WaitForTimeoutError,
    /^Waited 0\.001 s for group 'b'\. Not done: set slow\.$/,
  ],
  ['a sleep into the past', [msg('sleep', null, -1)], InvalidMessage, /^Cannot sleep for -1 seconds/],
  ['a callback that is none', [msg('subscribe', null, 3)], SubscriptionError, /is 3, which is no callback/],
  ['a document that there is not', [msg('subscribe', null, () => 1, 'evnt')], SubscriptionError, /'evnt'/],
  ['a number for a message', [3], InvalidPlan, /^The plan yielded 3, which is not a Msg/],
  ['nothing for a message', [undefined], InvalidPlan, /^The plan yielded undefined/],
  ['a plan for a message', [count([det])], InvalidPlan, /Write yield\* to run a plan inside a plan/],
];

/** An engine that is known to work: it takes a point. */
async function expectUsable(RE: RunEngine): Promise<void> {
  const documents = new DocumentCollector();
  const token = RE.subscribe(documents);
  await RE(count([det]));
  expect(documents.names).toEqual(['start', 'descriptor', 'event', 'stop']);
  RE.unsubscribe(token);
}

describe('what a plan does wrong in a run ends it with the reason, and leaves the engine usable', () => {
  it.each(CASES)('%s', async (_, wrong, kind, text) => {
    const RE = new RunEngine();
    const documents = new DocumentCollector();
    RE.subscribe(documents);
    function* plan(): Plan {
      yield msg('open_run');
      for (const each of wrong) yield each as Msg;
      throw new Error('The plan went on.');
    }
    const error = await caught(RE(plan()));
    expect(error).toBeInstanceOf(kind);
    expect(error.message).toMatch(text);
    expect(documents.of('start')).toHaveLength(1);
    expect(documents.of('stop')).toEqual([expect.objectContaining({ exit_status: 'fail', reason: error.message })]);
    expect(RE.state).toBe('idle');
    await expectUsable(RE);
  });

  it.each(CASES)('%s can be caught, and the plan goes on', async (_, wrong) => {
    const RE = new RunEngine();
    const documents = new DocumentCollector();
    RE.subscribe(documents);
    function* plan(): Plan {
      yield msg('open_run');
      try {
        for (const each of wrong) yield each as Msg;
      } catch {
        yield msg('null');
      }
      yield msg('close_run');
    }
    await RE(plan());
    expect(documents.of('stop')).toEqual([expect.objectContaining({ exit_status: 'success' })]);
  });
});

describe('without a run', () => {
  it.each(['create', 'save', 'drop', 'close_run', 'monitor', 'unmonitor', 'kickoff', 'collect', 'declare_stream'])(
    '%s is refused',
    async (command) => {
      const RE = new RunEngine();
      await expect(RE([msg(command)])).rejects.toThrow(IllegalMessageSequence);
      await expectUsable(RE);
    },
  );
});

describe('a scan_id from which none can be counted', () => {
  it('opens no run, is kept, and says what to do', async () => {
    const RE = new RunEngine({ scan_id: '7' });
    const documents = new DocumentCollector();
    RE.subscribe(documents);
    const error = await caught(RE(count([det])));
    expect(error).toBeInstanceOf(MetadataError);
    expect(error.message).toMatch(/^RE\.md\.scan_id is "7".*RE\.md\.scan_id = 7\.$/);
    expect(documents.names).toEqual([]);
    expect(RE.md.scan_id).toBe('7');
    RE.md.scan_id = 7;
    await RE(count([det]));
    expect(documents.of('start')).toEqual([expect.objectContaining({ scan_id: 8 })]);
  });
});

describe('metadata that no document may hold open no run', () => {
  it.each<[string, Record<string, unknown>, ErrorClass, RegExp]>([
    ['a key with a dot', { 'a.b': 1 }, EventModelValidationError, /a\.b/],
    ['a key with a dot, deep inside', { a: { b: { 'c.d': 1 } } }, EventModelValidationError, /c\.d/],
    ['a uid', { uid: 'mine' }, MetadataError, /'uid'/],
    ['a time', { time: 3 }, MetadataError, /'time'/],
    ['a list as sample', { sample: [1] }, MetadataError, /sample/],
    ['a number as owner', { owner: 3 }, EventModelValidationError, /owner/],
  ])('%s', async (_, md, kind, text) => {
    for (const given of ['RE.md', 'call', 'open_run']) {
      const RE = new RunEngine(given === 'RE.md' ? { ...md } : {});
      const documents = new DocumentCollector();
      RE.subscribe(documents);
      const message = new Msg('open_run', null, [], given === 'open_run' ? md : {});
      const error = await caught(RE([message], undefined, given === 'call' ? md : {}));
      expect(error).toBeInstanceOf(kind);
      expect(error.message).toMatch(text);
      expect(documents.names).toEqual([]);
      for (const key of Object.keys(md)) delete RE.md[key];
      await expectUsable(RE);
    }
  });
});
