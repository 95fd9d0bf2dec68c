import type { Readable, Readings } from '../devices/index.js';
import { nameOf } from '../devices/index.js';
import type { Event } from '../documents/index.js';
import { EventModelError } from '../documents/index.js';
import type { AnyAssetDocument } from './asset-documents.js';
import { gatherAssets, writesAssets } from './asset-documents.js';
import { separate } from './readings.js';
import type { StreamBundle } from './stream-bundle.js';

/** An event that is begun: the devices read for it so far, their readings and what says where values lie. */
export class EventBundle {
  readonly devices: Readable[] = [];
  readonly assets: AnyAssetDocument[];
  readonly #readings: Readings[] = [];

  /** `resources` are those that were not handed out with the event before. */
  constructor(
    readonly stream: StreamBundle,
    resources: readonly AnyAssetDocument[] = [],
  ) {
    this.assets = [...resources];
  }

  /** What datums of later events may refer to. */
  get resources(): readonly AnyAssetDocument[] {
    return this.assets.filter(([name]) => name === 'resource' || name === 'stream_resource');
  }

  /** Adds a device's readings; a promise if the device has to be asked for more. */
  add(device: Readable, readings: Readings): void | Promise<void> {
    if (this.stream.knows(device) && !writesAssets(device)) this.#keep(device, readings);
    else return this.#ask(device, readings);
  }

  /** Refuses other devices than the stream's first event had. */
  checkDevices(): void {
    const { devices: expected, descriptor, name } = this.stream;
    const got = this.devices;
    if (!descriptor || (expected.length === got.length && got.every((device) => expected.includes(device)))) return;
    throw new EventModelError(
      `Mismatched objects read in stream '${name}', expected ${expected.map(nameOf).join(', ')}, got ${got.map(nameOf).join(', ')}.`,
    );
  }

  compose(): Event {
    const readings = this.#readings;
    const all = readings.length === 1 ? readings[0] : Object.assign({}, ...readings);
    const { data, timestamps } = separate(all as Readings);
    return this.stream.compose(data, timestamps);
  }

  async #ask(device: Readable, readings: Readings): Promise<void> {
    await this.stream.describe(device);
    this.#keep(device, readings);
    this.assets.push(...(await gatherAssets(device)));
  }

  #keep(device: Readable, readings: Readings): void {
    // The devices of a stream that has begun are known to share no field.
    if (!this.stream.descriptor || this.devices.includes(device)) this.#checkFields(device);
    this.devices.push(device);
    this.#readings.push(readings);
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
