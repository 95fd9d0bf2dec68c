import { createReadStream } from 'node:fs';
import type { Named } from '../documents/index.js';
import { readDocuments as readStream } from '../documents/index.js';

/**
 * Reads documents one by one from a file of JSON lines, however long: `["start", {...}]` or
 * `{"name": "start", "doc": {...}}`.
 *
 * Documents before a line that is torn or wrong are given; then a {@link DocumentParseError} names the line.
 *
 * @param path - the file; relative to where Node runs
 *
 * @example
 * ```ts
 * for await (const [name, doc] of readDocuments('run.jsonl')) {
 *   if (name === 'event') console.log(doc.seq_num, doc.data)
 * }
 * ```
 */
export function readDocuments(path: string): AsyncGenerator<Named, void, undefined> {
  return readStream(createReadStream(path));
}
