import { ReadOnlyError } from '../errors.js';
import { SynSignal } from './syn-signal.js';

/** A simulated signal that measures when it is triggered, and cannot be set. */
export class SynSignalRO<T = number> extends SynSignal<T> {
  override put(value: T): never {
    throw new ReadOnlyError(`${this.name} can only be read; it cannot be set to ${String(value)}.`);
  }

  override set(value: T): never {
    return this.put(value);
  }
}
