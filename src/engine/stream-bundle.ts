import type { Configurable, DataKeys, FieldDescription, Readable, Readings } from '../devices/index.js';
import { hasMethod, nameOf } from '../devices/index.js';
import type { Configuration, DataKey, DeviceHints, EventDescriptor } from '../documents/index.js';
import { now, uuid } from '../host/index.js';
import { EventModelError } from './errors.js';
import { checkKeys } from './metadata.js';

/** What is known of a device while a stream is open: its fields and its settings. */
interface Described {
  dataKeys: DataKeys;
  configuration: Configuration;
}

/** One stream of a run: the devices that it holds and, once begun, its descriptor. */
export class StreamBundle {
  readonly #described = new Map<Readable, Described>();
  descriptor: EventDescriptor | undefined;
  /** The devices that every event of the stream reads. */
  devices: readonly Readable[] = [];
  /** Fields whose values lie elsewhere. */
  #external: readonly string[] = [];
  #fieldCount = 0;

  constructor(readonly name: string) {}

  /** Whether the device's description is known, so that nothing has to be awaited. */
  knows(device: Readable): boolean {
    return this.#described.has(device);
  }

  /** Asks a device for its fields and settings, once. */
  async describe(device: Readable): Promise<void> {
    const dataKeys = await device.describe();
    const configuration = hasMethod(device, 'readConfiguration')
      ? await readConfiguration(device as unknown as Configurable)
      : { data: {}, timestamps: {}, data_keys: {} };
    this.#described.set(device, { dataKeys, configuration });
  }

  /** The names of a device's fields. */
  fieldsOf(device: Readable): string[] {
    return Object.keys(this.#described.get(device)?.dataKeys ?? {});
  }

  /** Composes the stream's descriptor for these devices. */
  begin(runUid: string, devices: readonly Readable[]): EventDescriptor {
    const descriptor: EventDescriptor = {
      configuration: {},
      data_keys: {},
      name: this.name,
      object_keys: {},
      run_start: runUid,
      time: now(),
      uid: uuid(),
      object_classes: {},
      hints: {},
    };
    for (const device of devices) this.#include(descriptor, device);
    checkKeys('descriptor', descriptor);
    this.descriptor = descriptor;
    this.devices = devices;
    this.#external = Object.keys(descriptor.data_keys).filter((field) => {
      const { external } = descriptor.data_keys[field] as DataKey;
      return external !== undefined && external !== 'STREAM:';
    });
    this.#fieldCount = Object.keys(descriptor.data_keys).length;
    return descriptor;
  }

  /** `filled` for an event: false for every value that lies elsewhere. */
  filled(): Record<string, boolean> {
    if (this.#external.length === 0) return {};
    return Object.fromEntries(this.#external.map((field) => [field, false]));
  }

  /** Refuses an event whose fields are not the descriptor's. */
  checkFields(data: Record<string, unknown>): void {
    const known = this.descriptor?.data_keys ?? {};
    const fields = Object.keys(data);
    if (fields.length === this.#fieldCount && fields.every((field) => Object.hasOwn(known, field))) return;
    const missing = Object.keys(known).filter((field) => !Object.hasOwn(data, field));
    const extra = fields.filter((field) => !Object.hasOwn(known, field));
    const parts = [
      missing.length > 0 ? `lacks ${missing.join(', ')}` : '',
      extra.length > 0 ? `has ${extra.join(', ')}, which describe() did not name` : '',
    ].filter(Boolean);
    throw new EventModelError(`A reading for stream '${this.name}' ${parts.join(' and ')}.`);
  }

  #include(descriptor: EventDescriptor, device: Readable): void {
    const { dataKeys, configuration } = this.#described.get(device) as Described;
    const name = nameOf(device);
    for (const [field, key] of Object.entries(dataKeys)) {
      descriptor.data_keys[field] = { ...checkedKey(name, field, key), object_name: name };
    }
    Object.assign(descriptor.object_keys ?? {}, { [name]: Object.keys(dataKeys) });
    Object.assign(descriptor.configuration ?? {}, { [name]: configuration });
    const { hints } = device as { hints?: DeviceHints };
    if (hints) Object.assign(descriptor.hints ?? {}, { [name]: hints });
  }
}

/** The kinds of values that a document may hold. */
const DTYPES: readonly string[] = ['string', 'number', 'array', 'boolean', 'integer'];

function checkedKey(device: string, field: string, key: FieldDescription): DataKey {
  if (typeof key?.source !== 'string' || !Array.isArray(key.shape)) {
    throw new EventModelError(`describe() of ${device} must give { source, dtype, shape } for the field '${field}'.`);
  }
  if (DTYPES.includes(key.dtype)) return key as DataKey;
  throw new EventModelError(
    `describe() of ${device} gives the field '${field}' the dtype '${key.dtype}'; it must be one of ${DTYPES.join(', ')}.`,
  );
}

async function readConfiguration(device: Configurable): Promise<Configuration> {
  const readings = await device.readConfiguration();
  const dataKeys = hasMethod(device, 'describeConfiguration') ? await device.describeConfiguration() : {};
  return { ...separate(readings), data_keys: dataKeys as Configuration['data_keys'] };
}

/** Readings as values and times side by side, as documents hold them. */
export function separate(readings: Readings): {
  data: Record<string, unknown>;
  timestamps: Record<string, number>;
} {
  const data: Record<string, unknown> = {};
  const timestamps: Record<string, number> = {};
  for (const field in readings) {
    const reading = readings[field] as Readings[string];
    data[field] = reading.value;
    timestamps[field] = reading.timestamp;
  }
  return { data, timestamps };
}
