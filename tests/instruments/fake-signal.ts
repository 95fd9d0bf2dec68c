import type { DataKeys, Readings, ReadingsCallback } from '../../src/devices/index.js';

/** A signal that is set by hand and tells everybody who has subscribed. */
export class FakeSignal<T = unknown> {
  readonly name: string;
  /** The options of the last subscription. */
  options: unknown;
  readonly #tells: boolean;
  #value: T;
  readonly #callbacks = new Set<ReadingsCallback>();

  /** `tells`: whether it gives its readings along, or says only that something has changed. */
  constructor(name: string, value: T, { tells = true }: { tells?: boolean } = {}) {
    this.name = name;
    this.#value = value;
    this.#tells = tells;
  }

  /** How many listen; after a test nobody should. */
  get listeners(): number {
    return this.#callbacks.size;
  }

  put(value: T): void {
    this.#value = value;
    for (const callback of [...this.#callbacks]) this.#tell(callback);
  }

  read(): Readings {
    return { [this.name]: { value: this.#value, timestamp: 0 } };
  }

  describe(): DataKeys {
    return { [this.name]: { source: 'FAKE', dtype: 'number', shape: [] } };
  }

  subscribe(callback: ReadingsCallback, options?: unknown): void {
    this.options = options;
    this.#callbacks.add(callback);
    this.#tell(callback);
  }

  clearSub(callback: ReadingsCallback): void {
    this.#callbacks.delete(callback);
  }

  toString(): string {
    return `FakeSignal(name='${this.name}')`;
  }

  #tell(callback: ReadingsCallback): void {
    if (this.#tells) callback(this.read());
    else callback();
  }
}
