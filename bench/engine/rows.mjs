/** Events a second of the RunEngine with the least devices there can be. */
import { programs } from '../programs.mjs';

const EVENTS = 2000;

export function rows({ folder }) {
  const { ours, peer } = programs(folder, 'engine');
  return ['count', 'scan'].map((plan) => ({
    name: plan,
    unit: 'events/s',
    passes: { ratioAtLeast: 30 },
    sides: { peer: peer(plan, EVENTS), ours: ours(plan, EVENTS) },
  }));
}
