import { hasMethod } from '../devices/index.js';

/**
 * Whether a device is asked by a message where it is.
 *
 * bluesky asks every device that has `locate`. ophyd's have none, but a `position` or a value to `get`; ours have
 * both, and do as ophyd's.
 */
export function isLocatedByMessage(device: object): boolean {
  return hasMethod(device, 'locate') && !('position' in device) && !hasMethod(device, 'get');
}

/** Where a device says that it is; undefined if it does not, or only when it is read. */
export function ownPosition(device: object): unknown {
  try {
    return (device as { position?: unknown }).position;
  } catch {
    return undefined;
  }
}
