import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HELLO_TARGET, SAVED_FIGURE_MIME } from '../../wire/index.js';
import {
  contentOf,
  KernelClient,
  resultOf,
  streamText,
  tracebackOf,
} from '../../../tests/instruments/kernel-client.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TSLAB = join(dirname(createRequire(import.meta.url).resolve('tslab/package.json')), 'bin', 'tslab');

/** A kernel of tslab's own, unchanged, in a folder that has livesky installed. */
let kernel: KernelClient;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stock-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules', 'livesky'), 'dir');
  kernel = await KernelClient.start(folder, ([node, , file]) => [
    node,
    [TSLAB, 'kernel', `--config-path=${String(file)}`],
  ]);
}, 60_000);
afterAll(() => kernel.close());

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));

test('importing livesky makes figures live in the same cell', async () => {
  const before = await kernel.execute('typeof (globalThis as any)[Symbol.for("livesky.host.1")]');
  expect(streamText(before.published, 'stdout')).toContain('undefined');
  const answer = await kernel.execute(
    "import { RunEngine, count, sleep, LivePlot, LiveTable } from 'livesky'; import { det } from 'livesky/sim'; const RE = new RunEngine(); await RE(count([det], 3), [new LiveTable([det]), new LivePlot('det')])",
  );
  expect(answer.reply.content.status).toBe('ok');
  const opened = answer.published.filter(({ header }) => header.msg_type === 'comm_open');
  expect(opened.map(({ content }) => content.target_name)).toContain(HELLO_TARGET);
  const shown = answer.published.filter(({ header }) => header.msg_type === 'display_data');
  expect(shown.map(({ content }) => Object.keys(content.data as object))).toEqual([
    ['application/vnd.jupyter.widget-view+json', 'text/plain'],
    ['application/vnd.jupyter.widget-view+json', 'text/plain'],
    [SAVED_FIGURE_MIME, 'image/svg+xml', 'text/plain'],
    [SAVED_FIGURE_MIME, 'image/svg+xml', 'text/plain'],
  ]);
  const info = await kernel.request('comm_info_request', { target_name: 'jupyter.widget' });
  expect(info.reply.header.msg_type).toBe('comm_info_reply');
  expect(Object.keys(info.reply.content.comms as object).length).toBeGreaterThanOrEqual(3);
});

test('results are results and errors are errors, and a failed cell keeps its declarations', async () => {
  expect(resultOf(await kernel.execute('[{ a: 1 }]'))).toBe('[ { a: 1 } ]');
  expect(contentOf(await kernel.execute('[{ a: 1 }]'), 'execute_result')?.data).toHaveProperty(['text/html']);
  expect(resultOf(await kernel.execute('await null; Promise.resolve(7)'))).toBe('7');
  const failed = await kernel.execute("const kept = 5; throw new RangeError('far')");
  expect(failed.reply.content.status).toBe('error');
  expect(tracebackOf(failed)[0]).toBe('RangeError: far');
  expect(tracebackOf(failed)[1]).toMatch(/^ {4}at cell-\d+\.js:\d+:\d+$/);
  await settle();
  expect(resultOf(await kernel.execute('kept'))).toBe('5');
});

test('magics work from the cell after the import on', async () => {
  const inline = await kernel.execute("%matplotlib inline\nawait RE(count([det], 3), new LivePlot('det')); undefined");
  expect(contentOf(inline, 'display_data')?.data).toHaveProperty(['image/svg+xml']);
  const wrong = await kernel.execute('%matplotlib tk');
  expect(tracebackOf(wrong)[0]).toContain('choose one of');
  await settle();
  await kernel.execute('%matplotlib notebook');
});

test('a button pauses the run while its cell runs, and resumes it', async () => {
  const cell = await kernel.send('execute_request', { code: 'await RE(count([det], 40, 0.05), new LiveTable([det]))' });
  const opened = await kernel.until(() =>
    kernel.of(cell, 'comm_open').find(({ content }) => String(content.comm_id).startsWith('livesky-run-')),
  );
  const press = (action: string): Promise<string> =>
    kernel.send('comm_msg', {
      comm_id: opened.content.comm_id,
      data: { method: 'custom', content: { kind: 'control', action } },
    });
  await press('pause');
  const paused = await kernel.answer(cell);
  expect(paused.reply.content.status).toBe('error');
  expect(streamText(paused.published, 'stdout')).toMatch(/^Paused at the last checkpoint\. .*\n$/);
  await settle();
  expect(resultOf(await kernel.execute('RE.state'))).toBe("'paused'");
  await press('resume');
  const ended = (each: { content: Record<string, unknown> }): boolean =>
    (each.content.data as { state?: { engine?: unknown } }).state?.engine === null;
  await kernel.until(() => kernel.of(cell, 'comm_msg').find(ended));
});

test('the stop button pauses the engine, or ends a cell that drives none', async () => {
  const cell = await kernel.send('execute_request', {
    code: 'await RE(count([det], 100, 0.05), new LiveTable([det]))',
  });
  await kernel.until(() => kernel.of(cell, 'comm_open')[0]);
  kernel.process.kill('SIGINT');
  const paused = await kernel.answer(cell);
  expect(streamText(paused.published, 'stderr')).toContain('Pausing at the next checkpoint');
  await settle();
  await kernel.execute('await RE.abort()');
  await settle();
  const waiting = await kernel.send('execute_request', { code: 'const early = 1; await new Promise(() => {})' });
  await settle();
  kernel.process.kill('SIGINT');
  expect(tracebackOf(await kernel.answer(waiting))).toEqual(['Interrupted.']);
  await settle();
  expect(resultOf(await kernel.execute('early'))).toBe('1');
});

test('a comm to a target that is not known is closed, and nothing is printed into a cell', async () => {
  const id = await kernel.send('comm_open', { comm_id: 'x', target_name: 'nobody', data: {} });
  await kernel.until(() => kernel.of(id, 'comm_close')[0]);
  expect(kernel.published.filter(({ content }) => String(content.text).includes('unknown msg_type'))).toEqual([]);
});

test('a cell and a plan ask, and the stop button takes a question back', async () => {
  const start = (code: string): Promise<string> =>
    kernel.send('execute_request', { code, silent: false, allow_stdin: true });
  await kernel.execute("import { input } from 'livesky'; import { inputPlan } from 'livesky/plan-stubs'");
  const id = await start(
    "let got = ''; function* asking() { got = yield* inputPlan('Sample? ') }; await RE(asking()); got",
  );
  const asked = await kernel.until(() => kernel.questions[0]);
  expect(asked.parent.msg_id).toBe(id);
  await kernel.send('input_reply', { status: 'ok', value: 'Ni' }, { channel: 'stdin', parent: asked.header });
  expect(resultOf(await kernel.answer(id))).toBe("'Ni'");
  const stopped = await start("await input('stop? ')");
  await kernel.until(() => kernel.questions[1]);
  kernel.process.kill('SIGINT');
  expect(tracebackOf(await kernel.answer(stopped))).toEqual(['Interrupted.']);
  await settle();
  const refused = await kernel.execute("await input('x')", { content: { allow_stdin: false } });
  expect(tracebackOf(refused)[0]).toMatch(/InputError: 'x' cannot be asked/);
});
