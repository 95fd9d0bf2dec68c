import type { Named } from '../documents/index.js';
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

  override receive(...args: Named): Named | Promise<Named> {
    if (this.onError === 'raise') return super.receive(...args);
    if (args[0] === 'start') this.#told.clear();
    try {
      this.#labels.note(args[0], args[1]);
      return super.receive(...args);
    } catch (error) {
      this.#tell(args, error);
      return args;
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
