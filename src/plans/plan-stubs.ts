import type { Configurable, HasName, Readable, Readings, StatusLike } from '../devices/index.js';
import type { Callback, DeclaredStream, Plan } from '../engine/index.js';
import { Msg } from '../engine/index.js';
import type { DocumentName } from '../documents/index.js';
import { uuid } from '../host/index.js';
import { isOptions, takeOptions } from './plan-options.js';
import { separateDevices } from './separate-devices.js';

/** The short ids by which a plan waits for what it has started. */
export function groupId(prefix: string): string {
  return `${prefix}-${uuid().slice(0, 6)}`;
}

/** Does nothing; a place for the engine to take a breath. */
export function* nullPlan(): Plan {
  yield new Msg('null');
}

/** Lets time pass; a pause ends it early. */
export function* sleep(seconds: number): Plan {
  yield new Msg('sleep', null, [seconds]);
}

/** The options of {@link wait}. */
export interface WaitOptions {
  /** Seconds to wait at most; null (default) for as long as it takes. */
  timeout?: number | null;
  /** Whether to fail when the time is over (default), rather than to give false. */
  errorOnTimeout?: boolean;
  /** Groups that are not waited for, but whose failures end the wait. */
  watch?: readonly unknown[];
}

/**
 * Waits for everything that was started in a group.
 *
 * @param group - the group; null (default) for what was started without one
 * @returns whether all of it has ended
 * @throws `WaitForTimeoutError` if it takes too long; `FailedStatus` as soon as one of them fails
 * @example
 * ```ts
 * yield* absSet(motor1, 3, { group: 'both' })
 * yield* absSet(motor2, 5, { group: 'both' })
 * yield* wait('both', { timeout: 10 })
 * ```
 */
export function* wait(group: unknown = null, options: WaitOptions = {}): Plan<boolean> {
  return yield waitMsg(group, options);
}

/** The message of {@link wait}. */
export function waitMsg(group: unknown, { timeout = null, errorOnTimeout = true, watch = [] }: WaitOptions = {}): Msg {
  return new Msg('wait', null, [], { group, error_on_timeout: errorOnTimeout, timeout, watch });
}

/**
 * Waits for promises, such as one of your own code.
 *
 * @param futures - functions that give promises; they are called by the engine
 * @param options - `timeout`: seconds to wait at most
 * @returns what the promises gave
 */
export function* waitFor(
  futures: Iterable<() => PromiseLike<unknown>>,
  options: { timeout?: number | null } = {},
): Plan<unknown> {
  return yield new Msg('wait_for', null, [futures], { ...options });
}

/** A point to come back to after a pause. */
export function* checkpoint(): Plan {
  yield new Msg('checkpoint');
}

/** Says that the plan cannot be resumed from here on: a pause would abort it. */
export function* clearCheckpoint(): Plan {
  yield new Msg('clear_checkpoint');
}

/**
 * Asks the user for a line of text, in the notebook's own input field.
 *
 * @param prompt - the question
 * @example
 * ```ts
 * function* named(): Plan {
 *   const sample = yield* inputPlan('Which sample? ')
 *   yield* count([det], { md: { sample } })
 * }
 * ```
 */
export function* inputPlan(prompt = ''): Plan<string> {
  return yield new Msg('input', null, [], { prompt });
}

/** Pauses the plan now. */
export function* pause(): Plan {
  yield new Msg('pause', null, [], { defer: false });
}

/** Pauses the plan at its next checkpoint. */
export function* deferredPause(): Plan {
  yield new Msg('pause', null, [], { defer: true });
}

/**
 * Says which devices the events of a stream will read, and hands out the stream's descriptor now rather than with
 * its first event.
 *
 * @param args - the devices, then `{ name, collect }`: the stream's name, and whether it is collected from flyers
 * @example
 * ```ts
 * yield* declareStream(det, motor, { name: 'primary' })
 * ```
 */
export function declareStream(...args: [...HasName[], DeclareStreamOptions]): Plan<DeclaredStream> {
  return declaring(args);
}

/** The options of {@link declareStream}. */
export interface DeclareStreamOptions {
  /** The stream's name. */
  name: string;
  /** Whether its events come from flyers, by {@link collect}; default false. */
  collect?: boolean;
}

function* declaring(args: readonly unknown[]): Plan<DeclaredStream> {
  const [devices, { name, collect = false }] = takeOptions<DeclareStreamOptions>('declareStream', args, [
    'name',
    'collect',
  ]);
  if (typeof name !== 'string') {
    throw new TypeError("declareStream() needs the stream's name, as in declareStream(det, { name: 'primary' }).");
  }
  return yield new Msg('declare_stream', null, separateDevices(devices as HasName[]), { name, collect });
}

/** Begins an event of a stream. */
export function* create(name = 'primary'): Plan {
  yield new Msg('create', null, [], { name });
}

/** Ends the event that was begun, and hands it out. */
export function* save(): Plan {
  yield new Msg('save');
}

/** Forgets the event that was begun. */
export function* drop(): Plan {
  yield new Msg('drop');
}

/** Reads a device, into the event that was begun if there is one. */
export function* read(device: Readable): Plan<Readings> {
  return yield new Msg('read', device);
}

/**
 * Hands out an event whenever a device's value changes, until {@link unmonitor}.
 *
 * @param device - what to watch: a signal, or what else can be subscribed to
 * @param options - `name`: the stream; default one of its own
 */
export function* monitor(
  device: HasName,
  { name = null, ...kwargs }: { name?: string | null; [kwarg: string]: unknown } = {},
): Plan {
  yield new Msg('monitor', device, [], { name, ...kwargs });
}

/** Ends a {@link monitor}. */
export function* unmonitor(device: HasName): Plan {
  yield new Msg('unmonitor', device);
}

/**
 * Changes a device's settings; each stream that reads it gets a new descriptor.
 *
 * @param args - what the device's `configure` takes, usually `{ setting: value }`
 * @returns the settings before and after
 * @example
 * ```ts
 * yield* configure(det, { Imax: 5 })
 * ```
 */
export function* configure(device: Configurable | HasName, ...args: unknown[]): Plan<[old: Readings, now: Readings]> {
  return yield new Msg('configure', device, args);
}

/**
 * Subscribes a callback to the documents of this call of the engine.
 *
 * @param name - a document's name, or `'all'`
 * @returns the token that {@link unsubscribe} takes
 */
export function* subscribe(name: DocumentName | 'all', callback: Callback): Plan<number> {
  return yield new Msg('subscribe', null, [callback, name]);
}

/** Ends a subscription. */
export function* unsubscribe(token: number): Plan {
  yield new Msg('unsubscribe', null, [], { token });
}

/** Lets a suspender watch over the engine from here on. */
export function* installSuspender(suspender: object): Plan {
  yield new Msg('install_suspender', null, [suspender]);
}

/** Takes a suspender away. */
export function* removeSuspender(suspender: object): Plan {
  yield new Msg('remove_suspender', null, [suspender]);
}

/**
 * Sends the same message to several devices.
 *
 * @param command - the message's command, such as `'stop'`
 * @param devices - the devices, in order
 * @param args - the message's arguments; an object at their end holds its keyword arguments
 * @returns the answers
 * @example
 * ```ts
 * yield* broadcastMsg('trigger', [det1, det2], { group: 'all' })
 * ```
 */
export function* broadcastMsg(command: string, devices: Iterable<unknown>, ...args: unknown[]): Plan<unknown[]> {
  const last = args.at(-1);
  const [positional, kwargs] = isOptions(last) ? [args.slice(0, -1), last] : [args, {}];
  const answers: unknown[] = [];
  for (const device of devices) answers.push(yield new Msg(command, device, positional, kwargs));
  return answers;
}

/** Tells a device to measure; waits only with `wait: true`. */
export function* trigger(
  device: HasName,
  { group = null, wait: waits = false }: { group?: string | null; wait?: boolean } = {},
): Plan<StatusLike> {
  const status: StatusLike = yield new Msg('trigger', device, [], { group });
  if (waits) yield new Msg('wait', null, [], { group });
  return status;
}

/** Opens a run with some metadata and gives its uid. */
export function* openRun(md: Readonly<Record<string, unknown>> = {}): Plan<string> {
  return yield new Msg('open_run', null, [], md);
}

/** Closes the run; without a status it went well. */
export function* closeRun({
  exitStatus = null,
  reason = null,
}: { exitStatus?: 'success' | 'abort' | 'fail' | null; reason?: string | null } = {}): Plan<string> {
  return yield new Msg('close_run', null, [], { exit_status: exitStatus, reason });
}
