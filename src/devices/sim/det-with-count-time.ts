import { Device } from '../device.js';
import type { Signal } from '../signal.js';
import { SynSignal } from './syn-signal.js';

/** A simulated detector with a count time, which is read with its intensity of 0. */
export class DetWithCountTime extends Device {
  readonly intensity: SynSignal = this.add(
    'intensity',
    new SynSignal({ name: `${this.name}_intensity`, func: () => 0 }),
    'hinted',
  );
  readonly countTime: Signal = this.signal('count_time', { value: 0 });
}
