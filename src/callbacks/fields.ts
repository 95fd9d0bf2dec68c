import type { Readable } from '../devices/index.js';

/** A field's name, or a device that has fields. */
export type FieldOrDevice = string | Pick<Readable, 'name' | 'describe'>;

/** A callback was asked to show something that is no field. */
export class FieldError extends TypeError {
  override readonly name = 'FieldError';
}

/** A device's repr is long; its name says which it is. */
function nameOf(given: unknown): string {
  const { name } = (given ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : String(given);
}

/**
 * The fields that are meant: names as they are, devices by their fields in alphabetical order.
 *
 * @param who - the callback that asks, for messages
 */
export function fieldsOf(who: string, given: readonly FieldOrDevice[]): string[] {
  if (!Array.isArray(given)) {
    throw new FieldError(
      `${who} needs a list of fields or devices, as in new ${who}([motor, det]), not ${nameOf(given)}.`,
    );
  }
  return given.flatMap((each) => (typeof each === 'string' ? [each] : deviceFields(who, each)));
}

function deviceFields(who: string, device: unknown): string[] {
  const { describe, name } = (device ?? {}) as { describe?: unknown; name?: unknown };
  if (typeof describe !== 'function') {
    throw new FieldError(
      `${who}: ${nameOf(device)} is neither the name of a field nor a device with a method describe().`,
    );
  }
  const keys: unknown = describe.call(device);
  if (typeof (keys as { then?: unknown } | null)?.then === 'function') {
    throw new FieldError(
      `${who}: ${String(name)} describes itself only later (describe() gives a promise). Give the names of its fields.`,
    );
  }
  return Object.keys(keys as object).sort();
}
