import type { Readable, Readings, ReadingsCallback, Subscribable } from '../devices/index.js';
import { nameOf } from '../devices/index.js';
import { isThenable } from '../host/index.js';
import { attempt } from './attempt.js';
import type { BeginDelivery } from './delivery.js';
import { IllegalMessageSequence } from './errors.js';
import { isReadings, separate } from './readings.js';
import type { RunStreams } from './run-streams.js';
import type { StreamBundle } from './stream-bundle.js';

/** A device that can be monitored. */
export type MonitoredDevice = Subscribable & Readable;

/** Where a monitored device's events go. */
export interface MonitorTarget {
  stream: string;
  /** Passed on to the device's `subscribe`. */
  options: Readonly<Record<string, unknown>>;
}

interface Monitor {
  callback: ReadingsCallback;
  options: Readonly<Record<string, unknown>>;
}

/** The monitored devices of one run: each has a stream of its own, to which it adds when it likes. */
export class RunMonitors {
  readonly #streams: RunStreams;
  readonly #onError: (error: unknown) => void;
  readonly #monitors = new Map<MonitoredDevice, Monitor>();

  /** `onError` hears of readings that could not be handed out. */
  constructor(streams: RunStreams, onError: (error: unknown) => void) {
    this.#streams = streams;
    this.#onError = onError;
  }

  /** Hands out the stream's descriptor, then subscribes to the device. */
  async add(device: MonitoredDevice, { stream: name, options }: MonitorTarget, deliver: BeginDelivery): Promise<void> {
    if (this.#monitors.has(device)) {
      throw new IllegalMessageSequence(`A 'monitor' message was sent for ${String(device)} which is already monitored`);
    }
    const stream = this.#streams.of(name);
    await stream.describe(device);
    deliver();
    await this.#streams.begin(stream, [device]);
    const callback: ReadingsCallback = (readings) => this.#changed(device, stream, readings);
    this.#monitors.set(device, { callback, options });
    subscribe(device, { callback, options });
  }

  /** Ends the subscription to a device. */
  remove(device: MonitoredDevice): void {
    const monitor = this.#monitors.get(device);
    if (!monitor) throw new IllegalMessageSequence(`Cannot 'unmonitor' ${nameOf(device)}; it is not being monitored.`);
    device.clearSub(monitor.callback);
    this.#monitors.delete(device);
  }

  /** Ends all subscriptions; a device that fails does not keep the others. */
  async clear(): Promise<void> {
    for (const [device, { callback }] of this.#monitors) {
      this.#monitors.delete(device);
      await attempt(`stop monitoring ${nameOf(device)}`, () => device.clearSub(callback));
    }
  }

  /** Leaves the devices alone while the plan is paused; one that fails does not keep the others. */
  async suspend(): Promise<void> {
    for (const [device, { callback }] of this.#monitors) {
      await attempt(`leave ${nameOf(device)} alone`, () => device.clearSub(callback));
    }
  }

  /** Listens to them again. */
  async restore(): Promise<void> {
    for (const [device, monitor] of this.#monitors) {
      await attempt(`monitor ${nameOf(device)} again`, () => subscribe(device, monitor));
    }
  }

  /** A device may tell what it reads now, or only that something has changed. */
  #changed(device: MonitoredDevice, stream: StreamBundle, told: unknown): void {
    try {
      const readings = isReadings(told) ? told : device.read();
      if (!isThenable(readings)) this.#add(device, stream, readings);
      else
        Promise.resolve(readings)
          .then((late) => this.#add(device, stream, late))
          .catch(this.#onError);
    } catch (error) {
      this.#onError(error);
    }
  }

  #add(device: MonitoredDevice, stream: StreamBundle, readings: Readings): void {
    // What a device reads for the last time may come after its monitoring, and its run, have ended.
    if (!this.#monitors.has(device)) return;
    const pending = this.#streams.emit('event', stream.composeEvent(separate(readings)));
    if (pending) pending.catch(this.#onError);
  }
}

function subscribe(device: Subscribable, { callback, options }: Monitor): void {
  if (Object.keys(options).length > 0) device.subscribe(callback, options);
  else device.subscribe(callback);
}
