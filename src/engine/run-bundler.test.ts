import { describe, expect, it } from 'vitest';

import { DocumentCollector } from '../../tests/instruments/document-collector.js';
import { fakeDetector } from '../../tests/instruments/fake-detector.js';
import type { Readable, Readings } from '../devices/index.js';
import type { Named } from '../documents/index.js';
import { EventModelError, EventModelValidationError } from '../documents/index.js';
import { IllegalMessageSequence } from './errors.js';
import { RunBundler } from './run-bundler.js';

function bench(): { run: RunBundler; documents: DocumentCollector } {
  const documents = new DocumentCollector();
  const run = new RunBundler(
    { sample: 'LaB6' },
    { documents: { emit: (...document) => documents.receive(...(document as unknown as Named)) } },
  );
  void run.open();
  return { run, documents };
}

async function take(run: RunBundler, devices: readonly Readable[], stream = 'primary'): Promise<void> {
  run.create(stream);
  for (const device of devices) await run.add(device, (await device.read()) as Readings);
  await run.save();
}

describe('RunBundler', () => {
  it('describes a stream once, with its devices', async () => {
    const { run, documents } = bench();
    const hinted = { ...fakeDetector({ name: 'a' }), hints: { fields: ['a'] } };
    const plain = fakeDetector({ name: 'b' });
    for (let i = 0; i < 2; i++) await take(run, [hinted, plain]);
    await run.close('success', '');
    expect(documents.names).toEqual(['start', 'descriptor', 'event', 'event', 'stop']);
    expect(documents.of('descriptor')[0]).toMatchObject({
      run_start: run.start.uid,
      name: 'primary',
      object_keys: { a: ['a'], b: ['b'] },
      hints: { a: { fields: ['a'] } },
      data_keys: { a: { object_name: 'a' }, b: { object_name: 'b' } },
      configuration: { a: { data: {}, timestamps: {}, data_keys: {} } },
    });
    expect(documents.of('stop')[0]?.num_events).toEqual({ primary: 2 });
  });

  it('asks a device for its description once a stream', async () => {
    const { run } = bench();
    let asked = 0;
    const device = fakeDetector();
    const counted = { ...device, describe: () => ((asked += 1), device.describe()) };
    for (let i = 0; i < 3; i++) await take(run, [counted]);
    expect(asked).toBe(1);
  });

  it('numbers each stream on its own', async () => {
    const { run, documents } = bench();
    const device = fakeDetector();
    for (const stream of ['primary', 'dark', 'primary']) await take(run, [device], stream);
    expect(documents.seqNums).toEqual([1, 1, 2]);
  });

  it('says of values that lie elsewhere that they are not here', async () => {
    const { run, documents } = bench();
    const camera = {
      ...fakeDetector({ name: 'image', value: () => 'datum/0' }),
      describe: () => ({ image: { source: 'CAM', dtype: 'array', shape: [2, 2], external: 'FILESTORE:' } }),
    };
    await take(run, [camera, fakeDetector()]);
    expect(documents.of('event')[0]?.filled).toEqual({ image: false });
  });

  it('refuses fields with a dot', async () => {
    const taken = take(bench().run, [fakeDetector({ name: 'stage.x' })]);
    await expect(taken).rejects.toThrow(EventModelValidationError);
    await expect(taken).rejects.toThrow("it has the key 'stage.x'; keys must not contain a dot or a slash.");
  });

  it('refuses metadata that no document may hold', () => {
    const open = (): RunBundler => new RunBundler({ sample: { 'a/b': 1 } }, { documents: { emit: () => undefined } });
    expect(open).toThrow(EventModelValidationError);
    expect(open).toThrow("The start document is not valid at sample: it has the key 'a/b'");
  });

  it('refuses a reading whose fields are not those that were described', async () => {
    const { run, documents } = bench();
    const honest = fakeDetector({ name: 'a' });
    const readings: Readings[] = [{ a: { value: 1, timestamp: 1 } }, { b: { value: 1, timestamp: 1 } }];
    const device = { ...honest, read: () => readings.shift() as Readings };
    await take(run, [device]);
    await expect(take(run, [device])).rejects.toThrow(
      "at data: it lacks a and has b, which its descriptor does not name: the keys must be those of the stream 'primary'.",
    );
    expect(documents.seqNums).toEqual([1]);
  });

  it('refuses an end that no stop document may have, and can still end', async () => {
    const { run, documents } = bench();
    expect(() => run.close('done' as never, '')).toThrow('it must be one of success, abort, fail, but is done.');
    await run.close('fail', 'enough');
    expect(documents.of('stop')).toMatchObject([{ exit_status: 'fail', reason: 'enough', num_events: {} }]);
  });

  it('refuses two devices with one field', async () => {
    await expect(take(bench().run, [fakeDetector(), fakeDetector()])).rejects.toThrow(EventModelError);
  });

  it('refuses other devices in a stream than before, and forgets that event', async () => {
    const { run, documents } = bench();
    const [a, b] = [fakeDetector({ name: 'a' }), fakeDetector({ name: 'b' })];
    await take(run, [a]);
    await expect(take(run, [b])).rejects.toThrow("Mismatched objects read in stream 'primary', expected a, got b.");
    await expect(take(run, [a, b])).rejects.toThrow('got a, b.');
    await take(run, [a]);
    expect(documents.seqNums).toEqual([1, 2]);
  });

  it('makes no event of nothing', async () => {
    const { run, documents } = bench();
    await take(run, []);
    expect([documents.names, run.bundling]).toEqual([['start'], false]);
  });

  it('wants messages in an order that makes sense', async () => {
    const { run } = bench();
    expect(() => run.save()).toThrow(IllegalMessageSequence);
    expect(() => run.drop()).toThrow("can be dropped with 'drop'");
    run.create('primary');
    expect(() => run.create('primary')).toThrow("A second 'create' message is not allowed");
    run.drop();
    expect(() => run.create(undefined)).toThrow('needs the name of a stream');
    await run.close('success', '');
    expect(() => run.close('success', '')).toThrow(IllegalMessageSequence);
  });

  it('goes back to the numbers of its last checkpoint', async () => {
    const { run, documents } = bench();
    const [a, b] = [fakeDetector({ name: 'a' }), fakeDetector({ name: 'b' })];
    await take(run, [a]);
    run.checkpoint();
    await take(run, [a]);
    await take(run, [b], 'late');
    run.rewind();
    await take(run, [a]);
    await take(run, [b], 'late');
    expect(documents.seqNums).toEqual([1, 2, 1, 2, 1]);
  });
});
