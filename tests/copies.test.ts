import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PACKAGE_VERSION } from '../src/host/index.js';
import { contentOf, KernelClient, resultOf, streamText, tracebackOf } from './instruments/kernel-client.js';
import type { Answer } from './instruments/kernel-client.js';
import { installCopy } from './instruments/package-copy.js';

/** The kernel is one copy of livesky, the notebook has another, and a package that it uses a third. */
const NOTEBOOK = '9.9.9';
const BEAMLINE = '8.8.8';

const BEAMLINE_JS = `
import * as livesky from 'livesky'
import * as sim from 'livesky/sim'
export { livesky, sim }
`;

const SETUP = `
import { count, LivePlot, LiveTable, Model, Parameter, Parameters, RunEngine, scan } from 'livesky'
import { count as plan } from 'livesky/plans'
import * as own from 'livesky'
import * as beamline from 'beamline'
const { livesky, sim } = beamline as any
const RE: any = new RunEngine()
const stops: string[] = []
const starts: any[] = []
RE.subscribe((name: string, doc: any) => {
  if (name === 'start') starts.push(doc)
  if (name === 'stop') stops.push(doc.exit_status + (doc.reason ? ': ' + doc.reason : ''))
})
const ends = () => stops.splice(0).join()
`;

let kernel: KernelClient;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'copies-'));
  installCopy(folder, { version: NOTEBOOK });
  const beamline = join(folder, 'node_modules', 'beamline');
  mkdirSync(beamline);
  writeFileSync(join(beamline, 'package.json'), JSON.stringify({ name: 'beamline', type: 'module', main: 'index.js' }));
  writeFileSync(join(beamline, 'index.js'), BEAMLINE_JS);
  writeFileSync(join(beamline, 'index.d.ts'), 'export const livesky: any, sim: any;');
  installCopy(beamline, { version: BEAMLINE });
  kernel = await KernelClient.start(folder);
  const answer = await kernel.execute(SETUP);
  expect(tracebackOf(answer)).toEqual([]);
}, 60_000);

afterAll(() => kernel.close());

async function run(code: string): Promise<Answer> {
  return kernel.execute(code);
}

/** What a cell gives that has to end well. */
async function value(code: string): Promise<unknown> {
  const answer = await run(code);
  expect(tracebackOf(answer)).toEqual([]);
  return resultOf(answer);
}

test('they are three copies', async () => {
  const code = '[RE.constructor === livesky.RunEngine, own.count === livesky.count]';
  expect(await value(code)).toBe('[ false, false ]');
  const { published } = await run('await RE(count([sim.det]), new LivePlot("det"))');
  expect(await value('ends()')).toBe("'success'");
  const model = published.find(({ header }) => header.msg_type === 'comm_open');
  expect((model?.content.data as { state: { version: string } }).state.version).toBe(PACKAGE_VERSION);
  expect(await value('starts.at(-1).versions.livesky')).toBe(`'${NOTEBOOK}'`);
});

test("devices, plans, messages and callbacks of another copy make one run, with figures in the kernel's cell", async () => {
  const answer = await run(
    "await RE(livesky.scan([sim.det], sim.motor, -1, 1, 5), [new livesky.LiveTable(['motor', 'det']), new LivePlot('det', 'motor')]); ends()",
  );
  expect(tracebackOf(answer)).toEqual([]);
  expect(resultOf(answer)).toBe("'success'");
  const displayed = answer.published.filter(({ header }) => header.msg_type === 'display_data');
  const figures = displayed.map(({ content }) => Object.keys(content.data as object)[0]);
  expect(figures.filter((mime) => mime?.includes('widget-view'))).toHaveLength(2);
  expect(figures.filter((mime) => mime?.includes('livesky.figure'))).toHaveLength(2);
  // Both figures share the run's columns.
  const opened = answer.published.filter(({ header }) => header.msg_type === 'comm_open');
  expect(opened).toHaveLength(3);
});

test.each([
  ['RequestStop', 'new livesky.RequestStop()', 'success'],
  ['RequestAbort', "new livesky.RequestAbort('too hot')", 'abort: too hot'],
  [
    'a class derived from it',
    "new (class Hot extends (livesky.RequestAbort as new (reason: string) => object) {})('hotter')",
    'abort: hotter',
  ],
  ['PlanHalt', 'new livesky.PlanHalt()', 'abort'],
  ['FailedPause', 'new livesky.FailedPause()', 'abort'],
  ['any other error', "new livesky.RampFail('slow')", 'fail: slow'],
])('%s of another copy ends a run as its own would', async (_, error, stop) => {
  const plan = `(function* () { yield new livesky.Msg('open_run'); throw ${error} })()`;
  await run(`await RE(${plan})`);
  expect(await value('ends()')).toBe(`'${stop}'`);
});

test('a request of another copy that a callback throws is a request, not a failure', async () => {
  await run(
    'class Enough extends livesky.CallbackBase { event() { throw new livesky.RequestStop() } }; await RE(count([sim.det], 5), new Enough())',
  );
  expect(await value('ends()')).toBe("'success'");
  await run(
    "class Broken extends livesky.CallbackBase { event() { throw new Error('broken') } }; await RE(count([sim.det], 5), new Broken())",
  );
  expect(await value('ends()')).toBe("'fail: broken'");
});

test('a status and a suspender of another copy are followed', async () => {
  const code = `
const signal = new livesky.Signal({ name: 'shutter', value: 1 })
RE.installSuspender(new livesky.SuspendBoolHigh(signal))
setTimeout(() => signal.set(0), 200)
await RE(livesky.scan([sim.det], sim.motor, 0, 1, 2))
RE.clearSuspenders()
ends()`;
  expect(await value(code)).toBe("'success'");
});

test("the card of another copy's plan has the times of a plan that waits by the clock", async () => {
  const code = `
const slow: any = {
  name: 'slow', exposureTime: 20, trigger: () => new livesky.Status(),
  read: () => ({}), describe: () => ({}),
}
livesky.count([slow], 3, 60)`;
  const answer = await run(code);
  expect(tracebackOf(answer)).toEqual([]);
  const bundle = contentOf(answer, 'execute_result')?.data as Record<string, string>;
  // From start to start: with a clock of its own the plan would wait for a minute beside the exposures.
  expect(bundle['text/plain']).toContain('about 3 min\n');
  expect(bundle).toHaveProperty('text/html');
});

test('parameters of another copy start a fit, whose result is shown with its picture', async () => {
  const code = `
const guess = new livesky.Parameters()
guess.add('slope', new livesky.Parameter('slope', { value: 1, min: 0 }))
guess.add('offset', 0)
const line = new Model((x: number, slope: number, offset: number) => slope * x + offset, ['x'])
line.fit([1, 3, 5, 7.1], guess as any, { x: [0, 1, 2, 3] })`;
  const answer = await run(code);
  expect(tracebackOf(answer)).toEqual([]);
  const bundle = contentOf(answer, 'execute_result')?.data as Record<string, string>;
  expect(bundle['image/svg+xml']).toContain('<svg');
  const other = await run(
    'new livesky.Model((x: number, a: number) => a * x, ["x"]).fit([1, 2], { a: 2 }, { x: [1, 2] })',
  );
  expect(contentOf(other, 'execute_result')?.data).toHaveProperty('image/svg+xml');
});

test("a press of another copy's run pauses its engine, which says so and no more", async () => {
  const code =
    'const other: any = new livesky.RunEngine()\nawait other(livesky.count([sim.det], 1000, 0.05), new LivePlot("det"))';
  const from = kernel.published.length;
  const id = await kernel.send('execute_request', { code, silent: false, store_history: true, stop_on_error: true });
  const comm = await kernel.until(() => {
    const opened = kernel.published.slice(from).find(({ header }) => header.msg_type === 'comm_open');
    return opened?.content.comm_id as string | undefined;
  });
  const data = { method: 'custom', content: { kind: 'control', action: 'pause' } };
  await kernel.send('comm_msg', { comm_id: comm, data });
  const { published, reply } = await kernel.answer(id);
  expect(reply.content.ename).toBe('RunEngineInterrupted');
  expect(streamText(published, 'stdout')).toContain('Paused at the last checkpoint');
  expect(await value('await other.abort().catch((error: Error) => error.name)')).toBeTruthy();
});
