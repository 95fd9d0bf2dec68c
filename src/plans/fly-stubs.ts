import type { Flyable, HasName, PartialEvent, Preparable, StatusLike } from '../devices/index.js';
import { hasMethod } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { Msg } from '../engine/index.js';
import { uuid } from '../host/index.js';
import { PlanArgumentError } from './check-arguments.js';
import { deviceRepr } from './device-repr.js';
import { isOptions, readOptions, takeOptions } from './plan-options.js';
import { groupId, wait } from './plan-stubs.js';

/** The options of the stubs that start something; others go to the device. */
export interface StartOptions {
  /** The group to wait for; default none. */
  group?: unknown;
  /** Whether to wait at once. */
  wait?: boolean;
  [kwarg: string]: unknown;
}

/** What may stand at the end of `kickoffAll` and `completeAll`. */
type FlyersAndOptions = (Flyable | StartOptions)[];

/**
 * Makes a device ready for what comes next.
 *
 * @param device - the device
 * @param value - what it is made ready for
 * @param options - `group`, and `wait` to wait at once
 */
export function* prepare<T>(device: Preparable<T>, value: T, options: StartOptions = {}): Plan<StatusLike> {
  return yield* started('prepare', device, [value], options);
}

/**
 * Starts a flyer.
 *
 * @param flyer - a device that acquires on its own
 * @param options - `group`, and `wait` to wait until it runs
 */
export function* kickoff(flyer: Flyable, options: StartOptions = {}): Plan<StatusLike> {
  return yield* started('kickoff', flyer, [], options);
}

/**
 * Lets a flyer come to its end.
 *
 * @param flyer - a device that acquires on its own
 * @param options - `group`, and `wait` to wait until it is there
 */
export function* complete(flyer: Flyable, options: StartOptions = {}): Plan<StatusLike> {
  return yield* started('complete', flyer, [], options);
}

/** Starts several flyers and waits until they run, or not with `{ wait: false }` at the end. */
export function* kickoffAll(...args: FlyersAndOptions): Plan<StatusLike[]> {
  return yield* allStarted('kickoff', args, true);
}

/** Lets several flyers come to their end; waits for it with `{ wait: true }` at the end. */
export function* completeAll(...args: FlyersAndOptions): Plan<StatusLike[]> {
  return yield* allStarted('complete', args, false);
}

/** The options of {@link collect}. */
export interface CollectOptions {
  /** The stream, if it was declared; default null: the flyer names it. */
  name?: string | null;
  /** Whether to hand documents out one by one; default false. */
  stream?: boolean;
  /** Whether to give the events to the plan; default true. */
  returnPayload?: boolean;
}

/**
 * Hands out what flyers have gathered.
 *
 * @param args - the flyers; last, if need be, `{ name, stream, returnPayload }`
 * @returns the events
 */
export function* collect(...args: (HasName | CollectOptions)[]): Plan<PartialEvent[]> {
  const [[flyer, ...others], options] = takeOptions<CollectOptions>('collect', args, [
    'name',
    'stream',
    'returnPayload',
  ]);
  const { stream = false, returnPayload = true, name = null } = options;
  return yield new Msg('collect', flyer, others, { stream, return_payload: returnPayload, name });
}

/** The options of {@link collectWhileCompleting}. */
export interface CollectWhileCompletingOptions {
  /** Seconds from one collection to the next; default null: once, at the end. */
  flushPeriod?: number | null;
  /** The stream, which must have been declared. */
  streamName?: string | null;
  /** Groups whose failures end the wait. */
  watch?: readonly unknown[];
}

/**
 * Lets flyers come to their end and collects from detectors meanwhile.
 *
 * @param flyers - what to complete
 * @param detectors - what to collect from
 * @param args - `flushPeriod`, `streamName`, `watch`, in this order or as options
 */
export function* collectWhileCompleting(
  flyers: readonly Flyable[],
  detectors: readonly HasName[],
  ...args: (number | string | null | readonly unknown[] | CollectWhileCompletingOptions)[]
): Plan {
  const {
    flushPeriod = null,
    streamName = null,
    watch = [],
  } = readOptions<CollectWhileCompletingOptions>('collectWhileCompleting', args, [
    'flushPeriod',
    'streamName',
    'watch',
  ]);
  const group = groupId('complete');
  yield* completeAll(...flyers, { group, wait: false });
  for (let done = false; !done;) {
    // A dry run has no answer.
    done = (yield* wait(group, { timeout: flushPeriod, errorOnTimeout: false, watch })) ?? true;
    yield* collect(...detectors, { name: streamName });
  }
}

function* started(command: string, device: HasName, args: unknown[], options: StartOptions): Plan<StatusLike> {
  const { group = null, wait: waits = false, ...kwargs } = options;
  const status: StatusLike = yield new Msg(command, device, args, { group, ...kwargs });
  if (waits) yield* wait(group);
  return status;
}

function* allStarted(
  command: 'kickoff' | 'complete',
  args: FlyersAndOptions,
  waitsByDefault: boolean,
): Plan<StatusLike[]> {
  const last = args.at(-1);
  const [flyers, options] = isOptions(last) ? [args.slice(0, -1), last] : [args, {}];
  const { group, wait: waits = waitsByDefault, ...kwargs } = options as StartOptions;
  const own = group ?? uuid();
  flyers.forEach(checkFlyable);
  const statuses: StatusLike[] = [];
  for (const flyer of flyers) statuses.push(yield new Msg(command, flyer, [], { group: own, ...kwargs }));
  if (waits) yield* wait(own);
  return statuses;
}

function checkFlyable(device: unknown): void {
  if (hasMethod(device, 'kickoff') && hasMethod(device, 'complete')) return;
  throw new PlanArgumentError(`${deviceRepr(device)} does not implement all Flyable methods`);
}
