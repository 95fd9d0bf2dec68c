import type { Named } from './documents.js';
import { EventModelError, EventModelValueError } from './errors.js';
import type { EventDescriptor } from './generated/event-descriptor.js';
import type { RunStart } from './generated/run-start.js';
import { DocumentRouter } from './router.js';

/**
 * A {@link DocumentRouter} for the documents of exactly one run, which it remembers as far as its other
 * documents refer to them.
 *
 * @example
 * ```ts
 * class Last extends SingleRunDocumentRouter {
 *   override event(doc: Event) { console.log(this.getStart().scan_id, this.getStreamName(doc), doc.data) }
 * }
 * ```
 */
export class SingleRunDocumentRouter extends DocumentRouter {
  #start: RunStart | undefined;
  readonly #descriptors = new Map<string, EventDescriptor>();

  /**
   * Takes a document of the run.
   *
   * @throws {@link EventModelValueError} on a second start document, and on a descriptor of another run
   */
  override receive(...document: Named): Named | Promise<Named> {
    const [name, doc] = document;
    if (name === 'start') this.#remember(doc);
    if (name === 'descriptor') this.#rememberDescriptor(doc);
    return super.receive(...document);
  }

  /** The run's start document. Throws an {@link EventModelError} before there is one. */
  getStart(): RunStart {
    if (this.#start) return this.#start;
    throw new EventModelError('The SingleRunDocumentRouter has not had a start document yet.');
  }

  /**
   * The descriptor that an event, event page or stream datum refers to.
   *
   * @throws {@link EventModelValueError} if it refers to none, or to one that has not come
   */
  getDescriptor(doc: { readonly descriptor?: string }): EventDescriptor {
    if (doc.descriptor === undefined) throw new EventModelValueError('The document does not refer to a descriptor.');
    const descriptor = this.#descriptors.get(doc.descriptor);
    if (descriptor) return descriptor;
    throw new EventModelValueError(`The SingleRunDocumentRouter has had no descriptor ${doc.descriptor}.`);
  }

  /** The name of the stream that a document belongs to. Throws as {@link SingleRunDocumentRouter.getDescriptor}. */
  getStreamName(doc: { readonly descriptor?: string }): string {
    return this.getDescriptor(doc).name ?? '';
  }

  #remember(start: RunStart): void {
    if (this.#start) {
      throw new EventModelValueError(
        `The SingleRunDocumentRouter of run ${this.#start.uid} got a second start document, ${start.uid}.`,
      );
    }
    this.#start = start;
  }

  #rememberDescriptor(descriptor: EventDescriptor): void {
    const { uid } = this.getStart();
    if (descriptor.run_start !== uid) {
      throw new EventModelValueError(
        `The SingleRunDocumentRouter of run ${uid} got the descriptor ${descriptor.uid} of run ${descriptor.run_start}.`,
      );
    }
    this.#descriptors.set(descriptor.uid, descriptor);
  }
}
