import { describe, expect, it } from 'vitest';

import { DocumentCollector } from '../../../tests/instruments/document-collector.js';
import { fakeDetector } from '../../../tests/instruments/fake-detector.js';
import type { AssetDocument, DataKeys, Readable, Readings } from '../../devices/index.js';
import { composeResource } from '../../documents/index.js';
import type { ComposedResource } from '../../documents/index.js';
import { closeRun, create, drop, openRun, read, triggerAndRead } from '../../plans/stubs.js';
import { Msg } from '../msg.js';
import type { Plan } from '../msg.js';
import type { DeclaredStream } from '../run-bundler.js';
import { RunEngine } from '../run-engine.js';

async function run(body: () => Plan<unknown>): Promise<DocumentCollector> {
  const RE = new RunEngine();
  const documents = new DocumentCollector();
  RE.subscribe(documents);
  function* plan(): Plan {
    yield* openRun();
    yield* body();
    yield* closeRun();
  }
  await RE(plan());
  return documents;
}

const declare = (devices: unknown[], kwargs: object = { name: 'primary' }): Msg =>
  new Msg('declare_stream', null, devices, { ...kwargs });

/** A camera that writes files, and reads where its pictures are. */
class Camera implements Readable {
  readonly name: string = 'cam';
  #resource: ComposedResource | undefined;
  #documents: AssetDocument[] = [];

  read(): Readings {
    if (!this.#resource) {
      this.#resource = composeResource({ spec: 'NPY', root: '/data', resource_path: 'cam', resource_kwargs: {} });
      this.#documents.push(['resource', this.#resource.resourceDoc]);
    }
    const datum = this.#resource.composeDatum({ index: 0 });
    this.#documents.push(['datum', datum]);
    return { cam: { value: datum.datum_id, timestamp: 1 } };
  }

  describe(): DataKeys {
    return { cam: { source: 'FAKE', dtype: 'array', shape: [2, 2], external: 'FILESTORE:' } };
  }

  collectAssetDocs(): AssetDocument[] {
    return this.#documents.splice(0);
  }
}

describe('values that lie in files', () => {
  it('are told of between descriptor and event', async () => {
    const camera = new Camera();
    const documents = await run(function* () {
      yield* triggerAndRead([camera]);
      yield* triggerAndRead([camera]);
    });
    expect(documents.names).toEqual(['start', 'descriptor', 'resource', 'datum', 'event', 'datum', 'event', 'stop']);
    expect(documents.of('resource')[0]?.run_start).toBe(documents.of('start')[0]?.uid);
    expect(documents.of('event').map(({ data, filled }) => [data.cam, filled])).toEqual(
      documents.of('datum').map(({ datum_id }) => [datum_id, { cam: false }]),
    );
  });

  it('keep their resource when its first event is dropped', async () => {
    const camera = new Camera();
    const documents = await run(function* () {
      yield* create();
      yield* read(camera);
      yield* drop();
      yield* triggerAndRead([camera]);
    });
    expect(documents.names).toEqual(['start', 'descriptor', 'resource', 'datum', 'event', 'stop']);
    expect(documents.of('datum')[0]?.resource).toBe(documents.of('resource')[0]?.uid);
  });

  it.each<[string, unknown, RegExp]>([
    ['of a kind that does not belong there', ['event', {}], /document 'event' for values that lie elsewhere/],
    ['that the schema refuses', ['datum', { datum_id: 'x' }], /datum/],
    [
      'of frames of an unknown resource',
      ['stream_datum', { stream_resource: 'none', uid: 'u', descriptor: '', indices: { start: 0, stop: 1 } }],
      /unknown stream_resource, none/,
    ],
    [
      'of a resource for a field that is not streamed',
      ['stream_resource', { uid: 'u', data_key: 'cam', mimetype: 'a/b', uri: 'file:///x', parameters: {} }],
      /stream_resource for 'cam', which is no field with external 'STREAM:'/,
    ],
  ])('refuses a document %s', async (_, asset, text) => {
    const camera = new Camera();
    camera.collectAssetDocs = () => [asset as AssetDocument];
    await expect(run(() => triggerAndRead([camera]))).rejects.toThrow(text);
  });
});

describe('declare_stream', () => {
  it('hands out the descriptor at once, and gives what composes events', async () => {
    const [a, b] = [fakeDetector({ name: 'a' }), fakeDetector({ name: 'b', late: true })];
    let declared: DeclaredStream | undefined;
    const documents = await run(function* () {
      declared = yield declare([a, b]);
      yield* triggerAndRead([b, a]);
    });
    expect(documents.names).toEqual(['start', 'descriptor', 'event', 'stop']);
    expect(documents.of('descriptor')[0]?.object_keys).toEqual({ a: ['a'], b: ['b'] });
    const [descriptor, composeEvent, devices] = declared as DeclaredStream;
    expect(descriptor.uid).toBe(documents.of('descriptor')[0]?.uid);
    expect(devices).toEqual([a, b]);
    expect(composeEvent({ data: { a: 1, b: 2 }, timestamps: { a: 0, b: 0 } }).seq_num).toBe(2);
  });

  it('fixes the devices of the stream', async () => {
    const failed = run(function* () {
      yield declare([fakeDetector({ name: 'a' })]);
      yield* triggerAndRead([fakeDetector({ name: 'b' })]);
    });
    await expect(failed).rejects.toThrow("Mismatched objects read in stream 'primary', expected a, got b.");
  });

  it.each<[string, Msg, RegExp]>([
    ['a name', declare([fakeDetector()], {}), /Msg\('declare_stream'\) needs the name of a stream/],
    [
      'devices that can be described',
      declare([{ name: 'x' }]),
      /^x cannot be used in 'declare_stream': .*describe\(\)/,
    ],
    [
      'devices that can be collected',
      declare([fakeDetector()], { name: 'p', collect: true }),
      /^fake cannot be used in 'declare_stream': .*describeCollect\(\)/,
    ],
  ])('needs %s', async (_, message, text) => {
    const failed = run(function* () {
      yield message;
    });
    await expect(failed).rejects.toThrow(text);
  });

  it('needs a run', async () => {
    await expect(new RunEngine()([declare([fakeDetector()])])).rejects.toThrow(
      "'declare_stream' must be preceded by 'open_run'",
    );
  });
});
