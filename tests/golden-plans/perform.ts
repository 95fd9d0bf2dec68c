import type { RunEngine } from '../../src/engine/index.js';
import type { Hardware } from '../../src/devices/sim/index.js';
import { GOLDEN_PLANS } from '../golden-plans.js';
import type { GoldenPlan, Tap } from './golden-plan.js';

/** Does what a recording did next: `call`, or after a pause `resume`, `stop`, `halt` or `abort:reason`. */
export function perform(
  RE: RunEngine,
  name: string,
  { hw, tap }: { hw: Hardware; tap: Tap },
  action: string,
  md: Record<string, unknown>,
): Promise<unknown> {
  const [verb, reason] = action.split(':');
  switch (verb) {
    case 'call':
      return RE((GOLDEN_PLANS[name] as GoldenPlan)(hw, RE, tap), undefined, md);
    case 'resume':
      return RE.resume();
    case 'stop':
      return RE.stop();
    case 'abort':
      return RE.abort(reason);
    case 'halt':
      return RE.halt();
    default:
      throw new Error(`A recording has the unknown action ${action}.`);
  }
}
