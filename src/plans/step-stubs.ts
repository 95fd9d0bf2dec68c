import type { Motor, Movable, Readable } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { Msg } from '../engine/index.js';
import type { Positions } from './cycler.js';
import { groupId } from './plan-stubs.js';
import { triggerAndRead } from './trigger-and-read.js';
import type { TakeReading } from './trigger-and-read.js';

/**
 * One reading: a point to come back to, then an event.
 *
 * @param detectors - what to read
 * @param takeReading - what to do instead of {@link triggerAndRead}
 */
export function* oneShot(detectors: readonly Readable[], takeReading: TakeReading = triggerAndRead): Plan {
  yield new Msg('checkpoint');
  yield* takeReading([...detectors]);
}

/**
 * One step of a scan with one motor: moves it, then takes an event of it and the detectors.
 *
 * @param detectors - what to read beside the motor
 * @param motor - what to move
 * @param step - where to
 * @param takeReading - what to do at the point instead of {@link triggerAndRead}
 * @returns what was read
 */
export function* one1dStep<T>(
  detectors: readonly Readable[],
  motor: Movable<T> & Readable,
  step: T,
  takeReading: TakeReading = triggerAndRead,
): Plan<unknown> {
  const group = groupId('set');
  yield new Msg('checkpoint');
  yield new Msg('set', motor, [step], { group });
  yield new Msg('wait', null, [], { group });
  return yield* takeReading([...detectors, motor]);
}

/**
 * One step of a scan: moves the motors that have to move, then takes an event of them and the detectors.
 *
 * @param detectors - what to read beside the motors
 * @param step - where each motor shall stand
 * @param posCache - where each motor was last sent; changed
 * @param takeReading - what to do at the point instead of {@link triggerAndRead}
 * @example
 * ```ts
 * function* dark(detectors: readonly Readable[], step: Positions, posCache: PosCache) {
 *   yield* sleep(0.1)
 *   yield* oneNdStep(detectors, step, posCache)
 * }
 * await RE(scan([det], motor, -1, 1, 5, { perStep: dark }))
 * ```
 */
export function* oneNdStep(
  detectors: readonly Readable[],
  step: Positions,
  posCache: PosCache,
  takeReading: TakeReading = triggerAndRead,
): Plan {
  yield* movePerStep(step, posCache);
  yield* takeReading([...detectors, ...step.keys()]);
}

/** Where each motor was last sent in a scan. */
export type PosCache = Map<Motor, number>;

/** Moves the motors whose position changes, all at once, and waits for them. */
export function* movePerStep(step: Positions, posCache: PosCache): Plan {
  yield new Msg('checkpoint');
  const group = groupId('set');
  for (const [motor, position] of step) {
    if (posCache.get(motor) === position) continue;
    yield new Msg('set', motor, [position], { group });
    posCache.set(motor, position);
  }
  yield new Msg('wait', null, [], { group });
}
