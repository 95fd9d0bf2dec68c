import type { DocumentName, Documents, Named } from '../documents/index.js';
import { DocumentLabels } from '../documents/index.js';
import { warn } from '../host/index.js';
import { messageOf } from '../text/index.js';
import { CallbackBase } from './base.js';

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
    const document = [name, doc] as Named;
    if (this.onError === 'raise') return super.receive(...document);
    if (name === 'start') this.#told.clear();
    try {
      this.#labels.note(name, doc);
      return super.receive(...document);
    } catch (error) {
      this.#tell(document, error);
      return document;
    }
  }

  /** The same error on each of ten thousand events is told once a run. */
  #tell([name, doc]: Named, error: unknown): void {
    const key = `${name} ${messageOf(error)}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    warn(`The callback ${this.constructor.name} ${this.#labels.failure(name, doc, error)}`);
  }
}
