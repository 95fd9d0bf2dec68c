import { afterAll, beforeAll, expect, test } from 'vitest';
import { KernelClient, resultOf, streamText } from '../../tests/instruments/kernel-client.js';
import type { Answer } from '../../tests/instruments/kernel-client.js';

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
}, 30_000);
afterAll(() => kernel.close());

const ask = (code: string, user_expressions: unknown, content: object = {}): Promise<Answer> =>
  kernel.execute(code, { content: { user_expressions, ...content } });

test('expressions are evaluated after the cell, and each is answered', async () => {
  const { reply } = await ask('const width: number = 6', {
    sum: 'width + 1',
    later: 'Promise.resolve(width * 2)',
    record: '{ width }',
    rows: '[{ a: 1 }]',
    none: 'undefined',
  });
  expect(reply.content).toMatchObject({
    status: 'ok',
    user_expressions: {
      sum: { status: 'ok', data: { 'text/plain': '7' }, metadata: {} },
      later: { status: 'ok', data: { 'text/plain': '12' } },
      record: { status: 'ok', data: { 'text/plain': '{ width: 6 }' } },
      rows: { status: 'ok', data: { 'text/html': expect.stringContaining('<table>') as unknown } },
      none: { status: 'ok', data: { 'text/plain': 'undefined' } },
    },
  });
});

test('one that fails says why in its own place, and spoils no other', async () => {
  const { reply } = await ask('1', {
    thrown: "(() => { throw new RangeError('far') })()",
    typed: '1 + nowhere',
    statement: 'const declared = 5',
    hostile: "({ [Symbol.for('Jupyter.display')]() { throw new Error('no') } })",
    fine: '2',
  });
  expect(reply.content).toMatchObject({
    status: 'ok',
    user_expressions: {
      thrown: {
        status: 'error',
        ename: 'RangeError',
        evalue: 'far',
        traceback: expect.arrayContaining([expect.stringMatching(/at expression thrown, line 1:17$/)]) as unknown,
      },
      typed: { status: 'error', ename: 'TypeScriptError', evalue: "1:6 - Cannot find name 'nowhere'." },
      statement: { status: 'error', ename: 'TypeScriptError' },
      hostile: { status: 'error', evalue: 'no' },
      fine: { status: 'ok' },
    },
  });
  expect((await kernel.execute('declared')).reply.content.ename).toBe('TypeScriptError');
});

test('they belong to their cell, and are left alone where it fails', async () => {
  const printed = await ask('1', { loud: "console.log('from an expression')" }, { silent: true });
  expect(streamText(printed.published, 'stdout')).toBe('from an expression\n');
  const failed = await ask("throw new Error('x')", { after: '(globalThis as any).seen = 1' });
  expect(failed.reply.content).not.toHaveProperty('user_expressions');
  expect(resultOf(await kernel.execute("'seen' in globalThis"))).toBe('false');
});

test('one that waits for ever is ended by the stop button', async () => {
  const long = "(console.log('begun'), new Promise(() => {}))";
  const id = await kernel.send('execute_request', { code: '1', user_expressions: { long } });
  await kernel.until(() => kernel.of(id, 'stream')[0]);
  kernel.process.kill('SIGINT');
  expect((await kernel.answer(id)).reply.content).toMatchObject({
    user_expressions: { long: { status: 'error', ename: 'KeyboardInterrupt' } },
  });
});
