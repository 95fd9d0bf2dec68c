import { afterAll, beforeAll, expect, test } from 'vitest';
import { KernelClient } from '../../tests/instruments/kernel-client.js';

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
  await kernel.execute("import { RunEngine, scan } from 'livesky'; const RE = new RunEngine()");
}, 30_000);
afterAll(() => kernel.close());

const cursorOf = (code: string): { code: string; cursor_pos: number } => {
  const [before = '', after = ''] = code.split('|');
  return { code: before + after, cursor_pos: [...before].length };
};

/** What is offered where the code has a bar. */
const complete = async (code: string): Promise<string[]> =>
  (await kernel.request('complete_request', cursorOf(code))).reply.content.matches as string[];

test('an engine offers what it can do, not what every function has', async () => {
  const members = await complete('RE.|');
  expect(members).toEqual(expect.arrayContaining(['abort', 'md', 'resume', 'subscribe']));
  for (const name of ['apply', 'bind', 'call', 'prototype', 'length']) expect(members).not.toContain(name);
  expect(await complete('RE.bi|')).toContain('bind');
  expect(await complete('RE.ca|')).toContain('call');
  expect(await complete('scan.|')).toEqual(expect.arrayContaining(['apply', 'bind', 'call']));
});

test.each([
  'const x = {{{ RE.su|',
  'function f( { RE.su|',
  'if (x) { RE.su|\nelse {{ )))',
  '`a ${RE.su|} b`',
  "'😀'; ( RE.su|",
])('in %j members are completed', async (code) => {
  expect(await complete(code)).toContain('subscribe');
  const { content } = (await kernel.request('complete_request', cursorOf(code))).reply;
  const { cursor_pos } = cursorOf(code);
  expect([content.cursor_start, content.cursor_end]).toEqual([cursor_pos - 2, cursor_pos]);
});

test('the text of an import is completed with what can be imported', async () => {
  expect(await complete("import { det } from 'livesky/call|'")).toEqual(['livesky/callbacks']);
  expect(await complete("import { RunEngine, sc| } from 'livesky'")).toContain('scan');
});

test('documentation is told as Markdown too, without the signs of its tags', async () => {
  const { content } = (await kernel.request('inspect_request', cursorOf('RE.sub|scribe'))).reply;
  const data = content.data as Record<string, string>;
  expect(Object.keys(data)).toEqual(['text/plain', 'text/markdown']);
  expect(data['text/markdown']).toMatch(
    /^```ts\n\(method\)[^]*\*\*Parameters\*\*\n\n- `callback`: [^]*```ts\nconst token/,
  );
  for (const text of Object.values(data)) expect(text).not.toMatch(/@param|@example|@link/);
});
