import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KernelClient, tracebackOf } from './instruments/kernel-client.js';

const page = readFileSync(new URL('../docs/kernel.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```ts(?: file=(\S+))?\n([^]*?)^```$/gm)].map(([, file, code = '']) => ({
  file,
  code,
}));

it('the blocks of docs/kernel.md run in a kernel, one after another', async () => {
  expect(blocks).toHaveLength(7);
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  const kernel = await KernelClient.start(folder);
  for (const { file, code } of blocks) {
    if (file === undefined) expect(tracebackOf(await kernel.execute(code)), code).toEqual([]);
    else writeFileSync(join(folder, file), code);
  }
  kernel.close();
}, 60_000);
