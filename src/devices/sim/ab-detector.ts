import type { DeviceOptions } from '../device.js';
import { Device } from '../device.js';
import { seededRandom } from './random.js';
import { SynSignal } from './syn-signal.js';

/** The settings of a simulated detector of two random values. */
export interface ABDetectorOptions extends DeviceOptions {
  /** Makes the values repeatable. */
  seed?: number;
}

/** A simulated detector of two random values in [0, 1), of which one is hinted. */
export class ABDetector extends Device {
  readonly a: SynSignal;
  readonly b: SynSignal;

  constructor({ seed, ...options }: ABDetectorOptions) {
    super(options);
    const func = seed === undefined ? Math.random : seededRandom(seed);
    this.a = this.add('a', new SynSignal({ name: `${this.name}_a`, func }), 'hinted');
    this.b = this.add('b', new SynSignal({ name: `${this.name}_b`, func }));
  }
}
