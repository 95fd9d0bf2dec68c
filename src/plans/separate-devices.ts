import type { HasName } from '../devices/index.js';

/** The device that a part belongs to, or null. */
export function parentOf(device: unknown): HasName | null {
  return (device as { parent?: HasName | null } | null)?.parent ?? null;
}

/** The device that a part belongs to, and to which that belongs, up to the last. */
export function rootAncestor(device: HasName): HasName {
  let at = device;
  for (;;) {
    const parent = parentOf(at);
    if (!parent) return at;
    at = parent;
  }
}

/** Each device once, without those that belong to another one of the list. */
export function separateDevices<D extends HasName>(devices: Iterable<D>): D[] {
  const each = [...new Set(devices)];
  if (!each.some(parentOf)) return each;
  const all = new Set<HasName>(each);
  return each.filter((device) => !hasAncestorIn(device, all));
}

function hasAncestorIn(device: HasName, devices: ReadonlySet<HasName>): boolean {
  for (let at = parentOf(device); at; at = parentOf(at)) if (devices.has(at)) return true;
  return false;
}

/** Whether readings of all these devices can be taken again after a pause; a device may say that its cannot. */
export function allSafeRewind(devices: readonly unknown[]): boolean {
  return devices.every((device) => {
    const { rewindable = true } = device as { rewindable?: boolean | { get(): unknown } };
    return typeof rewindable === 'object' ? Boolean(rewindable.get()) : rewindable;
  });
}
