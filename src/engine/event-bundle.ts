import type { HasName, Readable, Readings } from '../devices/index.js';
import { hasMethod, nameOf } from '../devices/index.js';
import type { Event } from '../documents/index.js';
import { EventModelError } from '../documents/index.js';
import type { AnyAssetDocument } from './asset-documents.js';
import { gatherAssets } from './asset-documents.js';
import { addSeparate } from './readings.js';
import { DeviceError } from './errors.js';
import type { StreamBundle } from './stream-bundle.js';

const NO_ASSETS: readonly AnyAssetDocument[] = [];

/** An event that is begun: the devices read for it so far, what they have given and what says where values lie. */
export class EventBundle {
  // Declared, as the fields of messages are.
  declare readonly stream: StreamBundle;
  declare readonly devices: Readable[];
  /** What says where values lie. */
  declare assets: readonly AnyAssetDocument[];
  readonly #data: Event['data'] = {};
  readonly #timestamps: Event['timestamps'] = {};

  /** @param assets - what was not handed out with the event before */
  constructor(stream: StreamBundle, assets: readonly AnyAssetDocument[] = NO_ASSETS) {
    this.stream = stream;
    this.devices = [];
    this.assets = assets;
  }

  /** What datums of later events may refer to. */
  get resources(): readonly AnyAssetDocument[] {
    return this.assets.filter(([name]) => name === 'resource' || name === 'stream_resource');
  }

  /** Adds a device's readings; a promise if the device has to be asked for more. */
  add(device: Readable, readings: Readings): void | Promise<void> {
    if (!this.stream.needsOnlyReadings(device)) return this.#ask(device, readings);
    this.#keep(device, readings);
  }

  /** Refuses other devices than the stream's first event had. */
  checkDevices(): void {
    const { devices: expected, descriptor, name } = this.stream;
    const got = this.devices;
    if (!descriptor || haveSame(got, expected)) return;
    throw new EventModelError(
      `Mismatched objects read in stream '${name}', expected ${expected.map(nameOf).join(', ')}, got ${got.map(nameOf).join(', ')}.`,
    );
  }

  compose(): Event {
    return this.stream.compose(this.#data, this.#timestamps);
  }

  async #ask(device: Readable, readings: Readings): Promise<void> {
    await this.stream.describe(describable(device));
    this.#keep(device, readings);
    this.assets = [...this.assets, ...(await gatherAssets(device))];
  }

  #keep(device: Readable, readings: Readings): void {
    // The devices of a stream that has begun are known to share no field.
    if (!this.stream.descriptor || this.devices.includes(device)) this.#checkFields(device);
    this.devices.push(device);
    addSeparate(readings, this.#data, this.#timestamps);
  }

  #checkFields(device: Readable): void {
    const fields = Object.keys(this.stream.keysOf(device));
    for (const other of this.devices) {
      const shared = Object.keys(this.stream.keysOf(other)).filter((field) => fields.includes(field));
      if (shared.length === 0) continue;
      throw new EventModelError(
        `Data keys (field names) from ${String(device)} collide with those from ${String(other)}. The colliding keys are ${shared.join(', ')}.`,
      );
    }
  }
}

/** Whether two lists hold the same devices, which mostly come in the same order. */
function haveSame(devices: readonly HasName[], others: readonly HasName[]): boolean {
  if (devices.length !== others.length) return false;
  for (let at = 0; at < devices.length; at++) {
    const device = devices[at] as HasName;
    if (device !== others[at] && !others.includes(device)) return false;
  }
  return true;
}

function describable(device: Readable): Readable {
  if (hasMethod(device, 'describe')) return device;
  throw new DeviceError(`${nameOf(device)} cannot be read into an event: it has no method describe().`);
}
