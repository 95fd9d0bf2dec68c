import type { Motor, Readable } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { PlanArgumentError } from './check-arguments.js';
import type { Positions } from './cycler.js';
import { nameOf } from '../devices/index.js';
import type { PosCache } from './step-stubs.js';

/** What a scan does at each point; `posCache` remembers where each motor was last sent. */
export type PerStep = (detectors: readonly Readable[], step: Positions, posCache: PosCache) => Plan<unknown>;

/** What a scan with one motor does at each point; its parameters must be called so. */
export type PerStep1d = (detectors: readonly Readable[], motor: Motor, step: number) => Plan<unknown>;

/** How a function is written in metadata. */
export function perStepRepr(perStep: unknown): string {
  return typeof perStep === 'function' ? `<function ${perStep.name}>` : 'None';
}

/** A step in the form for any number of motors; one of which the second parameter is `motor` takes the other. */
export function asPerStep(perStep: unknown, motors: readonly Motor[]): PerStep {
  if (typeof perStep !== 'function') {
    throw new PlanArgumentError(
      'per_step must be a callable with the signature \n <Signature (detectors, step, pos_cache)> or ' +
        `<Signature (detectors, motor, step)>. \nIt is ${nameOf(perStep)}.`,
    );
  }
  if (secondParameter(perStep) !== 'motor') return perStep as PerStep;
  const [motor] = motors;
  if (motors.length !== 1 || !motor) {
    throw new PlanArgumentError(
      `Signature of per_step assumes 1D trajectory but ${motors.length} motors are specified.`,
    );
  }
  return (detectors, step) => (perStep as PerStep1d)(detectors, motor, step.get(motor) as number);
}

/** The name of a function's second parameter, which tells the two forms apart as it does in bluesky. */
function secondParameter(f: object): string | undefined {
  const text = Function.prototype.toString.call(f).replace(/\/\*[^]*?\*\//g, '');
  return /^[^(]*\(\s*[\w$]+\s*,\s*([\w$]+)/.exec(text)?.[1];
}
