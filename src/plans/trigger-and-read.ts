import type { Readable, Readings } from '../devices/index.js';
import { hasMethod } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { Msg } from '../engine/index.js';
import { asPlanFunction } from './plan.js';
import { groupId, waitMsg } from './plan-stubs.js';
import { rewindableWrapper } from './preprocessors/rewindable-wrapper.js';
import { allSafeRewind, separateDevices } from './separate-devices.js';

/**
 * Takes one event: triggers the devices, all at once, waits for them, reads them and hands the event
 * out.
 *
 * A device is read once, and not beside a device that it is part of. If one of them says `rewindable: false`, nothing
 * of this is taken again after a pause.
 *
 * @param devices - what to read, in the order of the event's fields
 * @param name - the stream, also as `{ name }`; default `primary`
 * @returns all readings by field
 * @example
 * ```ts
 * const readings = yield* triggerAndRead([det, motor])
 * readings.det.value
 * ```
 */
export function triggerAndRead(
  devices: readonly Readable[],
  name: string | { name?: string } = 'primary',
): Plan<Readings> {
  const each = separateDevices(devices);
  const event = oneEvent(each, typeof name === 'string' ? name : (name.name ?? 'primary'));
  return rewindableWrapper(event, allSafeRewind(each));
}

asPlanFunction(triggerAndRead);

/** Takes readings of devices; {@link triggerAndRead} is the usual one. */
export type TakeReading = (devices: readonly Readable[]) => Plan<unknown>;

/** Every event of every plan comes from here: its messages are yielded as directly as can be. */
function* oneEvent(devices: readonly Readable[], name: string): Plan<Readings> {
  if (devices.length === 0) yield new Msg('null');
  const group = groupId('trigger');
  const triggered = devices.filter((device) => hasMethod(device, 'trigger'));
  for (const device of triggered) yield new Msg('trigger', device, [], { group });
  if (triggered.length > 0) yield waitMsg(group);
  yield new Msg('create', null, [], { name });
  const readings: Readings = {};
  try {
    for (const device of devices) Object.assign(readings, yield new Msg('read', device));
  } catch (error) {
    yield new Msg('drop');
    throw error;
  }
  yield new Msg('save');
  return readings;
}
