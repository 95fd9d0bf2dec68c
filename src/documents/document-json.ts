import type { DocumentName, Documents } from './documents.js';
import type { DataKey, EventDescriptor } from './generated/event-descriptor.js';
import { markedFloat, toJson, withoutMarks } from './json.js';
import { isFloatArray, isNDArray, isTypedArray, toLists } from './nd-array.js';

/**
 * Writes a document as Python's json would write it: see {@link toJson}. Times have a point, and so have
 * values of the dtype `number` if the descriptor is given, so that Python reads floats.
 *
 * @param name - the kind of document
 * @param descriptor - of an event or event page: says which columns are of floats
 *
 * @example
 * ```ts
 * documentToJson('event', doc, descriptor)   // ... "data": {"det": 2.0, "frames": 2} ...
 * ```
 */
export function documentToJson<N extends DocumentName>(
  name: N,
  doc: Documents[N],
  descriptor?: EventDescriptor,
): string {
  return withoutMarks(toJson(withFloats(name, doc as unknown as Fields, descriptor)));
}

type Fields = Readonly<Record<string, unknown>>;

function withFloats(name: DocumentName, doc: Fields, descriptor: EventDescriptor | undefined): Fields {
  const timed = 'time' in doc ? { ...doc, time: floats(doc.time) } : doc;
  if (name === 'descriptor') return { ...timed, ...configured(doc) };
  if (name !== 'event' && name !== 'event_page') return timed;
  return { ...timed, ...measured(doc, descriptor?.data_keys) };
}

/** Values by field with their times, of an event or of a configuration. */
function measured({ data, timestamps }: Fields, keys: Readonly<Record<string, DataKey>> | undefined): Fields {
  const columns = data as Fields;
  return {
    ...(data === undefined ? {} : { data: keys ? mapped(columns, (value, field) => ofKey(value, keys[field])) : data }),
    ...(timestamps === undefined ? {} : { timestamps: mapped(timestamps as Fields, floats) }),
  };
}

function configured({ configuration }: Fields): Fields {
  if (configuration === undefined) return {};
  return {
    configuration: mapped(configuration as Record<string, Fields>, (each) => ({
      ...each,
      ...measured(each, each.data_keys as Record<string, DataKey> | undefined),
    })),
  };
}

function ofKey(value: unknown, key: DataKey | undefined): unknown {
  const isFloat = key?.dtype === 'number' || /^[<>=]?f/.test(String(key?.dtype_numpy ?? ''));
  return isFloat || hasFloatType(value) ? floats(value) : value;
}

function hasFloatType(value: unknown): boolean {
  return isFloatArray(isNDArray(value) ? value.data : value);
}

/** Whole numbers marked as floats, at any depth of lists. */
function floats(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? markedFloat(value) : value;
  if (Array.isArray(value)) return value.map(floats);
  if (isNDArray(value)) return floats(toLists(value));
  return isTypedArray(value) ? Array.from(value as ArrayLike<number>, floats) : value;
}

function mapped<T>(record: Readonly<Record<string, T>>, change: (value: T, key: string) => unknown): Fields {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
