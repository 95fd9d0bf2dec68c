import { DeviceStatus } from '../device-status.js';
import type { Status } from '../status.js';
import { SynAxis } from './syn-axis.js';

/** A simulated motor that does not say where it is, except when it is read. */
export class SynAxisNoPosition extends SynAxis {
  override get position(): never {
    throw new TypeError(`${this.name} does not say where it is; read it.`);
  }

  protected override moveStatus(target: number): Status {
    return new DeviceStatus(this, { what: `set ${this.name} to ${target}`, stopOnFailure: false });
  }
}
