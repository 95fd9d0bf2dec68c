import type { DeviceHints } from '../../documents/index.js';
import { SynAxis } from './syn-axis.js';

/** A simulated motor that says nothing of which of its fields matter. */
export class SynAxisEmptyHints extends SynAxis {
  override get hints(): DeviceHints {
    return {};
  }
}
