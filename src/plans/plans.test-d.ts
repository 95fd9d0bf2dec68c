/** How plans may be called, and how not; nothing here runs. */
import { det, motor, motor1, motor2, motor3 } from '../devices/sim/index.js';
import type { DataKeys, Readings, Status } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import {
  adaptiveScan,
  count,
  cycler,
  gridScan,
  listGridScan,
  listScan,
  logScan,
  relGridScan,
  relScan,
  scan,
  scanNd,
  spiral,
  triggerAndRead,
  tuneCentroid,
} from './index.js';
import type { PerStep, PerStep1d } from './index.js';
import { baselineDecorator, planMutator, runDecorator, stubDecorator, subsDecorator } from './preprocessors/index.js';
import { locate, mv, mvr, rd, read } from './stubs.js';

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

const oneMotor: PerStep1d = function* (detectors, motor, step) {
  yield* mv(motor, step);
  yield* triggerAndRead([...detectors, motor]);
};
/** A device that goes to named places. */
declare const filter: {
  name: string;
  set(place: 'in' | 'out'): Status;
  read(): Readings<string>;
  describe(): DataKeys;
};

export const more: Plan<string>[] = [
  relScan([det], motor, -1, 1, 5, { md: { sample: 'Si' } }),
  scan([det], motor, -1, 1, 5, { perStep: (detectors, step, posCache) => perStep(detectors, step, posCache) }),
  scan([det], ...[motor, -1, 1, 5], { perStep: oneMotor }),
  listScan([det], motor, [1, 2, 3]),
  listScan([det], filter, ['in', 'out'] as const),
  listScan([det], motor, [1, 2], filter, ['in', 'out'] as const, { md: {} }),
  listGridScan([det], motor1, [1, 2], motor2, [3, 4], { snakeAxes: [motor2] }),
  gridScan([det], motor1, 0, 1, 2, motor2, 0, 1, 3, { snakeAxes: true }),
  gridScan([det], motor1, 0, 1, 2, motor2, 0, 1, 3, motor3, 0, 1, 4),
  gridScan([det], motor1, 0, 1, 2, motor2, 0, 1, 3, false),
  relGridScan([det], motor1, 0, 1, 2, motor2, 0, 1, 3, { snakeAxes: [motor2] }),
  logScan([det], motor, 0, 1, 5, { perStep: oneMotor }),
  spiral([det], motor1, motor2, 0, 0, 1, 1, 0.1, 3, { tilt: 0.1 }),
  adaptiveScan([det], 'det', motor, 0, 1, 0.1, 0.2, 0.3, true, 0.5, { md: {} }),
  adaptiveScan([det], 'det', motor, 0, 1, 0.1, 0.2, 0.3, true, { threshold: 0.5 }),
  tuneCentroid([det], 'det', motor, 0, 1, 0.1, 6, { snake: true }),
  scanNd([det], cycler(motor1, [1, 2]).multiply(cycler(motor2, [3, 4]))),
];

// @ts-expect-error -- no such option
gridScan([det], motor1, 0, 1, 2, motor2, 0, 1, 3, { snakeAxis: true });

// Decorated functions keep their arguments and what they give.
const watched: (times: number) => Plan<boolean> = subsDecorator((name, doc) => void [name, doc])(function* (
  times: number,
): Plan<boolean> {
  yield* count([det], times);
  return times > 1;
});
export const opened: () => Plan<string> = runDecorator({ md: { a: 1 } })(() => triggerAndRead([det]));
export const stubbed: () => Plan<Record<string, unknown>> = stubDecorator()(() => count([det]));
export const both: (times: number) => Plan<boolean> = baselineDecorator([motor1], { name: 'before' })(watched);
export const mutated: Plan<string> = planMutator(count([det]), (msg) => {
  if (msg.command === 'set') return [triggerAndRead([det])];
  return null;
});

export function* values(): Plan<number> {
  const x = yield* rd(motor);
  const place: string = yield* rd(filter);
  const { setpoint, readback } = yield* locate(motor);
  yield* mv(motor, x + setpoint - readback, filter, 'in');
  yield* mvr(motor, 1, { timeout: 3 });
  return (yield* rd(det)) + place.length;
}

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
