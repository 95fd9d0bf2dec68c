import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Named } from '../documents/index.js';
import { toJson } from '../documents/index.js';
import { readDocuments } from './read-documents.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'livesky-documents-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function read(path: string): Promise<Named[]> {
  const documents: Named[] = [];
  for await (const document of readDocuments(path)) documents.push(document);
  return documents;
}

it('reads a file that is longer than one piece of a stream', async () => {
  const documents = Array.from({ length: 3000 }, (_, i) => [
    'event',
    { uid: `Ω${i}`, time: i, descriptor: 'd', seq_num: i, data: { x: NaN }, timestamps: { x: 1 } },
  ]);
  const path = join(folder, 'run.jsonl');
  writeFileSync(path, documents.map((each) => toJson(each)).join('\n'));
  expect(await read(path)).toEqual(documents);
});

it('names a file that is not there', async () => {
  await expect(read(join(folder, 'nothing.jsonl'))).rejects.toThrow('nothing.jsonl');
});
