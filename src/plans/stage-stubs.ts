import type { HasName } from '../devices/index.js';
import { isStatus } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { Msg } from '../engine/index.js';
import { uuid } from '../host/index.js';
import { deviceRepr } from './device-repr.js';
import { takeOptions } from './plan-options.js';

/** How to wait for a device that takes time to be staged or unstaged. */
export interface StageOptions {
  /** The group to wait for later. */
  group?: string | null;
  /** Whether to wait now; a device that gives no status is ready in any case, and cannot be told not to wait. */
  wait?: boolean;
}

/** Prepares a device for a plan. Gives the device's status, if it has one. */
export function stage(device: HasName, options: StageOptions = {}): Plan<unknown> {
  return staging('stage', device, options);
}

/** Puts a device back after a plan. Gives the device's status, if it has one. */
export function unstage(device: HasName, options: StageOptions = {}): Plan<unknown> {
  return staging('unstage', device, options);
}

function* staging(command: 'stage' | 'unstage', device: HasName, { group = null, wait }: StageOptions): Plan<unknown> {
  const result: unknown = yield new Msg(command, device, [], { group });
  if (!isStatus(result)) {
    if (wait !== false) return result;
    throw new Error(`${deviceRepr(device)}: Is an old style device and cannot be told not to wait`);
  }
  if (wait) yield new Msg('wait', null, [], { group });
  return result;
}

/**
 * Prepares several devices at once, then waits for those that take time.
 *
 * @param args - the devices; last, if need be, `{ group }`
 */
export function stageAll(...args: (HasName | { group?: string | null })[]): Plan {
  const [devices, { group }] = takeOptions<StageOptions>('stageAll', args, ['group']);
  return stageEach('stage', devices, group ?? uuid());
}

/**
 * Puts several devices back at once, then waits for those that take time.
 *
 * @param args - the devices; last, if need be, `{ group }`
 */
export function unstageAll(...args: (HasName | { group?: string | null })[]): Plan {
  const [devices, { group }] = takeOptions<StageOptions>('unstageAll', args, ['group']);
  return stageEach('unstage', devices, group ?? uuid());
}

/** Stages or unstages all devices of a list, then waits for those that take time. */
export function* stageEach(command: 'stage' | 'unstage', devices: readonly unknown[], group: string = uuid()): Plan {
  let pending = false;
  for (const device of devices) {
    if (isStatus(yield new Msg(command, device, [], { group }))) pending = true;
  }
  if (pending) yield new Msg('wait', null, [], { group });
}
