import type { Readings } from '../protocols.js';
import { SynSignal } from './syn-signal.js';

/** A simulated signal whose readings are always the same, their times too. */
export class InvariantSignal extends SynSignal {
  override read(): Readings<number> {
    return { [this.name]: { value: this.value, timestamp: 0 } };
  }

  override toString(): string {
    return '<INVARIANT REPR>';
  }
}
