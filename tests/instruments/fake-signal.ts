import type { DataKeys, Readings, ReadingsCallback } from '../../src/devices/index.js';

/** A value that tells of its changes, as a device that can be monitored does. */
export class FakeSignal {
  readonly listeners: Set<ReadingsCallback> = new Set();
  /** The options of the last subscription. */
  options: unknown;
  #value = 0;

  /** `tells`: whether it gives its readings along, or only says that something has changed. */
  constructor(
    readonly name: string = 'signal',
    readonly tells: boolean = true,
  ) {}

  put(value: number): void {
    this.#value = value;
    for (const listener of [...this.listeners]) this.#tell(listener);
  }

  subscribe(listener: ReadingsCallback, options?: unknown): void {
    this.options = options;
    this.listeners.add(listener);
    this.#tell(listener);
  }

  clearSub(listener: ReadingsCallback): void {
    this.listeners.delete(listener);
  }

  read(): Readings | Promise<Readings> {
    return { [this.name]: { value: this.#value, timestamp: 1 } };
  }

  describe(): DataKeys {
    return { [this.name]: { source: 'FAKE', dtype: 'number', shape: [] } };
  }

  #tell(listener: ReadingsCallback): void {
    if (this.tells) listener(this.read() as Readings);
    else listener();
  }
}
