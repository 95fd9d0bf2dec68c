import { Device } from '../device.js';
import type { Kind } from '../kind.js';
import { SynSignal } from './syn-signal.js';

/** A simulated detector that reads 1 and 2, with the settings 3 and 4. */
export class DetWithConf extends Device {
  readonly a: SynSignal = this.#constant('a', 1, 'hinted');
  readonly b: SynSignal = this.#constant('b', 2, 'hinted');
  readonly c: SynSignal = this.#constant('c', 3, 'config');
  readonly d: SynSignal = this.#constant('d', 4, 'config');

  #constant(attr: string, value: number, kind: Kind): SynSignal {
    return this.add(attr, new SynSignal({ name: `${this.name}_${attr}`, func: () => value }), kind);
  }
}
