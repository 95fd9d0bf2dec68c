import { describe, expect, it } from 'vitest';

import { consoleWarnings } from '../../tests/instruments/console-warnings.js';
import { fakeDetector } from '../../tests/instruments/fake-detector.js';
import { eventDoc, startDoc } from '../../tests/instruments/runs.js';
import { RunEngine } from '../engine/index.js';
import { count } from '../plans/index.js';
import { SafeCallback } from './safe-callback.js';

const warnings = consoleWarnings();

class Blotting extends SafeCallback {
  override event(): void {
    throw new Error('no ink');
  }
}

class BlottingLater extends SafeCallback {
  override async event(): Promise<void> {
    await Promise.resolve();
    throw new Error('no ink');
  }
}

describe('SafeCallback', () => {
  it('tells an error once a run and goes on', () => {
    const callback = new Blotting();
    for (let run = 0; run < 2; run++) {
      callback.receive('start', startDoc());
      for (let i = 1; i < 4; i++) callback.receive('event', eventDoc('d', i, {}));
    }
    const told = /^The callback Blotting failed on the event document with seq_num 1 .*: no ink$/;
    expect(warnings).toEqual(Array(2).fill(expect.stringMatching(told)));
  });

  it('survives what is no document', () => {
    const callback = new Blotting();
    for (const name of ['descriptor', 'event', 'stop'] as const) callback.receive(name, undefined as never);
    expect(warnings).toHaveLength(3);
  });

  it('raises on request', () => {
    const callback = new Blotting();
    callback.onError = 'raise';
    expect(() => callback.receive('event', eventDoc('d', 1, {}))).toThrow('no ink');
  });

  it.each([Blotting, BlottingLater])('never ends a plan (%o)', async (Class) => {
    await new RunEngine()(count([fakeDetector()], 3), new Class());
    expect(warnings).toHaveLength(1);
  });

  it('ends a plan if it is to raise', async () => {
    const callback = new BlottingLater();
    callback.onError = 'raise';
    await expect(new RunEngine()(count([fakeDetector()], 3), callback)).rejects.toThrow('no ink');
  });
});
