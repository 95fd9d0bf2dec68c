import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { KernelClient } from '../../tests/instruments/kernel-client.js';

let folder: string;
let kernel: KernelClient;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'last-plans-'));
  kernel = await KernelClient.start(folder);
}, 30_000);
afterEach(() => {
  kernel.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A motor on a long way, and a plan that moves it in a run; both write down what happens to them. */
const SETUP = `
import { appendFileSync } from 'node:fs'
import { RunEngine, Msg, Status } from 'livesky'
const note = (line: object) => appendFileSync('notes.jsonl', JSON.stringify({ at: Date.now(), ...line }) + '\\n')
const motor = {
  name: 'motor',
  set: () => new Status(),
  stop: () => note({ what: 'motor stopped' }),
}
const RE = new RunEngine()
RE.subscribe((name, doc) => note({ what: name, ...(name === 'stop' && { status: doc.exit_status, reason: doc.reason }) }))
function* moves(lastSeconds: number) {
  yield new Msg('open_run')
  yield new Msg('checkpoint')
  try {
    yield new Msg('set', motor, [1], { group: 'way' })
    yield new Msg('wait', null, [], { group: 'way' })
  } finally {
    note({ what: 'cleanup begins' })
    yield new Msg('sleep', null, [lastSeconds])
    note({ what: 'cleanup over' })
  }
}
`;

interface Note {
  at: number;
  what: string;
  status?: string;
  reason?: string;
}

const notes = (): Note[] => {
  try {
    return readFileSync(join(folder, 'notes.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Note);
  } catch {
    return [];
  }
};

/** Starts a cell that moves the motor; resolves when the run is open. */
async function moving(call: string): Promise<void> {
  const setUp = await kernel.execute(SETUP);
  expect(setUp.reply.content).toMatchObject({ status: 'ok' });
  await kernel.send('execute_request', { code: call, silent: false, store_history: true, stop_on_error: true });
  for (let tries = 0; notes().length === 0 && tries < 200; tries++) await new Promise((done) => setTimeout(done, 20));
  await new Promise((done) => setTimeout(done, 50));
}

/** Ends the kernel; gives what happened since. */
async function endedBy(end: () => unknown): Promise<{ notes: Note[]; milliseconds: number }> {
  const exited = new Promise((done) => kernel.process.once('exit', done));
  const before = notes().length;
  const began = Date.now();
  await end();
  await exited;
  return { notes: notes().slice(before), milliseconds: Date.now() - began };
}

const shutDown = (restart: boolean): Promise<unknown> =>
  kernel.send('shutdown_request', { restart }, { channel: 'control' });

describe('stops what moves, then closes the run', () => {
  test.each([
    ['a restart', () => shutDown(true), 'The kernel was restarted.'],
    ['a shutdown', () => shutDown(false), 'The kernel was shut down.'],
    ['SIGTERM', () => kernel.process.kill('SIGTERM'), 'The kernel was terminated.'],
  ] as const)('%s', async (_, end, reason) => {
    await moving('await RE(moves(0))');
    const { notes: since } = await endedBy(end);
    expect(since.map(({ what }) => what)).toEqual([
      'motor stopped',
      'cleanup begins',
      'cleanup over',
      'motor stopped',
      'stop',
    ]);
    expect(since.at(-1)).toMatchObject({ status: 'abort', reason });
  });

  test('a plan whose cleanup takes its time is left where it is, within a second', async () => {
    await moving('await RE(moves(60))');
    const { notes: since, milliseconds } = await endedBy(() => shutDown(true));
    expect(since.map(({ what }) => what)).toEqual(['motor stopped', 'cleanup begins', 'motor stopped', 'stop']);
    expect(since.at(-1)).toMatchObject({ status: 'abort', reason: 'The kernel was restarted.' });
    // Sixty seconds are not waited for.
    expect(milliseconds).toBeLessThan(10_000);
  });

  test('of a plan that is paused', async () => {
    await moving('await RE(moves(0))');
    kernel.process.kill('SIGINT');
    await new Promise((done) => setTimeout(done, 100));
    kernel.process.kill('SIGINT');
    await kernel.until(() =>
      kernel.published.find(
        ({ content }) => content.ename === 'RunEngineInterrupted' || /Paused at/.test(String(content.text)),
      ),
    );
    const { notes: since } = await endedBy(() => shutDown(true));
    expect(since.at(-1)).toMatchObject({ what: 'stop', status: 'abort', reason: 'The kernel was restarted.' });
  });

  test('of two engines, each on its own', async () => {
    await moving(
      'const other = new RunEngine(); other.subscribe((name) => note({ what: `other ${name}` })); await Promise.all([RE(moves(0)), other(moves(0))])',
    );
    const { notes: since } = await endedBy(() => shutDown(true));
    expect(since.map(({ what }) => what)).toEqual(expect.arrayContaining(['stop', 'other stop']));
  });
});
