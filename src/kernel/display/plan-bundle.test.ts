import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentOf, KernelClient } from '../../../tests/instruments/kernel-client.js';

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
  await kernel.execute(
    "import { RunEngine, plan, scan } from 'livesky'\nimport { det, motor } from 'livesky/sim'\nconst RE = new RunEngine()",
  );
}, 30_000);
afterAll(() => kernel.close());

async function shownBy(code: string): Promise<Record<string, string>> {
  return (contentOf(await kernel.execute(code), 'execute_result')?.data ?? {}) as Record<string, string>;
}

test('a plan as the last expression shows what it would do, and the code that would run it', async () => {
  const shown = await shownBy('const lo = -1\nscan([det], motor, lo, 1, 5); // five points');
  expect(shown['text/plain']).toContain('\n\nawait RE(scan([det], motor, lo, 1, 5))\n\npoints    5\nmotor     -1 to 1');
  expect(shown['text/html']).toContain('>await RE(scan([det], motor, lo, 1, 5))</code>');
  expect(shown['text/html']).toContain('<svg');
  const copied = /^await .*$/m.exec(shown['text/plain'] ?? '')?.[0] ?? '';
  expect((await shownBy(copied))['text/plain']).toMatch(/^\[ '[-0-9a-f]{36}' \]$/);
});

test('the plan that was shown can be run, also while another one runs', async () => {
  await kernel.execute(
    'motor.delay = 0.2; const first = RE(scan([det], motor, 0, 1, 5)); const next = scan([det], motor, 0, 1, 2)',
  );
  expect((await shownBy('next'))['text/plain']).toContain('await RE(next)');
  expect((await shownBy('await first; motor.delay = 0; (await RE(next)).length'))['text/plain']).toBe('1');
  expect((await shownBy('next'))['text/plain']).toContain('has been begun');
});

test('wrong arguments are the error of the cell', async () => {
  const { reply } = await kernel.execute('scan([det], motor, -1, 1, 2.5)');
  expect(reply.content).toMatchObject({ status: 'error', ename: 'PlanArgumentError' });
});

test('a function and a generator of the user say how to go on', async () => {
  await kernel.execute('let steps = 0\nfunction* own(n: number) { steps += n; yield* scan([det], motor, 0, 1, n) }');
  expect((await shownBy('own'))['text/plain']).toContain('await RE(own(...))');
  expect((await shownBy('own(2)'))['text/plain']).toContain('await RE(own(2))');
  expect((await shownBy('steps'))['text/plain']).toBe('0');
  expect((await shownBy('plan(own)(3)'))['text/plain']).toContain('points    3');
});

test('a promise of a run is awaited', async () => {
  expect((await shownBy('RE(scan([det], motor, -1, 1, 2))'))['text/plain']).toMatch(/^\[ '/);
});
