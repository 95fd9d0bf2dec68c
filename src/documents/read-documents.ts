import type { Named } from './documents.js';
import { DocumentParseError, parseLine } from './parse-documents.js';

/** Text of a recording: whole, or in pieces that come when they come. Bytes are UTF-8. */
export type DocumentSource = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Reads documents one by one from a recording, as long as it may be: JSON lines of `["start", {...}]` or
 * of `{"name": "start", "doc": {...}}`, as {@link parseDocuments} takes them.
 *
 * Documents before a line that is torn or wrong are given; then a {@link DocumentParseError} names the line.
 *
 * @param source - text, bytes, or a stream of them, such as Node's `createReadStream(path)` or the body of
 * a response. `livesky/files` reads a file by its path.
 *
 * @example
 * ```ts
 * for await (const [name, doc] of readDocuments(createReadStream('run.jsonl'))) {
 *   if (name === 'event') console.log(doc.seq_num, doc.data)
 * }
 * ```
 */
export async function* readDocuments(source: DocumentSource): AsyncGenerator<Named, void, undefined> {
  let number = 0;
  for await (const line of linesOf(source)) {
    number += 1;
    if (line.trim() !== '') yield parseLine(line, number);
  }
}

/** The lines of a source; the last may lack its newline. */
async function* linesOf(source: DocumentSource): AsyncGenerator<string, void, undefined> {
  const decode = decoder();
  let rest = '';
  for await (const piece of piecesOf(source)) {
    const lines = decode(piece).split('\n');
    lines[0] = rest + (lines[0] as string);
    rest = lines.pop() as string;
    yield* lines;
  }
  rest += decode(undefined);
  if (rest !== '') yield rest;
}

function piecesOf(source: DocumentSource): Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> {
  return typeof source === 'string' || source instanceof Uint8Array ? [source] : source;
}

/** Turns pieces into text; a character may lie in two of them. `undefined` ends the last. */
function decoder(): (piece: string | Uint8Array | undefined) => string {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  return (piece) => {
    if (typeof piece === 'string') return piece;
    try {
      return utf8.decode(piece, { stream: piece !== undefined });
    } catch {
      throw new DocumentParseError('The recording is not UTF-8 text.');
    }
  };
}
