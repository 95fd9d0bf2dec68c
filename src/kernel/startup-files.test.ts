import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { KernelClient, resultOf, streamText } from '../../tests/instruments/kernel-client.js';

let kernel: KernelClient | undefined;
afterEach(() => kernel?.close());

/** A folder with files in it. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'startup-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function start(folder: string, env: Record<string, string>): Promise<KernelClient> {
  kernel = await KernelClient.start(folder, undefined, env);
  return kernel;
}

test('files of the user and of the folder run in order before the first cell, as cells do', async () => {
  const config = folderOf({
    'livesky/10-first.ts':
      'interface Sample { name: string }\nconst sample: Sample = { name: "LaB6" }\nconst order = ["user"]',
    'livesky/startup/05-more.ts': 'order.push("startup")\nconsole.log("printed")',
    'livesky/notes.md': 'no code',
  });
  const folder = folderOf({
    '.livesky/startup/b.ts': 'await Promise.resolve()\norder.push("b")',
    '.livesky/startup/a.ts': '%matplotlib inline\nimport { det } from "livesky/sim"\norder.push("a")',
    '.livesky/startup/types.d.ts': 'declare const nothing: never',
    'helper.ts': 'export const helped = 5',
    '.livesky/startup/c.ts': 'import { helped } from "./helper"\norder.push("c" + helped)',
  });
  const client = await start(folder, { XDG_CONFIG_HOME: config });
  const first = await client.execute('[sample.name, ...order, det.name]');
  expect(resultOf(first)).toBe("[ 'LaB6', 'user', 'startup', 'a', 'b', 'c5', 'det' ]");
  expect(streamText(first.published, 'stdout')).toBe('printed\n');
  expect(first.reply.content.execution_count).toBe(1);
  expect((await client.execute('const wrong: number = sample.name')).reply.content.ename).toBe('TypeScriptError');
  const completed = await client.request('complete_request', { code: 'sample.na', cursor_pos: 9 });
  expect(completed.reply.content.matches).toEqual(['name']);
  const listed = streamText((await client.execute('%livesky startup')).published, 'stdout');
  expect(listed.match(/\S+\.ts +has run/g)).toHaveLength(5);
  expect(listed).toContain(join('.livesky', 'startup', 'a.ts'));
}, 30_000);

test('an error names file and line in the first cell and stops nothing', async () => {
  const folder = folderOf({
    '.livesky/startup/1-types.ts': 'const fine = 1\nconst n: number = "text"',
    '.livesky/startup/2-throws.ts': 'const kept = 2\n\n  throw new RangeError("far")\nconst lost = 3',
    '.livesky/startup/3-syntax.ts': 'const = 5',
    '.livesky/startup/4-good.ts': 'const good = 4',
  });
  const client = await start(folder, { XDG_CONFIG_HOME: folder });
  const first = await client.execute('kept + good');
  expect(resultOf(first)).toBe('6');
  const told = streamText(first.published, 'stderr');
  expect(told).toMatch(/1-types\.ts 2:7 - Type 'string'[^]*2-throws\.ts, line 3:9[^]*3-syntax\.ts 1:7/);
  expect(told).toContain('const n: number = "text"\n      ^');
  expect(streamText((await client.execute('%livesky startup')).published, 'stdout').match(/failed/g)).toHaveLength(3);
  expect((await client.execute('lost')).reply.content.evalue).toContain("Cannot find name 'lost'");
}, 30_000);

test('a file that loops is ended by the interrupt button, and the cell runs', async () => {
  const begun = join(folderOf({}), 'begun');
  const folder = folderOf({
    '.livesky/startup/loop.ts': `require('fs').writeFileSync(${JSON.stringify(begun)}, ''); for (;;) {}`,
    '.livesky/startup/next.ts': 'const next = 7',
  });
  const client = await start(folder, { XDG_CONFIG_HOME: folder });
  const id = await client.send('execute_request', { code: 'next' });
  await client.until(() => existsSync(begun) || undefined);
  client.process.kill('SIGINT');
  const answer = await client.answer(id, 5);
  expect(resultOf(answer)).toBe('7');
  expect(streamText(answer.published, 'stderr')).toMatch(/loop\.ts failed\.\nInterrupted\./);
}, 30_000);

test('LIVESKY_STARTUP names other folders, and turns startup files off when it is empty', async () => {
  const [one, two] = [folderOf({ 'a.ts': 'const a = 1' }), folderOf({ 'b.ts': 'const b = a + 1' })];
  const folder = folderOf({ '.livesky/startup/c.ts': 'const c = 3' });
  const client = await start(folder, { LIVESKY_STARTUP: [one, two].join(delimiter), XDG_CONFIG_HOME: folder });
  expect(resultOf(await client.execute('b'))).toBe('2');
  expect((await client.execute('c')).reply.content.ename).toBe('TypeScriptError');
  client.close();
  const off = await start(folder, { LIVESKY_STARTUP: '', XDG_CONFIG_HOME: folder });
  expect(streamText((await off.execute('%livesky startup')).published, 'stdout')).toContain('turned off');
  expect((await off.execute('c')).reply.content.ename).toBe('TypeScriptError');
}, 30_000);
