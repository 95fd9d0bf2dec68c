import type { DeviceOptions } from '../device.js';
import { Device } from '../device.js';
import type { Picture } from './syn-signal-with-registry.js';
import { SynSignal } from './syn-signal.js';

/** The settings of a simulated camera whose pictures stand in the events themselves. */
export interface DirectImageOptions extends DeviceOptions {
  /** What it sees; default: 0. */
  func?: () => Picture;
  /** The name of the picture's field; default: the device's, with `_img`. */
  field?: string;
}

/**
 * A simulated camera whose pictures stand in the events themselves.
 *
 * @example
 * ```ts
 * const camera = new DirectImage({ name: 'camera', func: () => ndArray(new Uint16Array(6), [2, 3]) })
 * await RE(count([camera]))
 * ```
 */
export class DirectImage extends Device {
  readonly img: SynSignal<Picture>;

  constructor({ func, field, ...options }: DirectImageOptions) {
    super(options);
    this.img = this.add('img', new SynSignal<Picture>({ name: field ?? `${this.name}_img` }), 'hinted');
    if (func) this.img.simSetFunc(func);
  }
}
