import type { Readings } from '../../src/devices/index.js';

/** A signal that is set by hand and tells everybody who has subscribed. */
export class FakeSignal<T = unknown> {
  readonly name: string;
  #value: T;
  readonly #callbacks = new Set<(readings: Readings) => void>();

  constructor(name: string, value: T) {
    this.name = name;
    this.#value = value;
  }

  /** How many listen; after a test nobody should. */
  get listeners(): number {
    return this.#callbacks.size;
  }

  put(value: T): void {
    this.#value = value;
    for (const callback of [...this.#callbacks]) callback(this.read());
  }

  read(): Readings {
    return { [this.name]: { value: this.#value, timestamp: 0 } };
  }

  subscribe(callback: (readings: Readings) => void): void {
    this.#callbacks.add(callback);
    callback(this.read());
  }

  clearSub(callback: (readings: Readings) => void): void {
    this.#callbacks.delete(callback);
  }

  toString(): string {
    return `FakeSignal(name='${this.name}')`;
  }
}
