import type { Named } from './documents.js';
import { isDocumentName } from './documents.js';
import { fromJson } from './json.js';
import { fromTagged } from './tagged-json.js';

/** A line that is no document. */
export class DocumentParseError extends Error {
  override readonly name = 'DocumentParseError';
}

/**
 * Reads a recording: JSON lines of `["start", {...}]` or of `{"name": "start", "doc": {...}}`.
 *
 * Python's bare `NaN` and infinities, integers beyond 2^53, and marks such as `{"$float": "NaN"}` become
 * numbers. Empty lines are passed over. Throws a {@link DocumentParseError} that names the line. For a
 * file or stream see {@link readDocuments}.
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 * const documents = parseDocuments(readFileSync('run.jsonl', 'utf8'))
 * await replay(documents, new LiveTable(['det']))
 * ```
 */
export function parseDocuments(text: string): Named[] {
  const documents: Named[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() !== '') documents.push(parseLine(line, index + 1));
  });
  return documents;
}

/** Reads one line of a recording; `number` is its place, from 1. */
export function parseLine(line: string, number: number): Named {
  const [name, doc] = pairOf(parseJson(line, number));
  if (!isDocumentName(name)) {
    throw new DocumentParseError(`Line ${number}: ${JSON.stringify(name)} is not the name of a document.`);
  }
  if (typeof doc !== 'object' || doc === null || Array.isArray(doc)) {
    throw new DocumentParseError(`Line ${number}: the ${name} document is not an object.`);
  }
  return [name, line.includes('"$') ? fromTagged(doc) : doc] as unknown as Named;
}

function parseJson(line: string, number: number): unknown {
  try {
    return fromJson(line);
  } catch (error) {
    const hint = /^[^\s"'{[]+\.jsonl?$/.test(line) ? ' To read a file by its path use livesky/files.' : '';
    throw new DocumentParseError(`Line ${number} is not JSON: ${(error as Error).message}${hint}`);
  }
}

function pairOf(value: unknown): [name: unknown, doc: unknown] {
  if (Array.isArray(value)) return [value[0], value[1]];
  const { name, doc } = (value ?? {}) as { name?: unknown; doc?: unknown };
  return [name, doc];
}
