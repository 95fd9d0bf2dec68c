import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeTicker } from '../../tests/instruments/fake-ticker.js';
import { headerOf, RecordedPublishing } from '../../tests/instruments/recorded-publishing.js';
import type { SteerableEngine } from '../host/index.js';
import { EngineDirectory } from './engine-directory.js';
import { Interrupter } from './interrupt.js';
import { Attribution } from './origin.js';
import type { Origin } from './origin.js';
import { Outputs } from './outputs.js';

const cell: Origin = { header: headerOf('cell-1'), cell: '1' };
const notice = Object.assign(new Error('Paused.'), { [Symbol.for('livesky.notice')]: true });

class FakeEngine implements SteerableEngine {
  state = 'running';
  requestPause = vi.fn();
  resume = vi.fn(() => Promise.resolve());
  stop = vi.fn(() => Promise.resolve());
  abort = vi.fn(() => Promise.resolve());
  halt = vi.fn(() => Promise.resolve());
}

let attribution: Attribution;
let engine: FakeEngine;
let directory: EngineDirectory;
let reported: [Origin, unknown][];
beforeEach(() => {
  attribution = new Attribution();
  reported = [];
  directory = new EngineDirectory(attribution, (origin, error) => reported.push([origin, error]));
  engine = new FakeEngine();
  attribution.within(cell, () => directory.callBegan(engine));
  directory.runOpened(engine, 'run-1');
});

describe('buttons', () => {
  test('the first pause waits for a checkpoint, the second does not', async () => {
    await directory.command('run-1', 'pause');
    await directory.command('run-1', 'pause');
    expect(engine.requestPause.mock.calls).toEqual([[{ defer: true }], [{ defer: false }]]);
    directory.stateChanged(engine, (engine.state = 'paused'));
    directory.stateChanged(engine, (engine.state = 'running'));
    await directory.command('run-1', 'pause');
    expect(engine.requestPause).toHaveBeenLastCalledWith({ defer: true });
  });

  test('resume does not wait for the plan, and runs for the cell that began it', async () => {
    engine.state = 'paused';
    let during: Origin | undefined;
    engine.resume.mockImplementation(() => {
      during = attribution.current();
      return new Promise(() => {});
    });
    await attribution.within({ header: headerOf('button') }, () => directory.command('run-1', 'resume'));
    expect(during).toBe(cell);
  });

  test('late notices are ignored, late errors told in the cell', async () => {
    engine.state = 'paused';
    engine.resume.mockRejectedValueOnce(notice);
    await directory.command('run-1', 'resume');
    engine.abort.mockRejectedValueOnce(new Error('broken'));
    await directory.command('run-1', 'abort');
    await new Promise(setImmediate);
    expect(reported).toEqual([[cell, new Error('broken')]]);
  });

  test('what cannot be done is said', async () => {
    await expect(directory.command('run-1', 'resume')).rejects.toThrow(
      'Cannot resume: the engine is running, not paused.',
    );
    engine.state = 'paused';
    await expect(directory.command('run-1', 'pause')).rejects.toThrow(
      'Cannot pause: the engine is paused, not running.',
    );
    engine.halt.mockImplementationOnce(() => {
      throw new Error('not now');
    });
    await expect(directory.command('run-1', 'halt')).rejects.toThrow('not now');
    directory.runClosed(engine, 'run-1');
    await expect(directory.command('run-1', 'stop')).rejects.toThrow('Cannot stop: this run has ended.');
  });
});

test('states are known while the run is open, and listeners told of changes', () => {
  const changes: [string, string | undefined][] = [];
  directory.onChange((run) => changes.push([run, directory.stateOf(run)]));
  directory.stateChanged(engine, (engine.state = 'paused'));
  directory.runClosed(engine, 'run-1');
  expect(changes).toEqual([
    ['run-1', 'paused'],
    ['run-1', undefined],
  ]);
});

describe('the interrupt key', () => {
  let time: number;
  let running: Origin | undefined;
  let recorded: RecordedPublishing;
  let outputs: Outputs;
  let interrupter: Interrupter;
  const interrupt = vi.fn();
  beforeEach(() => {
    time = 0;
    running = cell;
    interrupt.mockReset();
    recorded = new RecordedPublishing();
    outputs = new Outputs(recorded, new FakeTicker());
    const cells = {
      get running() {
        return running;
      },
      interrupt,
    };
    interrupter = new Interrupter(cells, directory, outputs, () => time);
  });

  test('pauses the engine of the running cell, now when pressed again within 10 s', async () => {
    interrupter.press();
    time = 9_000;
    interrupter.press();
    expect(engine.requestPause.mock.calls).toEqual([[{ defer: true }], [{ defer: false }]]);
    await outputs.drain();
    expect(recorded.published[0]).toMatchObject({ parent: cell.header });
    expect(recorded.published[0]?.content.text).toContain(
      'Pausing at the next checkpoint. Interrupt again to pause now.',
    );
    expect(interrupt).not.toHaveBeenCalled();
  });

  test('a press after more than 10 s is a first one', () => {
    interrupter.press();
    time = 11_000;
    interrupter.press();
    expect(engine.requestPause).toHaveBeenLastCalledWith({ defer: true });
  });

  test('ends a cell that drives no engine and leaves the engines of others alone', () => {
    running = { header: headerOf('cell-2'), cell: '2' };
    interrupter.press();
    expect(interrupt).toHaveBeenCalledOnce();
    expect(engine.requestPause).not.toHaveBeenCalled();
  });

  test('with no cell pauses what runs in the background, and tells its cell', async () => {
    running = undefined;
    interrupter.press();
    expect(engine.requestPause).toHaveBeenCalledWith({ defer: true });
    await outputs.drain();
    expect(recorded.published[0]?.parent).toBe(cell.header);
    directory.callEnded(engine);
    interrupter.press();
    expect(engine.requestPause).toHaveBeenCalledOnce();
  });
});
