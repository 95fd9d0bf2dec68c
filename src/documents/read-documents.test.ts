import { describe, expect, it } from 'vitest';

import type { Named } from './documents.js';
import { DocumentParseError } from './parse-documents.js';
import { readDocuments } from './read-documents.js';
import type { DocumentSource } from './read-documents.js';

const TEXT = `["start", {"uid": "Ω", "time": NaN}]

{"name": "stop", "doc": {"uid": "s", "n": 1180591620717411303424}}`;

const DOCUMENTS = [
  ['start', { uid: 'Ω', time: NaN }],
  ['stop', { uid: 's', n: 2n ** 70n }],
];

async function read(source: DocumentSource, seen: Named[] = []): Promise<Named[]> {
  for await (const document of readDocuments(source)) seen.push(document);
  return seen;
}

async function* late(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (const byte of bytes) {
    await Promise.resolve();
    yield Uint8Array.of(byte);
  }
}

describe('readDocuments', () => {
  const bytes = new TextEncoder().encode(TEXT);

  it.each<[string, () => DocumentSource]>([
    ['text', () => TEXT],
    ['bytes', () => bytes],
    ['lines', () => TEXT.split('\n').map((line) => `${line}\n`)],
    ['single bytes that come late', () => late(bytes)],
    ['single characters', () => Array.from(TEXT)],
  ])('reads both forms from %s', async (_, source) => {
    expect(await read(source())).toEqual(DOCUMENTS);
  });

  it('gives what comes before a torn line, and then names it', async () => {
    const seen: Named[] = [];
    await expect(read(`${TEXT}\n["event", {"uid`, seen)).rejects.toThrow(/^Line 4 is not JSON/);
    expect(seen).toEqual(DOCUMENTS);
  });

  it('says where paths are read', async () => {
    await expect(read('runs/one.jsonl')).rejects.toThrow('To read a file by its path use livesky/files.');
  });

  it('refuses what is no text', async () => {
    await expect(read(Uint8Array.of(0xff, 0xfe))).rejects.toThrow(DocumentParseError);
    await expect(read(bytes.slice(0, 20))).rejects.toThrow(DocumentParseError);
  });
});
