/** What the RunEngine does a second, and what it costs to go on: plans, bare messages, long runs. */
import { programs } from '../programs.mjs';

/**
 * What is measured, how many of them, and the least ratio; 0 is shown only. Each side does so many twice before, and then
 * once more, measured. A shorter run of the bare messages is over before JavaScript's compiler is.
 */
const CASES = [
  { name: 'count', many: 5000, unit: 'events/s', ratioAtLeast: 30 },
  { name: 'scan', many: 5000, unit: 'events/s', ratioAtLeast: 30 },
  { name: 'create, read, save', many: 20_000, unit: 'events/s', ratioAtLeast: 50 },
  { name: 'null', many: 200_000, unit: 'messages/s', ratioAtLeast: 10 },
  // Each library's own simulated detector and motor.
  { name: 'count of sim', many: 1000, unit: 'events/s', ratioAtLeast: 0 },
  { name: 'scan of sim', many: 1000, unit: 'events/s', ratioAtLeast: 0 },
];

/** A run that goes on for long: how much dearer a later event is, and how much memory is kept. */
const LONG = [
  { name: 'event 100,000 against event 1,000', what: 'later', unit: 'times', atMost: 1.2 },
  { name: 'memory kept from event 100,000 to 1,000,000', what: 'memory', unit: 'MB', atMost: 5, rounds: 3 },
];

export function rows({ folder }) {
  const { ours, peer } = programs(folder, 'engine');
  return [
    ...CASES.map(({ name, many, unit, ratioAtLeast }) => ({
      name,
      unit,
      passes: { ratioAtLeast },
      sides: { peer: peer(name, many), ours: ours(name, many) },
    })),
    ...LONG.map(({ name, what, unit, atMost, rounds }) => ({
      name,
      unit,
      passes: { atMost },
      rounds,
      sides: { ours: ours(what) },
    })),
  ];
}
