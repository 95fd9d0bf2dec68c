import { placeOf } from '../host/index.js';
import { messageOf } from '../text/index.js';
import type { DocumentName, Documents } from './documents.js';

/** How much of a uid is shown: enough to find it. */
const SHOWN = 8;

/**
 * Says which document is meant, in words that find it: its kind, number and stream, and how its uid begins.
 *
 * It remembers the streams of the runs that are open, since an event names its stream by a uid only.
 */
export class DocumentLabels {
  readonly #streams = new Map<unknown, { name: string; run: string }>();

  /** Has to be told of every document, before anybody asks for its label. */
  note(name: DocumentName, doc: Documents[DocumentName]): void {
    if (name === 'descriptor') this.#noteStream(doc as Documents['descriptor']);
    else if (name === 'stop') this.#forgetRun((doc as Documents['stop']).run_start);
  }

  /** Such as `event document with seq_num 3 of the stream 'primary' (uid 1a2b3c4d)`. */
  of(name: DocumentName, doc: Documents[DocumentName]): string {
    const { uid } = (doc ?? {}) as { uid?: unknown };
    const begin = typeof uid === 'string' ? ` (uid ${shortened(uid)})` : '';
    return `${name} document${this.#place(name, (doc ?? {}) as unknown as Fields)}${begin}`;
  }

  /** Such as `failed on the stop document of run 1a2b3c4d (uid fedcba98): no ink (cell 3, line 2)`. */
  failure(name: DocumentName, doc: Documents[DocumentName], error: unknown): string {
    const place = placeOf(error);
    const words = messageOf(error) || (error instanceof Error ? error.name : "''");
    return `failed on the ${this.of(name, doc)}: ${words}${place === undefined ? '' : ` (${place})`}`;
  }

  #place(name: DocumentName, doc: Fields): string {
    switch (name) {
      case 'event':
        return ` with seq_num ${String(doc.seq_num)}${this.#stream(doc.descriptor)}`;
      case 'event_page':
        return ` with seq_num ${ends(doc.seq_num)}${this.#stream(doc.descriptor)}`;
      case 'descriptor':
        return ` of the stream '${String(doc.name)}'`;
      case 'stop':
        return typeof doc.run_start === 'string' ? ` of run ${shortened(doc.run_start)}` : '';
      default:
        return '';
    }
  }

  #stream(descriptor: unknown): string {
    const stream = this.#streams.get(descriptor);
    return stream ? ` of the stream '${stream.name}'` : '';
  }

  #noteStream({ uid, name, run_start: run }: Documents['descriptor']): void {
    this.#streams.set(uid, { name: String(name), run });
  }

  #forgetRun(run: string): void {
    for (const [uid, stream] of this.#streams) if (stream.run === run) this.#streams.delete(uid);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function ends(numbers: unknown): string {
  if (!Array.isArray(numbers)) return String(numbers);
  return numbers.length < 2 ? String(numbers[0]) : `${numbers[0]} to ${numbers.at(-1)}`;
}

function shortened(uid: string): string {
  return uid.slice(0, SHOWN);
}
