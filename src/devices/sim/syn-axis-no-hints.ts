import type { Kind } from '../kind.js';
import { SynAxis } from './syn-axis.js';

/** A simulated motor that reads only its setpoint, and has no hints at all. */
export class SynAxisNoHints extends SynAxis {
  override get hints(): undefined {
    return undefined;
  }

  protected override get readbackKind(): Kind {
    return 'omitted';
  }
}
