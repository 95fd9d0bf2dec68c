import type { DocumentName, Documents, Named } from '../documents/index.js';
import { DocumentLabels } from '../documents/index.js';
import { warn } from '../host/index.js';
import { messageOf } from '../text/index.js';
import { CallbackBase } from './base.js';

type Receive = (name: DocumentName, doc: Documents[DocumentName]) => Named | Promise<Named>;

/**
 * Base of callbacks that draw or print: an error of theirs is told as a warning and never ends a run.
 */
export class SafeCallback extends CallbackBase {
  /** `warn` (default) tells errors and goes on; `raise` lets them end the plan. */
  onError: 'warn' | 'raise' = 'warn';
  readonly #told: Set<string> = new Set();
  readonly #labels: DocumentLabels = new DocumentLabels();

  override receive(...document: Named): Named | Promise<Named>;
  override receive(name: DocumentName, doc: Documents[DocumentName]): Named | Promise<Named> {
    if (name === 'start') this.#told.clear();
    try {
      this.#labels.note(name, doc);
      // Not `...document`: a list would be made for every event.
      return (super.receive as Receive).call(this, name, doc);
    } catch (error) {
      if (this.onError === 'raise') throw error;
      this.#tell(name, doc, error);
      return [name, doc] as Named;
    }
  }

  /** The same error on each of ten thousand events is told once a run. */
  #tell(name: DocumentName, doc: Documents[DocumentName], error: unknown): void {
    const key = `${name} ${messageOf(error)}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    warn(`The callback ${this.constructor.name} ${this.#labels.failure(name, doc, error)}`);
  }
}
