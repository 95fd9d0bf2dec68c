import type { Readable, Readings } from '../devices/index.js';
import { hasMethod } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { create, drop, groupId, nullPlan, read, save, trigger, wait } from './plan-stubs.js';
import { contingencyWrapper } from './preprocessors/contingency-wrapper.js';

/**
 * Takes one event: triggers the devices, all at once, waits for them, reads them and hands the event
 * out.
 *
 * @param devices - what to read, in the order of the event's fields
 * @param name - the stream; default `primary`
 * @returns all readings by field
 */
export function* triggerAndRead(devices: readonly Readable[], name = 'primary'): Plan<Readings> {
  if (devices.length === 0) yield* nullPlan();
  const group = groupId('trigger');
  const each = [...new Set(devices)];
  const triggered = each.filter((device) => hasMethod(device, 'trigger'));
  for (const device of triggered) yield* trigger(device, { group });
  if (triggered.length > 0) yield* wait(group);
  yield* create(name);
  return yield* contingencyWrapper(readAll(each), { exceptPlan: drop, elsePlan: save });
}

function* readAll(devices: readonly Readable[]): Plan<Readings> {
  const readings: Readings = {};
  for (const device of devices) Object.assign(readings, yield* read(device));
  return readings;
}
