import { describe, expect, it } from 'vitest';

import { DocumentCollector } from '../../../tests/instruments/document-collector.js';
import { fakeDetector } from '../../../tests/instruments/fake-detector.js';
import type { DataKeys, Readings } from '../../devices/index.js';
import { SynAxis } from '../../devices/sim/index.js';
import { closeRun, create, openRun, triggerAndRead } from '../../plans/stubs.js';
import { DeviceError, IllegalMessageSequence } from '../errors.js';
import { Msg } from '../msg.js';
import type { Plan } from '../msg.js';
import { RunEngine } from '../run-engine.js';
import type { RunEngineResult } from '../run-engine-options.js';

/** A detector with one setting. */
class Gained {
  readonly name: string;
  gain = 1;

  constructor(name = 'gained') {
    this.name = name;
  }

  read = (): Readings => ({ [this.name]: { value: this.gain, timestamp: 1 } });
  describe = (): DataKeys => ({ [this.name]: { source: 'FAKE', dtype: 'number', shape: [] } });
  readConfiguration = (): Readings => ({ [`${this.name}_gain`]: { value: this.gain, timestamp: this.gain } });
  describeConfiguration = (): DataKeys => ({ [`${this.name}_gain`]: { source: 'FAKE', dtype: 'number', shape: [] } });

  configure({ gain }: { gain: number }): [Readings, Readings] {
    const old = this.readConfiguration();
    this.gain = gain;
    return [old, this.readConfiguration()];
  }
}

async function result(plan: Plan<unknown>): Promise<{ value: unknown; documents: DocumentCollector }> {
  const RE = new RunEngine({}, { callReturnsResult: true });
  const documents = new DocumentCollector();
  RE.subscribe(documents);
  const { planResult } = (await RE(plan)) as unknown as RunEngineResult;
  return { value: planResult, documents };
}

const configure = (device: unknown, gain: number): Msg => new Msg('configure', device, [{ gain }]);

describe('configure', () => {
  it('gives the settings before and after', async () => {
    function* plan(): Plan<unknown> {
      return yield configure(new Gained(), 3);
    }
    const reading = (value: number): Readings => ({ gained_gain: { value, timestamp: value } });
    expect((await result(plan())).value).toEqual([reading(1), reading(3)]);
  });

  it('hands out new descriptors at once, of all streams that hold the device; numbers go on', async () => {
    const [device, other] = [new Gained(), fakeDetector({ name: 'other' })];
    function* plan(): Plan {
      yield* openRun();
      yield* triggerAndRead([device, other], 'both');
      yield* triggerAndRead([other], 'without');
      yield* triggerAndRead([device], 'alone');
      yield configure(device, 2);
      yield* triggerAndRead([device, other], 'both');
      yield* triggerAndRead([device], 'alone');
      yield* closeRun();
    }
    const { documents } = await result(plan());
    const descriptors = documents.of('descriptor');
    expect(descriptors.map(({ name, configuration }) => [name, configuration?.gained?.data])).toEqual([
      ['both', { gained_gain: 1 }],
      ['without', undefined],
      ['alone', { gained_gain: 1 }],
      ['both', { gained_gain: 2 }],
      ['alone', { gained_gain: 2 }],
    ]);
    expect(documents.names.slice(7, 9)).toEqual(['descriptor', 'descriptor']);
    expect(documents.seqNums).toEqual([1, 1, 1, 2, 2]);
    expect(
      documents.of('event').map(({ descriptor }) => descriptors.findIndex(({ uid }) => uid === descriptor)),
    ).toEqual([0, 1, 2, 3, 4]);
  });

  it('counts for what was read before but never saved', async () => {
    const device = new Gained();
    function* plan(): Plan {
      yield* openRun();
      yield* create();
      yield new Msg('read', device);
      yield new Msg('drop');
      yield configure(device, 5);
      yield* triggerAndRead([device]);
      yield* closeRun();
    }
    const { documents } = await result(plan());
    expect(documents.of('descriptor').map(({ configuration }) => configuration?.gained?.data)).toEqual([
      { gained_gain: 5 },
    ]);
  });

  it('is refused while an event is begun, and of a device without it', async () => {
    function* inBundle(): Plan {
      yield* openRun();
      yield* create();
      yield configure(new Gained(), 1);
    }
    await expect(result(inBundle())).rejects.toThrow(IllegalMessageSequence);
    const stubborn = { name: 'stubborn', configure: () => 3 };
    await expect(new RunEngine()([configure(stubborn, 1)])).rejects.toThrow(
      'configure() of stubborn returned 3; it must return [old, new].',
    );
    await expect(new RunEngine()([configure({ name: 'x' }, 1)])).rejects.toThrow(DeviceError);
  });
});

describe('locate', () => {
  const [a, b] = [new SynAxis({ name: 'a', value: 1 }), new SynAxis({ name: 'b', value: 2 })];
  const at = (position: number): object => ({ setpoint: position, readback: position });

  it.each([
    ['one device', new Msg('locate', a), at(1)],
    ['one device as a list', new Msg('locate', a, [], { squeeze: false }), [at(1)]],
    ['several', new Msg('locate', a, [b]), [at(1), at(2)]],
    ['what answers later', new Msg('locate', { name: 'c', locate: () => Promise.resolve(at(3)) }), at(3)],
  ])('gives where %s is', async (_, message, expected) => {
    function* plan(): Plan<unknown> {
      return yield message;
    }
    expect((await result(plan())).value).toEqual(expected);
  });

  it('names the device that cannot say', async () => {
    await expect(new RunEngine()([new Msg('locate', a, [{ name: 'x' }])])).rejects.toThrow(
      "x cannot be used in 'locate': it has no method locate().",
    );
  });
});
