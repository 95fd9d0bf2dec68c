import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { contentOf, KernelClient, resultOf, streamText } from '../../tests/instruments/kernel-client.js';
import type { Message } from './message.js';

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
  await kernel.execute(SETUP);
}, 30_000);
afterAll(() => kernel.close());

/** A detector, an engine that draws, and plans that wait for nothing. */
const SETUP = `
import { CallbackBase, LivePlot, Msg, RunEngine, count } from 'livesky'
let readings = 0
const det = {
  name: 'det',
  read: () => ({ det: { value: ++readings, timestamp: Date.now() / 1000 } }),
  describe: () => ({ det: { source: 'TEST', dtype: 'number', shape: [] } }),
}
const RE = new RunEngine()
function* endless() {
  yield new Msg('open_run')
  yield new Msg('checkpoint')
  for (;;) yield new Msg('null')
}
function* busy(n: number) {
  yield new Msg('open_run')
  for (let i = 0; i < n; i++) {
    yield new Msg('checkpoint')
    yield new Msg('create', null, [], { name: 'primary' })
    yield new Msg('read', det)
    yield new Msg('save')
  }
  yield new Msg('close_run')
}
`;

/** Starts a cell; resolves once its run is on the page, with the request and the run model's comm. */
async function started(code: string): Promise<{ id: string; comm: string }> {
  const from = kernel.published.length;
  const id = await kernel.send('execute_request', { code, silent: false, store_history: true, stop_on_error: true });
  const comm = await kernel.until(() => {
    const opened = kernel.published.slice(from).find((each) => each.header.msg_type === 'comm_open' && isRun(each));
    return opened?.content.comm_id as string | undefined;
  });
  return { id, comm };
}

const isRun = ({ content }: Message): boolean => {
  const { state } = content.data as { state?: { engine?: unknown; start?: unknown } };
  return state?.engine !== undefined && state.start !== undefined;
};

/** Presses a button of a run; resolves when the kernel has said what became of it, with how long that took. */
async function press(comm: string, action: string): Promise<{ engine: unknown; milliseconds: number }> {
  const began = performance.now();
  const data = { method: 'custom', content: { kind: 'control', action } };
  const from = kernel.published.length;
  await kernel.send('comm_msg', { comm_id: comm, data });
  const told = await kernel.until(() =>
    kernel.published.slice(from).find((each) => each.content.comm_id === comm && engineIn(each) !== undefined),
  );
  return { engine: engineIn(told), milliseconds: performance.now() - began };
}

const engineIn = ({ content }: Message): unknown =>
  (content.data as { state?: { engine?: unknown } } | undefined)?.state?.engine;

describe('a press', () => {
  test.each([
    ['while events flow', "await RE(busy(10_000_000), [new LivePlot('det')])"],
    ['while a plan waits for nothing', "await RE(endless(), [new LivePlot('det')])"],
  ])('%s is acknowledged, and a second one pauses now', async (_, code) => {
    const { id, comm } = await started(code);
    const { engine } = await press(comm, 'pause');
    expect(['pausing', 'paused']).toContain(engine);
    if (code.includes('endless')) await press(comm, 'pause');
    const { reply } = await kernel.answer(id);
    expect(reply.content).toMatchObject({ status: 'error', ename: 'RunEngineInterrupted' });
    expect(resultOf(await kernel.execute('RE.state'))).toBe("'paused'");
    await kernel.execute('await RE.halt()');
  });

  test('that pauses a cell leaves a quiet notice; the next cells are not run, and resume goes on in the same figure', async () => {
    const { id, comm } = await started("await RE(busy(20_000), [new LivePlot('det')])");
    const next = await kernel.send('execute_request', { code: '1', silent: false, stop_on_error: true });
    await press(comm, 'pause');
    const { reply, published } = await kernel.answer(id);
    expect(reply.content.status).toBe('error');
    expect(published.filter((each) => each.header.msg_type === 'error')).toEqual([]);
    expect(streamText(published, 'stdout')).toMatch(/^Paused at the last checkpoint\. .*\n$/);
    expect((await kernel.answer(next)).reply.content.status).toBe('aborted');
    const opened = kernel.published.filter((each) => each.header.msg_type === 'comm_open').length;
    const resumed = await kernel.execute('(await RE.resume()).length');
    expect(resultOf(resumed)).toBe('1');
    expect(kernel.published.filter((each) => each.header.msg_type === 'comm_open')).toHaveLength(opened);
    expect(contentOf(resumed, 'error')).toBeUndefined();
  });

  test('pauses the engine of its run alone', async () => {
    await kernel.execute('const other = new RunEngine()');
    const { id, comm } = await started(
      "await Promise.allSettled([RE(endless(), [new LivePlot('det')]), other([new Msg('sleep', null, [0.5])])])",
    );
    await press(comm, 'pause');
    await press(comm, 'pause');
    await kernel.answer(id);
    expect(resultOf(await kernel.execute('[RE.state, other.state]'))).toBe("[ 'paused', 'idle' ]");
    await kernel.execute('await RE.halt()');
  });
});
