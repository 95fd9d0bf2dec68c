import type { CollectDescription, DataKeys, HasName } from '../devices/index.js';
import { nameOf } from '../devices/index.js';
import { EventModelError } from '../documents/index.js';
import { DeviceError, IllegalMessageSequence } from './errors.js';

/** The fields of each stream, from a flyer that names its streams itself. */
export function streamsOf(flyer: HasName, described: CollectDescription): ReadonlyMap<string, DataKeys> {
  const given = checked(flyer, described);
  if (Object.values(given).some(isKey)) {
    throw new IllegalMessageSequence(
      `describeCollect() of ${nameOf(flyer)} gives fields, not streams of fields: declare its stream before collecting, ` +
        "new Msg('declare_stream', null, [flyer], { name: 'primary', collect: true }).",
    );
  }
  const streams = new Map(Object.entries(given as Record<string, DataKeys>));
  for (const [name, keys] of streams) checkStream(flyer, name, keys);
  checkDistinct(flyer, streams);
  return streams;
}

/** The fields of one declared stream, from a flyer that gives fields, or that stream alone. */
export function fieldsOf(flyer: HasName, described: CollectDescription, stream: string): DataKeys {
  const given = checked(flyer, described);
  if (Object.values(given).every(isKey)) return given as DataKeys;
  const names = Object.keys(given);
  if (names.length !== 1 || names[0] !== stream) {
    throw new EventModelError(
      `describeCollect() of ${nameOf(flyer)} gives the streams ${names.join(', ')}, but '${stream}' was declared.`,
    );
  }
  const keys = (given as Record<string, DataKeys>)[stream] as DataKeys;
  checkStream(flyer, stream, keys);
  return keys;
}

function checked(flyer: HasName, described: unknown): object {
  if (typeof described === 'object' && described !== null) return described;
  throw new DeviceError(
    `describeCollect() of ${nameOf(flyer)} returned ${nameOf(described)}; it must return { stream: { field: { source, dtype, shape } } }.`,
  );
}

function checkStream(flyer: HasName, name: string, keys: unknown): void {
  if (typeof keys === 'object' && keys !== null && Object.values(keys).every(isKey)) return;
  throw new DeviceError(
    `describeCollect() of ${nameOf(flyer)} must give { field: { source, dtype, shape } } for the stream '${name}'.`,
  );
}

/** Events are told apart by their fields, so no two streams of a flyer may share one. */
function checkDistinct(flyer: HasName, streams: ReadonlyMap<string, DataKeys>): void {
  const owners = new Map<string, string>();
  for (const [name, keys] of streams) {
    for (const field of Object.keys(keys)) {
      const other = owners.get(field);
      if (other !== undefined) {
        throw new EventModelError(
          `Can't use identical data keys in multiple streams: ${nameOf(flyer)} has '${field}' in '${other}' and in '${name}'.`,
        );
      }
      owners.set(field, name);
    }
  }
}

/** Whether it describes a field, rather than the fields of a stream. */
function isKey(value: unknown): boolean {
  return typeof (value as { source?: unknown } | null)?.source === 'string';
}
