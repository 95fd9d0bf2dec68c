import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

import { ndArray } from '../../documents/index.js';
import { runPython } from '../../../tests/instruments/python.js';
import { SynPeriodicSignal, SynSignal, SynSignalRO, SynSignalWithRegistry } from './index.js';

describe('SynSignal', () => {
  it('measures when it is triggered, and takes its time', async () => {
    let next = 0;
    const signal = new SynSignal({ name: 's', func: () => next++, exposureTime: 0.01 });
    const status = signal.trigger();
    expect([status.done, signal.value]).toEqual([false, 0]);
    await status.wait();
    expect(signal.value).toBe(1);
  });

  it('fails with what its function throws', async () => {
    const signal = new SynSignal({ name: 's' });
    signal.simSetFunc(() => {
      throw new Error('no counter');
    });
    await expect(signal.trigger().wait()).rejects.toThrow('no counter');
  });

  it('read only, cannot be set', () => {
    const signal = new SynSignalRO({ name: 's', func: () => 3 });
    expect(() => signal.set(4)).toThrow('s can only be read; it cannot be set to 4.');
    signal.trigger();
    expect(signal.value).toBe(3);
  });
});

describe('SynPeriodicSignal', () => {
  it('changes by itself while somebody is subscribed', async () => {
    const make = (): SynPeriodicSignal =>
      new SynPeriodicSignal({ name: 'r', updatePeriod: 0.002, periodJitter: 0.0005, seed: 3 });
    const [signal, same] = [make(), make()];
    const seen: number[] = [];
    const again: number[] = [];
    const ends = [
      signal.subscribe((_, { value }) => seen.push(value)),
      same.subscribe((_, { value }) => again.push(value)),
    ];
    await vi.waitFor(() => expect(Math.min(seen.length, again.length)).toBeGreaterThan(2));
    for (const end of ends) end();
    const count = seen.length;
    await new Promise((resolve) => setTimeout(resolve, 15));
    expect(seen).toHaveLength(count);
    expect(seen.slice(0, 3)).toEqual(again.slice(0, 3));
    signal.startSimulation();
    const before = signal.value;
    await vi.waitFor(() => expect(signal.value).not.toBe(before));
    signal.stopSimulation();
  });
});

describe('SynSignalWithRegistry', () => {
  it('writes files that numpy reads, and says where they lie', async () => {
    const savePath = join(mkdtempSync(join(tmpdir(), 'img-')), 'deeper');
    const picture = ndArray(new Uint16Array([1, 2, 3, 4, 5, 60000]), [2, 3]);
    const camera = new SynSignalWithRegistry({ name: 'camera', func: () => picture, savePath });
    await camera.stage();
    await camera.trigger().wait();
    const [resource, datum] = camera.collectAssetDocs().map(([, doc]) => doc as Record<string, unknown>);
    const { root, resource_path: stem, uid } = resource as Record<string, string>;
    expect(datum).toEqual({ resource: uid, datum_kwargs: { index: 0 }, datum_id: `${uid}/0` });
    expect(camera.read()).toMatchObject({ camera: { value: `${uid}/0` } });
    expect(readdirSync(savePath)).toEqual([`${stem}_0.npy`]);
    const program = `import numpy; a = numpy.load(${JSON.stringify(join(root as string, `${stem}_0.npy`))}); print(a.dtype, a.tolist())`;
    expect((await runPython(['-c', program], '')).output.trim()).toBe('uint16 [[1, 2, 3], [4, 5, 60000]]');
    camera.unstage();
    expect(() => camera.trigger()).toThrow('camera must be staged before it is triggered');
  });
});
