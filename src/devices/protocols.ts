import type { DeviceHints, Dtype } from '../documents/index.js';
import type { StatusLike } from './status.js';

/** A value, or a promise of it: devices may answer at once or later. */
export type Awaitable<T> = T | PromiseLike<T>;

/** One value with the time it was read, in seconds since the Unix epoch. */
export interface Reading<T = unknown> {
  value: T;
  timestamp: number;
}

/** Values by field. */
export type Readings<T = unknown> = Record<string, Reading<T>>;

/**
 * A device's description of one of its fields.
 *
 * `dtype` takes any string, so that an object written in a cell needs no type annotation; the engine
 * refuses what is no dtype.
 */
export interface FieldDescription {
  /** Where the value comes from. */
  source: string;
  /** What kind of value it is. */
  dtype: Dtype | (string & {});
  /** The shape of an array, `[]` for a scalar. */
  shape: readonly (number | null)[];
  /** Digits after the point when shown. */
  precision?: number | null;
  /** Engineering units. */
  units?: string | null;
  [key: string]: unknown;
}

/** Descriptions by field. */
export type DataKeys = Record<string, FieldDescription>;

/** What starts an action may return: a status, or a promise that settles when the action ends. */
export type StatusOrPromise = StatusLike | PromiseLike<unknown>;

/** A thing with a name. Names become fields and keys of documents. */
export interface HasName {
  readonly name: string;
}

/** A thing that is part of a device, or of none (null). */
export interface HasParent extends HasName {
  readonly parent: HasName | null;
}

/**
 * A device that can be read: the least that a detector must offer.
 *
 * @example
 * ```ts
 * import os from 'node:os'
 * const load = {
 *   name: 'load',
 *   read: () => ({ load: { value: os.loadavg()[0], timestamp: Date.now() / 1000 } }),
 *   describe: () => ({ load: { source: 'os.loadavg', dtype: 'number', shape: [], precision: 2 } }),
 * }
 * await RE(count([load], 20, 0.2))
 * ```
 */
export interface Readable<T = unknown> extends HasName {
  read(): Awaitable<Readings<T>>;
  describe(): Awaitable<DataKeys>;
}

/** A device whose settings belong to the description of its data. */
export interface Configurable extends HasName {
  readConfiguration(): Awaitable<Readings>;
  describeConfiguration(): Awaitable<DataKeys>;
}

/** A device that has to be told to measure. */
export interface Triggerable extends HasName {
  trigger(): StatusOrPromise;
}

/** A device that can be set to a value. */
export interface Movable<T = unknown> extends HasName {
  set(value: T, ...rest: unknown[]): StatusOrPromise;
}

/** A device that can be stopped; `success` says whether that is how it was meant to end. */
export interface Stoppable extends HasName {
  stop(options?: { success?: boolean }): Awaitable<unknown>;
}

/** A device to be prepared before a plan and put back after it. */
export interface Stageable extends HasName {
  stage(): unknown;
  unstage(): unknown;
}

/** A device that wants to know of pauses. */
export interface Pausable extends HasName {
  pause(): Awaitable<void>;
  resume(): Awaitable<void>;
}

/** A device that says where it was sent and where it is. */
export interface Locatable<T = unknown> extends HasName {
  locate(): Awaitable<Location<T>>;
}

/** Where a device was sent and where it is. */
export interface Location<T = unknown> {
  setpoint: T;
  readback: T;
}

/** A device that can say before a move whether it could be made: it throws, or rejects, if not. */
export interface Checkable<T = unknown> extends HasName {
  checkValue(value: T): unknown;
}

/** A device to be told beforehand what it will be used for, such as the frames or the path of a fly scan. */
export interface Preparable<T = unknown> extends HasName {
  prepare(value: T, ...rest: unknown[]): StatusOrPromise;
}

/**
 * What a device calls when it has a new value: with its readings, or without them, to be read then.
 */
export type ReadingsCallback = (readings?: Readings) => void;

/** A device that tells of its own accord when its value changes, so that it can be monitored. */
export interface Subscribable extends HasName {
  /** Calls back at each change; most devices also call at once, with the value that they have. */
  subscribe(callback: ReadingsCallback, options?: Readonly<Record<string, unknown>>): unknown;
  /** Ends that subscription. */
  clearSub(callback: ReadingsCallback): unknown;
}

/** A device that says which of its fields matter. */
export interface HasHints extends HasName {
  readonly hints: DeviceHints;
}

/** A motor of a scan: it can be set, and read. */
export type Motor = Movable<number> & Readable;

/** The type of what a device holds: where it is if it knows that, else what it reads. */
export type ValueOf<D> = D extends { locate(): Awaitable<Location<infer T>> }
  ? T
  : D extends { read(): Awaitable<Readings<infer T>> }
    ? T
    : unknown;

/** Whether `value` has a method of that name. */
export function hasMethod<N extends string>(
  value: unknown,
  name: N,
): value is Record<N, (...args: unknown[]) => unknown> {
  const holder = typeof value === 'object' || typeof value === 'function' ? value : undefined;
  return !!holder && typeof (holder as Record<string, unknown>)[name] === 'function';
}

/** The name by which messages and errors call a device, whatever it is. */
export function nameOf(device: unknown): string {
  const name = (device as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' && name !== '' ? name : describeValue(device);
}

/** Whether `value` can be read; says nothing of what `read` returns. */
export function isReadable(value: unknown): value is Readable {
  return hasMethod(value, 'read') && hasMethod(value, 'describe');
}

function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return `the function ${value.name || '(anonymous)'}`;
  if (typeof value === 'object' && value !== null) {
    return `${value.constructor?.name ?? 'object'} without a name`;
  }
  return String(value);
}
