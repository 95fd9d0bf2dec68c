import { pythonRepr } from '../text/index.js';
import type { Kind } from './kind.js';

/** What signals and devices are made with. */
export interface DevicePartOptions {
  /** Its name; it becomes a field or a key of documents, so it must not hold `.` or `/`. */
  name: string;
  /** What it is for, as part of a device or alone. */
  kind?: Kind;
  /** Groups that it belongs to, such as `['motors']`. */
  labels?: readonly string[];
}

/** What signals and devices have in common: a name, a place in a device, and what they are for. */
export abstract class DevicePart {
  /** Its name; may be changed, and does not change the names of its parts. */
  name: string;
  kind: Kind;
  readonly labels: readonly string[];
  #parent: DevicePart | null = null;
  #attrName = '';

  constructor({ name, kind = 'normal', labels = [] }: DevicePartOptions) {
    if (typeof name !== 'string' || name === '') {
      throw new TypeError(`${new.target.name} needs a name, as in new ${new.target.name}({ name: 'sensor', ... }).`);
    }
    this.name = name;
    this.kind = kind;
    this.labels = labels;
  }

  /** The device that it is part of, or null. */
  get parent(): DevicePart | null {
    return this.#parent;
  }

  /** What the device that it is part of calls it, such as `velocity`; empty if it is part of none. */
  get attrName(): string {
    return this.#attrName;
  }

  /** As ophyd writes it: the class, and what tells it from others. */
  toString(): string {
    const info = this.reprInfo().map(([key, value]) => `${key}=${value}`);
    return `${this.constructor.name}(${info.join(', ')})`;
  }

  /** What `toString` says, as pairs of a key and a text in Python's notation. */
  protected reprInfo(): [key: string, text: string][] {
    const info: [string, string][] = [['name', pythonRepr(this.name)]];
    return this.#parent ? [...info, ['parent', pythonRepr(this.#parent.name)]] : info;
  }

  /** Makes it part of a device. */
  protected static place(part: DevicePart, parent: DevicePart, attrName: string): void {
    part.#parent = parent;
    part.#attrName = attrName;
  }
}

// How Node prints it: a last expression of a cell shows what the device is, not how it is built.
Object.defineProperty(DevicePart.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value(this: DevicePart): string {
    return this.toString();
  },
});
