import type { Configurable, DataKeys, FieldDescription, Readable, Readings } from '../devices/index.js';
import { hasMethod, nameOf } from '../devices/index.js';
import type {
  ComposedDescriptor,
  ComposedRun,
  Configuration,
  DataKey,
  DescriptorFields,
  DeviceHints,
  Event,
  EventDescriptor,
} from '../documents/index.js';
import { EventModelError } from '../documents/index.js';

/** What is known of a device while a stream is open: its fields and its settings. */
interface Described {
  dataKeys: DataKeys;
  configuration: Configuration;
}

/** One stream of a run: the devices that it holds and, once begun, its descriptor. */
export class StreamBundle {
  readonly #described = new Map<Readable, Described>();
  #composed: ComposedDescriptor | undefined;
  /** The devices that every event of the stream reads. */
  devices: readonly Readable[] = [];
  /** Fields whose values lie elsewhere. */
  #external: readonly string[] = [];

  constructor(readonly name: string) {}

  /** The stream's descriptor, once it has begun. */
  get descriptor(): EventDescriptor | undefined {
    return this.#composed?.descriptorDoc;
  }

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
  begin(run: ComposedRun, devices: readonly Readable[]): EventDescriptor {
    const fields = { name: this.name, configuration: {}, data_keys: {}, object_keys: {}, hints: {} };
    for (const device of devices) this.#include(fields, device);
    this.#composed = run.composeDescriptor(fields);
    this.devices = devices;
    const { data_keys: keys } = this.#composed.descriptorDoc;
    this.#external = Object.keys(keys).filter((field) => {
      const { external } = keys[field] as DataKey;
      return external !== undefined && external !== 'STREAM:';
    });
    return this.#composed.descriptorDoc;
  }

  /** Composes the stream's next event; every value that lies elsewhere is marked as not filled. */
  compose(data: Event['data'], timestamps: Event['timestamps']): Event {
    const filled = this.#external.length === 0 ? {} : Object.fromEntries(this.#external.map((field) => [field, false]));
    return (this.#composed as ComposedDescriptor).composeEvent({ data, timestamps, filled });
  }

  #include(
    fields: Required<Pick<DescriptorFields, 'data_keys' | 'object_keys' | 'configuration' | 'hints'>>,
    device: Readable,
  ): void {
    const { dataKeys, configuration } = this.#described.get(device) as Described;
    const name = nameOf(device);
    for (const [field, key] of Object.entries(dataKeys)) {
      fields.data_keys[field] = { ...checkedKey(name, field, key), object_name: name };
    }
    Object.assign(fields.object_keys, { [name]: Object.keys(dataKeys) });
    Object.assign(fields.configuration, { [name]: configuration });
    const { hints } = device as { hints?: DeviceHints };
    if (hints) Object.assign(fields.hints, { [name]: hints });
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
