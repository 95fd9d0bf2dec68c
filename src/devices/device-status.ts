import type { HasName } from './protocols.js';
import { hasMethod } from './protocols.js';
import type { Progress, StatusOptions } from './status.js';
import { Status } from './status.js';

/** How a device's action is followed. */
export interface DeviceStatusOptions extends StatusOptions {
  /** What is done, such as `set oven to 80`; default `the action of` and the device's name. */
  what?: string;
  /** Whether a failure stops the device, if it can be stopped. Default true. */
  stopOnFailure?: boolean;
}

/**
 * The status of what a device does: it names the device, stops it when the action fails, and tells whoever
 * watches when the action has ended.
 *
 * @example
 * ```ts
 * const status = new DeviceStatus(camera, { what: 'expose camera', timeout: 5 })
 * camera.onPicture(() => status.setFinished())
 * ```
 */
export class DeviceStatus extends Status {
  constructor(
    readonly device: HasName,
    { what = `the action of ${device.name}`, stopOnFailure = true, ...options }: DeviceStatusOptions = {},
  ) {
    super(what, options);
    this.addCallback(() => {
      if (stopOnFailure && !this.success && hasMethod(device, 'stop')) device.stop();
      this.reportProgress({ name: device.name, fraction: 0 });
    });
  }

  /** Calls back with the device's name at once, and with its progress. */
  override watch(callback: (progress: Progress) => void): void {
    super.watch(callback);
    callback({ name: this.device.name });
  }
}
