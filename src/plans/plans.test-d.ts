/** How plans may be called, and how not; nothing here runs. */
import { det, motor, motor1, motor2, motor3 } from '../devices/sim/index.js';
import type { Readings } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { count, scan, triggerAndRead } from './index.js';
import type { PerStep } from './index.js';
import { mv, read } from './stubs.js';

export const plans: Plan<string>[] = [
  count([det]),
  count([det], 3),
  count([det], null),
  count([det], 3, 0.1),
  count([det], 3, [0.1, 0.2], { md: { sample: 'LaB6' } }),
  count([det], { num: 3, perShot: (detectors) => triggerAndRead(detectors) }),
  scan([det], motor, -1, 1, 5),
  scan([det], motor, -1, 1, 5, { md: {} }),
  scan([det], motor, -1, 1, { num: 5 }),
  scan([det], motor1, 0, 1, motor2, 0, 1, 5),
  scan([det], motor1, 0, 1, motor2, 0, 1, motor3, 0, 1, 5, { md: {} }),
  scan([det], ...[motor, 0, 1, motor1, 0, 1, motor2, 0, 1, motor3, 0, 1, 5]),
];

// @ts-expect-error -- detectors are a list
count(det);
// @ts-expect-error -- a number counts
count([det], '3');
// @ts-expect-error -- a detector cannot be moved
scan([det], det, -1, 1, 5);
// @ts-expect-error -- no such option
count([det], { number: 3 });

// What stands in a cell as a device needs no annotations.
const load = {
  name: 'load',
  read: () => ({ load: { value: 1, timestamp: 2 } }),
  describe: () => ({ load: { source: 'os', dtype: 'number', shape: [], precision: 2 } }),
};

export function* composed(): Plan<number> {
  const readings: Readings = yield* read(load);
  yield* count([load, det]);
  const [status] = yield* mv(motor, 3);
  return Number(readings.load?.value) + Number(status?.done);
}

export const perStep: PerStep = function* (detectors, step) {
  yield* triggerAndRead([...detectors, ...step.keys()]);
};
