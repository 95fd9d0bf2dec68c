import { nameOf } from '../../devices/index.js';
import type { Plan } from '../../engine/index.js';
import { isPlainObject } from '../../host/index.js';
import { PlanArgumentError } from '../check-arguments.js';
import { reprOf } from '../device-repr.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';
import { InitialPositions, inOrder } from './initial-positions.js';
import { msgMutator, replaced } from './msg-mutator.js';
import { planMutator } from './plan-mutator.js';

/**
 * Takes the positions to which a plan sets devices as relative to where they were.
 *
 * @param plan - the plan
 * @param devices - the devices that count; default all that the plan sets
 * @returns what the plan returns
 * @example
 * ```ts
 * await RE(relativeSetWrapper(scan([det], motor, -1, 1, 5), [motor]))
 * ```
 */
export function relativeSetWrapper<R>(plan: Plan<R>, devices: Iterable<unknown> | null = null): Plan<R> {
  const initial = new InitialPositions(devices);
  return msgMutator(planMutator(plan, initial.look), (msg) => {
    if (msg.command !== 'set' || !initial.has(msg.obj)) return msg;
    const [by, ...rest] = msg.args;
    return replaced(msg, { args: [sum(nameOf(msg.obj), initial.of(msg.obj), by), ...rest] });
  });
}

/** {@link relativeSetWrapper} as a decorator. */
export function relativeSetDecorator(devices: Iterable<unknown> | null = null): PlanDecorator {
  return decorator((plan) => relativeSetWrapper(plan, devices));
}

/** A position and how far to go from there: numbers, or numbers by axis, of which some may be left out. */
function sum(device: string, from: unknown, by: unknown): unknown {
  if (isPlainObject(from) && isPlainObject(by)) {
    return Object.entries(from).map(([axis, each]) => sum(device, each, by[axis] ?? 0));
  }
  const places = inOrder(from);
  if (Array.isArray(places) && Array.isArray(by)) return places.map((each, at) => sum(device, each, by[at] ?? 0));
  if (isAddable(from) && isAddable(by)) return Number(from) + Number(by);
  throw new PlanArgumentError(
    `${device} cannot be moved relatively by ${reprOf(by)}: it is at ${reprOf(from)}, and only numbers can be added.`,
  );
}

/** Switches count as 0 and 1, as in Python. */
function isAddable(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}
