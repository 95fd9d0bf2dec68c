import type { Named } from '../documents/index.js';
import { warn } from '../host/index.js';
import { CallbackBase } from './base.js';

/**
 * Base of callbacks that draw or print: an error of theirs is told as a warning and never ends a run.
 */
export class SafeCallback extends CallbackBase {
  /** `warn` (default) tells errors and goes on; `raise` lets them end the plan. */
  onError: 'warn' | 'raise' = 'warn';
  readonly #told: Set<string> = new Set();

  override receive(...args: Named): unknown {
    if (this.onError === 'raise') return super.receive(...args);
    if (args[0] === 'start') this.#told.clear();
    try {
      return super.receive(...args);
    } catch (error) {
      this.#tell(args[0], error);
      return undefined;
    }
  }

  /** The same error on each of ten thousand events is told once a run. */
  #tell(name: string, error: unknown): void {
    const text = `${this.constructor.name} failed on a ${name} document: ${error instanceof Error ? error.message : String(error)}`;
    if (this.#told.has(text)) return;
    this.#told.add(text);
    warn(text);
  }
}
