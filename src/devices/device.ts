import type { DeviceHints } from '../documents/index.js';
import { isThenable } from '../host/index.js';
import { didYouMean, pythonRepr } from '../text/index.js';
import type { DevicePartOptions } from './device-part.js';
import { DevicePart } from './device-part.js';
import { RedundantStaging } from './errors.js';
import type { Kind } from './kind.js';
import { isRead } from './kind.js';
import type { Awaitable, DataKeys, Readings, Triggerable } from './protocols.js';
import { hasMethod } from './protocols.js';
import type { SignalOptions } from './signal.js';
import { Signal } from './signal.js';
import type { SignalROOptions } from './signal-ro.js';
import { SignalRO } from './signal-ro.js';
import type { StatusLike } from './status.js';
import { isStatus, Status } from './status.js';

/** What a device can be made of: signals, and other devices. */
export type Component = DevicePart & {
  readonly hints?: DeviceHints | undefined;
  read(): Awaitable<Readings>;
  describe(): Awaitable<DataKeys>;
  readConfiguration(): Awaitable<Readings>;
  describeConfiguration(): Awaitable<DataKeys>;
};

/** What a device is made with. */
export interface DeviceOptions extends DevicePartOptions {
  /** What an address begins with; only shown. */
  prefix?: string;
}

/**
 * An instrument of several values.
 *
 * Its parts are fields of a class, made with `this.signal`, `this.signalRO` or `this.add`; they are named
 * after the device and the field, such as `oven_setpoint`. Parts of kind `normal` (default) and `hinted`
 * are read at every point, those of kind `config` once per run. Add the methods that the instrument has:
 * `set` makes it a motor.
 *
 * @example
 * ```ts
 * class Oven extends Device {
 *   readonly celsius = this.signalRO('celsius', { get: () => ask('/celsius'), kind: 'hinted', units: '°C' })
 *   readonly power = this.signal('power', { get: () => ask('/power'), set: (w: number) => tell('/power', w) })
 *   readonly ramp = this.signal('ramp', { value: 5, kind: 'config', limits: [1, 10] })
 * }
 * const oven = new Oven({ name: 'oven' })
 * await RE(scan([oven.celsius], oven.power, 0, 100, 11))
 * ```
 */
export class Device extends DevicePart {
  readonly prefix: string;
  readonly #components = new Map<string, Component>();
  #staged = false;

  constructor({ prefix = '', ...options }: DeviceOptions) {
    super(options);
    this.prefix = prefix;
  }

  /** Its parts, by the names of their fields. */
  get components(): ReadonlyMap<string, Component> {
    return this.#components;
  }

  /** The parts that are read at every point; parts of parts as `part.itself`. */
  get readAttrs(): string[] {
    return this.#attrs(
      (component) => isRead(component.kind),
      (component) => component.readAttrs,
    );
  }

  /** The parts that are read once per run. */
  get configurationAttrs(): string[] {
    return this.#attrs(isConfigured, (component) => component.configurationAttrs);
  }

  /** The fields to look at. */
  get hints(): DeviceHints | undefined {
    const parts = this.#parts(isReadPart);
    return { fields: parts.flatMap(({ hints }) => hints?.fields ?? []) };
  }

  read(): Awaitable<Readings> {
    return this.#gather(isReadPart, (component) => component.read());
  }

  describe(): Awaitable<DataKeys> {
    return this.#gather(isReadPart, (component) => component.describe());
  }

  readConfiguration(): Awaitable<Readings> {
    return this.#gather(isConfigured, (component) => component.readConfiguration());
  }

  describeConfiguration(): Awaitable<DataKeys> {
    return this.#gather(isConfigured, (component) => component.describeConfiguration());
  }

  /** Lets all parts that are read measure; the status ends when they have. */
  trigger(): StatusLike {
    const parts = this.#parts(isReadPart).filter(isTriggerable);
    return Status.all(
      parts.map((part) => toStatus(part.trigger(), `trigger ${part.name}`)),
      `trigger ${this.name}`,
    );
  }

  /**
   * Changes settings, all of kind `config`.
   *
   * @param settings - values by the names of the parts, such as `{ velocity: 2 }`
   * @returns the settings before and after
   */
  configure(settings: Readonly<Record<string, unknown>>): Awaitable<[old: Readings, changed: Readings]> {
    const signals = Object.entries(settings).map(([attr, value]) => [this.#setting(attr), value] as const);
    const before = this.readConfiguration();
    const after = (old: Readings): Awaitable<[Readings, Readings]> => {
      const statuses = signals.map(([signal, value]) => toStatus(signal.set(value), `set ${signal.name}`));
      const read = (): Awaitable<[Readings, Readings]> =>
        andThen(this.readConfiguration(), (changed): [Readings, Readings] => [old, changed]);
      return statuses.every(({ success }) => success) ? read() : Status.all(statuses).wait().then(read);
    };
    return andThen(before, after);
  }

  /** Prepares it, and the devices that it is made of, for a plan. */
  stage(): unknown {
    if (this.#staged) {
      throw new RedundantStaging(`Device ${this.toString()} is already staged. Unstage it first.`);
    }
    this.#staged = true;
    return [this, ...this.#devices().flatMap((device) => device.stage() as Device[])];
  }

  /** Puts it back after a plan. */
  unstage(): unknown {
    this.#staged = false;
    return [
      ...this.#devices()
        .reverse()
        .flatMap((device) => device.unstage() as Device[]),
      this,
    ];
  }

  /** Stops the devices that it is made of. */
  stop(options?: { success?: boolean }): Awaitable<unknown> {
    const stopped = [...this.#components.values()].map((component) =>
      hasMethod(component, 'stop') ? component.stop(options) : undefined,
    );
    return stopped.some(isThenable) ? Promise.all(stopped) : undefined;
  }

  /**
   * Makes something a part of this device; its name is kept.
   *
   * @param attr - the name of the field that holds it
   * @param component - the part
   * @param kind - what it is for; default `normal`
   */
  protected add<C extends Component>(attr: string, component: C, kind: Kind = 'normal'): C {
    DevicePart.place(component, this, attr);
    component.kind = kind;
    this.#components.set(attr, component);
    return component;
  }

  /** Makes a part that can be read and set, or that is remembered; of kind `normal` if that is not said. */
  protected signal<T = number>(attr: string, options: Omit<SignalOptions<T>, 'name'>): Signal<T> {
    return this.add(attr, new Signal<T>({ ...options, name: `${this.name}_${attr}` }), options.kind);
  }

  /** Makes a part that can only be read; of kind `normal` if that is not said. */
  protected signalRO<T = number>(attr: string, options: Omit<SignalROOptions<T>, 'name'>): SignalRO<T> {
    return this.add(attr, new SignalRO<T>({ ...options, name: `${this.name}_${attr}` }), options.kind);
  }

  protected override reprInfo(): [string, string][] {
    return [
      ['prefix', pythonRepr(this.prefix)],
      ...super.reprInfo(),
      ['read_attrs', pythonRepr(this.readAttrs)],
      ['configuration_attrs', pythonRepr(this.configurationAttrs)],
    ];
  }

  /** All fields of some parts together: at once if all are there, else a promise; all are asked at the same time. */
  #gather<T>(
    wanted: (component: Component) => boolean,
    ask: (component: Component) => Awaitable<Record<string, T>>,
  ): Awaitable<Record<string, T>> {
    const answers: Awaitable<Record<string, T>>[] = [];
    for (const component of this.#components.values()) if (wanted(component)) answers.push(ask(component));
    return answers.some(isThenable) ? Promise.all(answers).then(joined) : joined(answers as Record<string, T>[]);
  }

  #parts(wanted: (component: Component) => boolean): Component[] {
    return [...this.#components.values()].filter(wanted);
  }

  #devices(): Device[] {
    return [...this.#components.values()].filter(isDevice);
  }

  #attrs(wanted: (component: Component) => boolean, inner: (device: Device) => string[]): string[] {
    return [...this.#components].flatMap(([attr, component]) => {
      if (!wanted(component)) return [];
      return [attr, ...(isDevice(component) ? inner(component).map((each) => `${attr}.${each}`) : [])];
    });
  }

  #setting(attr: string): Component & { set(value: unknown): unknown } {
    const known = this.#parts(({ kind }) => kind === 'config').map(({ attrName }) => attrName);
    const component = this.#components.get(attr);
    if (component && known.includes(attr) && hasMethod(component, 'set')) return component;
    throw new TypeError(
      `${this.name} has no setting '${attr}'; its settings are ${known.join(', ') || 'none'}.${didYouMean(attr, known)}`,
    );
  }
}

/** Devices of another copy of livesky are no instances of our class. */
function isDevice(component: Component): component is Component & Device {
  return 'readAttrs' in component;
}

function isReadPart({ kind }: Component): boolean {
  return isRead(kind);
}

/** A device of kind `normal` brings its own settings with it. */
function isConfigured(component: Component): boolean {
  return component.kind === 'config' || (isDevice(component) && isRead(component.kind));
}

function isTriggerable(component: Component): component is Component & Triggerable {
  return hasMethod(component, 'trigger');
}

function toStatus(returned: unknown, what: string): StatusLike {
  if (isStatus(returned)) return returned;
  return isThenable(returned) ? Status.from(returned, what) : Status.finished(what);
}

function joined<T>(answers: readonly Record<string, T>[]): Record<string, T> {
  return answers.length === 1
    ? (answers[0] as Record<string, T>)
    : (Object.assign({}, ...answers) as Record<string, T>);
}

function andThen<T, R>(value: Awaitable<T>, next: (value: T) => Awaitable<R>): Awaitable<R> {
  return isThenable(value) ? Promise.resolve(value as PromiseLike<T>).then(next) : next(value as T);
}
