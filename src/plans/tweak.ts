import type { Motor, Readable, Readings } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { Msg } from '../engine/index.js';
import { clearOutput, print } from '../host/index.js';
import { didYouMean, general, pythonRepr } from '../text/index.js';
import { checkDetectors, checkMotor, checkNumber, PlanArgumentError } from './check-arguments.js';
import { deviceRepr } from './device-repr.js';
import { dimensionPerMotor, withReplacedHints } from './plan-metadata.js';
import { takeOptions } from './plan-options.js';
import { runWrapper } from './preprocessors/run-wrapper.js';
import { stageWrapper } from './preprocessors/stage-wrapper.js';

/** The options of {@link tweak}. */
export interface TweakOptions {
  /** Metadata for the run. */
  md?: Readonly<Record<string, unknown>> | null;
}

/**
 * Moves a motor step by step as the user says, and shows a value after each.
 *
 * It asks for the next step: a number changes the step, an empty answer repeats it, anything else ends the plan.
 *
 * @param detector - what to read
 * @param targetField - the field to show
 * @param motor - what to move
 * @param step - the first step
 * @param options - `md`
 * @returns the run's uid
 */
export function* tweak(
  detector: Readable,
  targetField: string,
  motor: Motor,
  step: number,
  options: TweakOptions = {},
): Plan<string> {
  checkDetectors('tweak', [detector]);
  checkMotor('tweak', motor);
  checkNumber('tweak', 'step', step);
  const [, { md }] = takeOptions<TweakOptions>('tweak', [options], ['md']);
  const own = {
    detectors: [detector.name],
    motors: [motor.name],
    plan_args: { detector: deviceRepr(detector), target_field: targetField, motor: deviceRepr(motor), step },
    plan_name: 'tweak',
  };
  const metadata = withReplacedHints(own, dimensionPerMotor([motor]), md ?? {});
  const run = runWrapper(tweaks(detector, targetField, motor, step), { md: metadata });
  return yield* stageWrapper(run, [detector, motor]);
}

function* tweaks(detector: Readable, field: string, motor: Motor, first: number): Plan {
  for (let step = first; ;) {
    yield new Msg('create', null, [], { name: 'primary' });
    const place = (yield new Msg('read', motor)) as Readings | undefined;
    // A dry run reads nothing, and asks nobody.
    if (!place) return;
    const position = Number(Object.values(place)[0]?.value);
    yield new Msg('trigger', detector, [], { group: 'A' });
    yield new Msg('wait', null, ['A']);
    const readings = (yield new Msg('read', detector)) as Readings;
    const value = fieldOf(readings, field);
    yield new Msg('save');
    const prompt = `${motor.name}, ${shortFloat(position)}, ${shortFloat(value)}, (${pythonRepr(step)}) `;
    const answer = String(((yield new Msg('input', null, [], { prompt })) as unknown) ?? '');
    if (answer !== '') {
      step = Number(answer);
      if (answer.trim() === '' || Number.isNaN(step)) return;
    }
    yield new Msg('set', motor, [position + step], { group: 'A' });
    print('Motor moving...');
    yield new Msg('wait', null, ['A']);
    clearOutput({ wait: true });
  }
}

function fieldOf(readings: Readings, field: string): number {
  const reading = readings[field];
  if (reading) return Number(reading.value);
  const fields = Object.keys(readings);
  throw new PlanArgumentError(
    `tweak(): the detector reads no field '${field}'.${didYouMean(field, fields)} It reads ${fields.join(', ')}.`,
  );
}

/** A number as Python's `{:.3}` writes a float: three digits, and never without a point or an exponent. */
function shortFloat(value: number): string {
  const text = general(value, 3);
  if (!/^-?\d+$/.test(text)) return text;
  // With the point that must follow, three digits before it are too many.
  return text.replace('-', '').length < 3 ? `${text}.0` : Number(text).toExponential().replace('+', '+0');
}
