import type { Motor, Readable } from '../devices/index.js';
import type { DeviceHints } from '../documents/index.js';
import { Msg } from '../engine/index.js';
import type { Plan } from '../engine/index.js';
import { deviceRepr, groupId } from './plan-stubs.js';
import { planMetadata } from './plan-metadata.js';
import { runWrapper } from './preprocessors/run-wrapper.js';
import { stageWrapper } from './preprocessors/stage-wrapper.js';
import type { Positions, Trajectory } from './trajectory.js';
import { triggerAndRead } from './trigger-and-read.js';

/** What a scan does at each point; `known` remembers where each motor was last sent. */
export type PerStep = (detectors: readonly Readable[], step: Positions, known: Map<Motor, number>) => Plan<unknown>;

/** Scans along any trajectory; the metadata given win over those made here. */
export function* scanNd(
  detectors: readonly Readable[],
  { motors, points }: Trajectory,
  { perStep = oneNdStep, md }: { perStep?: PerStep | undefined; md: Readonly<Record<string, unknown>> },
): Plan<string> {
  const own = {
    detectors: detectors.map((detector) => detector.name),
    motors: motors.map((motor) => motor.name),
    num_points: points.length,
    num_intervals: points.length - 1,
    plan_args: { detectors: detectors.map(deviceRepr) },
    plan_name: 'scan_nd',
  };
  const known = new Map<Motor, number>();
  const body = function* (): Plan {
    for (const step of points) yield* perStep(detectors, step, known);
  };
  const metadata = planMetadata(own, dimensionsOf(motors), md);
  return yield* stageWrapper(runWrapper(body(), metadata), [...detectors, ...motors]);
}

/** The default step: moves the motors that have to move, then takes an event of everything. */
export function* oneNdStep(detectors: readonly Readable[], step: Positions, known: Map<Motor, number>): Plan {
  yield* movePerStep(step, known);
  yield* triggerAndRead([...detectors, ...step.keys()]);
}

/** Moves the motors whose position changes, all at once, and waits for them. */
export function* movePerStep(step: Positions, known: Map<Motor, number>): Plan {
  yield new Msg('checkpoint');
  const group = groupId('set');
  for (const [motor, position] of step) {
    if (known.get(motor) === position) continue;
    yield new Msg('set', motor, [position], { group });
    known.set(motor, position);
  }
  yield new Msg('wait', null, [], { group });
}

/** The fields of a motor to draw against; undefined if it gives no such hint. */
export function hintedFields(motor: Motor): readonly string[] | undefined {
  return (motor as { hints?: DeviceHints }).hints?.fields;
}

/** One dimension a motor, if every motor says which of its fields to use. */
function dimensionsOf(motors: readonly Motor[]): Record<string, unknown> {
  const fields = motors.map(hintedFields);
  if (fields.includes(undefined)) return {};
  return { dimensions: fields.map((each) => [each, 'primary']) };
}
