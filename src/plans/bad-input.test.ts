import { describe, expect, it } from 'vitest';

import { Signal, SoftPositioner } from '../devices/index.js';
import { hw } from '../devices/sim/index.js';
import { RunEngine } from '../engine/index.js';
import type { Plan } from '../engine/index.js';
import { PlanArgumentError } from './check-arguments.js';
import * as bp from './index.js';
import * as bpp from './preprocessors/index.js';
import * as bps from './stubs.js';

const d = hw();
const near = new SoftPositioner({ name: 'near', limits: [-1, 1] });

/** What goes wrong, and words that name the argument or say what to do. */
const BAD: readonly (readonly [plan: () => Plan<unknown>, words: string])[] = [
  [() => bp.count([d.det], 2, 'soon' as never), 'delay is the seconds between readings'],
  [() => bp.count([d.det], 2, { perShot: 3 as never }), 'perShot must be a generator function, not 3'],
  [() => bp.count([d.det], { nmu: 3 } as never), "count() knows no option 'nmu'. Did you mean 'num'?"],
  [() => bp.count([d.det], 3, { num: 4 }), 'count() was given num twice'],
  [() => bp.relScan([d.det], d.motor, 0, 1, 5, { perstep: null } as never), "Did you mean 'perStep'?"],
  [() => bp.relScan([d.det], d.motor, NaN, 1, 5), 'the first position of motor must be a finite number, not NaN'],
  [() => bp.relScan([7 as never], d.motor, 0, 1, 5), 'The detector 7 has no method read()'],
  [() => bp.scan([d.det], ...[d.motor, 0, 1, d.motor1, 5]), 'The number of points to scan must be provided'],
  [() => bp.scan([d.det], d.motor, 0, 1, 5, { perStep: 5 as never }), 'per_step must be a callable'],
  [() => bp.listScan([d.det], d.motor), 'must contain a list of points'],
  [() => bp.listScan([d.det], d.motor, 3 as never), 'the positions of motor must be a list, such as [1, 2, 3], not 3'],
  [() => bp.listScan([d.det], d.motor, [1, NaN]), 'position 2 of motor is NaN'],
  [() => bp.listScan([d.det], d.motor, [1, '2' as never]), 'position 2 of motor is "2"'],
  [() => bp.listScan([d.det], d.motor, []), 'the motors have no positions'],
  [() => bp.listScan([d.det]), 'at least one motor'],
  [() => bp.relListScan([d.det], d.det as never, [1]), 'det stands where a motor should'],
  [() => bp.listGridScan([d.det], d.motor1, [1], d.motor2), 'must contain a list of points'],
  [() => bp.listGridScan([d.det], d.motor1, [1], d.motor2, []), 'the list of positions of motor2 is empty'],
  [
    () => bp.listGridScan([d.det], d.motor1, [1], d.motor2, [1], { snakeAxes: [d.motor3] }),
    'contains motors that are not controlled',
  ],
  [() => bp.listGridScan([d.det], d.motor1, [1], { snakeAxes: 'all' as never }), 'must be either "False"'],
  [() => bp.gridScan([d.det], d.motor1, 0, 1, 2.5, d.motor2, 0, 1, 2), 'num is the number of points'],
  [() => bp.gridScan([d.det], ...[d.motor1, 0, 1, 2, d.motor2, 0, 1, 2, 7]), 'must be true or false, not 7'],
  [() => bp.gridScan([d.det]), 'needs at least one motor'],
  [() => bp.relGridScan([d.det], d.motor1, 0, '1' as never, 2), 'the last position of motor1'],
  [() => bp.logScan([d.det], d.motor, 0, 1, 0), 'num is the number of points'],
  [() => bp.relLogScan([d.det], 'motor' as never, 0, 1, 2), '"motor" stands where a motor should'],
  [() => bp.logScan([d.det], d.motor, 0, 400, 2), 'Infinity'],
  [() => bp.spiral([d.det], d.motor1, d.motor2, 0, 0, 1, 1, 0, 3), 'dr must be above 0, not 0'],
  [() => bp.spiral([d.det], d.motor1, d.motor2, 0, 0, 1, 1, 5, 3), 'make dr smaller'],
  [() => bp.spiral([d.det], d.motor1, d.motor1, 0, 0, 1, 1, 0.1, 3), 'Can not compose overlapping cycles'],
  [() => bp.spiralFermat([d.det], d.motor1, d.motor2, 0, 0, 1, '1' as never, 0.1, 3), 'yRange must be a finite number'],
  [() => bp.spiralSquare([d.det], d.motor1, d.motor2, 0, 0, 1, 1, 1, 3), 'xNum must be a whole number above 1'],
  [
    () => bp.adaptiveScan([d.det], 'det', d.motor, 0, 1, 0.1, Infinity, 0.1, true),
    'maxStep must be a finite number, not Infinity',
  ],
  [() => bp.adaptiveScan([d.det], 3 as never, d.motor, 0, 1, 0.1, 1, 0.1, true), 'targetField must be the name'],
  [() => bp.tuneCentroid([d.det], 'det', d.motor, 0, 1, 0.1, 1), 'num, the points in each pass'],
  [() => bp.fly(d.flyer1 as never), 'the flyers must be a list'],
  [() => bp.fly([d.motor as never]), 'motor cannot fly: it has no method kickoff()'],
  [() => bp.scanNd([d.det], [1, 2] as never), 'the trajectory must be a cycler'],
  [() => bp.x2xScan([d.det], d.motor1, d.motor2, 0, 'x' as never, 2), 'stop must be a finite number, not "x"'],
  [() => bp.rampPlan(bps.absSet(d.motor, 1), d.sig, 5 as never), 'innerPlan must be a generator function'],
  [() => bps.mv(d.motor, 1, d.motor1 as never), 'mv() takes pairs of a device and a value, but got 3 arguments'],
  [() => bps.mv(d.det as never, 1), 'det stands where a device should'],
  [() => bps.repeat(3 as never), 'plan must be a generator function, not 3'],
  [() => bpp.setRunKeyWrapper(bps.nullPlan(), undefined), 'run ID can not be None'],
];

/** Places that `near` cannot go to, some of them late in the plan. */
const TOO_FAR: readonly (() => Plan<unknown>)[] = [
  () => bp.scan([d.det], near, 0, 2, 21),
  () => bp.relScan([d.det], near, 0, 2, 21),
  () => bp.listScan([d.det], near, [0, 0.5, 1.5]),
  () => bp.gridScan([d.det], d.motor1, 0, 1, 2, near, 0, 2, 3),
  () => bp.listGridScan([d.det], d.motor1, [0], near, [0, -2]),
  () => bp.logScan([d.det], near, -3, 1, 5),
  () => bp.spiralSquare([d.det], d.motor1, near, 0, 0, 1, 4, 3, 3),
  () => bp.adaptiveScan([d.det], 'det', near, 0, 2, 0.1, 0.2, 0.1, true),
  () => bp.tuneCentroid([d.det], 'det', near, 0, 2, 0.1),
  () => bps.mv(d.motor1, 0.5, near, 2),
];

/** Runs a plan that must fail; gives the error and the names of the messages that set or opened something. */
async function failure(plan: Plan<unknown>): Promise<{ error: Error; done: string[] }> {
  const done: string[] = [];
  const RE = new RunEngine();
  RE.msgHook = ({ command }) => ['set', 'open_run', 'stage'].includes(command) && done.push(command);
  const error: Error = await RE(plan).then(
    () => new Error('It did not fail.'),
    (thrown: Error) => thrown,
  );
  return { error, done };
}

describe('bad input', () => {
  it.each(BAD)('is refused before anything is done (%#): %s', async (plan, words) => {
    const { error, done } = await failure(plan());
    expect(error.message).toContain(words);
    expect(error).toBeInstanceOf(PlanArgumentError);
    expect(done).toEqual([]);
  });

  it.each(TOO_FAR.map((plan) => [plan]))('that exceeds limits moves nothing (%#)', async (plan) => {
    const { error, done } = await failure(plan());
    expect(error.message).toMatch(/not within limits \(-1, 1\)/);
    expect(error.name).toBe('LimitError');
    expect(done).toEqual([]);
  });

  it('a relative move of what is no number is refused, and nothing is set', async () => {
    const label = new Signal({ name: 'label', value: 'Si' });
    const { error, done } = await failure(bps.mvr(label as never, 1));
    expect(error.message).toBe("label cannot be moved relatively by 1: it is at 'Si', and only numbers can be added.");
    expect(done).not.toContain('set');
  });

  it('control: within limits they all run', async () => {
    const { error, done } = await failure(bp.scan([d.det], near, -1, 1, 3));
    expect(error.message).toBe('It did not fail.');
    expect(done).toContain('set');
  });

  it('a field that nothing reads is named, with the one that was meant', async () => {
    const { error } = await failure(bp.adaptiveScan([d.det], 'dett', d.motor, 0, 1, 0.1, 0.2, 0.1, true));
    expect(error.message).toContain("nothing reads a field 'dett'. Did you mean 'det'?");
  });
});
