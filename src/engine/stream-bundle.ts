import type { Configurable, DataKeys, FieldDescription, HasName, Readable } from '../devices/index.js';
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
  EventFields,
  EventPage,
  EventPageFields,
} from '../documents/index.js';
import { EventModelError } from '../documents/index.js';
import { writesAssets } from './asset-documents.js';
import { separate } from './readings.js';

/** What is known of a device while a stream is open: its fields, its settings, and whether its values lie elsewhere. */
interface Described {
  dataKeys: DataKeys;
  configuration: Configuration;
  readonly writesAssets: boolean;
}

/** One stream of a run: the devices that it holds and, once begun, its descriptor. */
export class StreamBundle {
  readonly #described = new Map<HasName, Described>();
  #composed: ComposedDescriptor | undefined;
  /** The devices that every event of the stream reads. */
  devices: readonly HasName[] = [];
  /** Fields whose values lie in files. */
  #external: readonly string[] = [];
  /** Fields whose values are streamed elsewhere. */
  streamed: readonly string[] = [];

  constructor(readonly name: string) {}

  /** The stream's descriptor, once it has begun. */
  get descriptor(): EventDescriptor | undefined {
    return this.#composed?.descriptorDoc;
  }

  /** Whether the device's description is known. */
  knows(device: HasName): boolean {
    return this.#described.has(device);
  }

  /** Whether all is known that an event needs beside the device's readings, so that nothing has to be awaited. */
  needsOnlyReadings(device: HasName): boolean {
    return this.#described.get(device)?.writesAssets === false;
  }

  /** Asks a device for its fields and settings, once. */
  async describe(device: Readable): Promise<void> {
    if (this.knows(device)) return;
    await this.describeAs(device, await device.describe());
  }

  /** Asks a device for its settings, for a stream in which it has these fields. */
  async describeAs(device: HasName, dataKeys: DataKeys): Promise<void> {
    const configuration = await readConfiguration(device);
    this.#described.set(device, { dataKeys, configuration, writesAssets: writesAssets(device) });
  }

  /** Notes new settings of a device that the stream holds. */
  reconfigure(device: HasName, { data, timestamps }: Configuration): void {
    const described = this.#described.get(device);
    if (described) described.configuration = { ...described.configuration, data, timestamps };
  }

  /** The fields of a device. */
  keysOf(device: HasName): DataKeys {
    return this.#described.get(device)?.dataKeys ?? {};
  }

  /** Composes the stream's descriptor for these devices. */
  begin(run: ComposedRun, devices: readonly HasName[]): EventDescriptor {
    const fields = { name: this.name, configuration: {}, data_keys: {}, object_keys: {}, hints: {} };
    for (const device of devices) this.#include(fields, device);
    this.#composed = run.composeDescriptor(fields);
    this.devices = devices;
    const { data_keys: keys } = this.#composed.descriptorDoc;
    this.streamed = Object.keys(keys).filter((field) => keys[field]?.external === 'STREAM:');
    this.#external = Object.keys(keys).filter(
      (field) => keys[field]?.external !== undefined && !this.streamed.includes(field),
    );
    return this.#composed.descriptorDoc;
  }

  /** Composes the stream's next event of readings; every value that lies elsewhere is marked as not filled. */
  compose(data: Event['data'], timestamps: Event['timestamps']): Event {
    const fields: EventFields = { data, timestamps };
    if (this.#external.length > 0) fields.filled = Object.fromEntries(this.#external.map((field) => [field, false]));
    return this.composeEvent(fields);
  }

  composeEvent(fields: EventFields): Event {
    return (this.#composed as ComposedDescriptor).composeEvent(fields);
  }

  composePage(fields: EventPageFields): EventPage {
    return (this.#composed as ComposedDescriptor).composeEventPage(fields);
  }

  #include(
    fields: Required<Pick<DescriptorFields, 'data_keys' | 'object_keys' | 'configuration' | 'hints'>>,
    device: HasName,
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

/** The settings of a device, as a descriptor holds them; empty if it has none. */
export async function readConfiguration(device: HasName): Promise<Configuration> {
  if (!hasMethod(device, 'readConfiguration')) return { data: {}, timestamps: {}, data_keys: {} };
  const configurable = device as unknown as Configurable;
  const readings = await configurable.readConfiguration();
  const dataKeys = hasMethod(device, 'describeConfiguration') ? await configurable.describeConfiguration() : {};
  return { ...separate(readings), data_keys: dataKeys as Configuration['data_keys'] };
}
