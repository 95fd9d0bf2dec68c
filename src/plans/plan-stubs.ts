import type { HasName, Movable, Readable, Readings, StatusLike } from '../devices/index.js';
import { isStatus, nameOf } from '../devices/index.js';
import { uuid } from '../host/index.js';
import type { Plan } from '../engine/index.js';
import { Msg } from '../engine/index.js';
import { asPlanFunction, plan } from './plan.js';

/** The short ids by which a plan waits for what it has started. */
export function groupId(prefix: string): string {
  return `${prefix}-${uuid().slice(0, 6)}`;
}

/** Does nothing; a place for the engine to take a breath. */
export function* nullPlan(): Plan {
  yield new Msg('null');
}

/** Sets a device; waits only with `wait: true`. Gives the status. */
export function* absSet<T>(
  device: Movable<T>,
  value: T,
  { group, wait: waits = false }: { group?: string; wait?: boolean } = {},
): Plan<StatusLike> {
  const own = group ?? (waits ? uuid() : null);
  const status: StatusLike = yield new Msg('set', device, [value], { group: own });
  if (waits) yield new Msg('wait', null, [], { group: own });
  return status;
}

/**
 * Moves devices, all at once, and waits until they are there.
 *
 * @param args - pairs of a device and its new value
 * @example
 * ```ts
 * await RE(mv(motor1, 3, motor2, -1))
 * ```
 */
export function mv(...args: (Movable<number> | number)[]): Plan<StatusLike[]> {
  return moving(...args);
}

asPlanFunction(mv);

const moving = plan(function* mv(...args: (Movable<number> | number)[]): Plan<StatusLike[]> {
  const group = uuid();
  const statuses: StatusLike[] = [];
  for (const [device, value] of pairs(args)) {
    statuses.push(yield new Msg('set', device, [value], { group }));
  }
  yield new Msg('wait', null, [], { group, timeout: null });
  return statuses;
});

function pairs(args: readonly (Movable<number> | number)[]): [Movable<number>, number][] {
  if (args.length % 2 !== 0) {
    throw new TypeError(`mv() takes pairs of a device and a value, but got ${args.length} arguments.`);
  }
  const result: [Movable<number>, number][] = [];
  for (let i = 0; i < args.length; i += 2) {
    result.push([args[i] as Movable<number>, args[i + 1] as number]);
  }
  return result;
}

/** Lets time pass; a pause ends it early. */
export function* sleep(seconds: number): Plan {
  yield new Msg('sleep', null, [seconds]);
}

/** Waits for everything that was started in a group. */
export function* wait(
  group: unknown,
  { timeout = null, errorOnTimeout = true }: { timeout?: number | null; errorOnTimeout?: boolean } = {},
): Plan<boolean> {
  return yield new Msg('wait', null, [], { group, error_on_timeout: errorOnTimeout, timeout, watch: [] });
}

/** A point to come back to after a pause. */
export function* checkpoint(): Plan {
  yield new Msg('checkpoint');
}

/** Says that the plan cannot be resumed from here on: a pause would abort it. */
export function* clearCheckpoint(): Plan {
  yield new Msg('clear_checkpoint');
}

/** Pauses the plan now. */
export function* pause(): Plan {
  yield new Msg('pause', null, [], { defer: false });
}

/** Pauses the plan at its next checkpoint. */
export function* deferredPause(): Plan {
  yield new Msg('pause', null, [], { defer: true });
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

/** Tells a device to measure; waits only with `wait: true`. */
export function* trigger(
  device: HasName,
  { group = null, wait: waits = false }: { group?: string | null; wait?: boolean } = {},
): Plan<StatusLike> {
  const status: StatusLike = yield new Msg('trigger', device, [], { group });
  if (waits) yield new Msg('wait', null, [], { group });
  return status;
}

/** How to wait for a device that takes time to be staged or unstaged. */
export interface StageOptions {
  /** The group to wait for later. */
  group?: string | null;
  /** Whether to wait now; a device that gives no status is ready in any case. Default false. */
  wait?: boolean;
}

/** Prepares a device for a plan. Gives the device's status, if it has one. */
export function* stage(device: HasName, { group = null, wait: waits = false }: StageOptions = {}): Plan<unknown> {
  const result: unknown = yield new Msg('stage', device, [], { group });
  if (waits && isStatus(result)) yield new Msg('wait', null, [], { group });
  return result;
}

/** Puts a device back after a plan. Gives the device's status, if it has one. */
export function* unstage(device: HasName, { group = null, wait: waits = false }: StageOptions = {}): Plan<unknown> {
  const result: unknown = yield new Msg('unstage', device, [], { group });
  if (waits && isStatus(result)) yield new Msg('wait', null, [], { group });
  return result;
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

/** How a device is written in metadata: by its own `toString`, else by class and name. */
export function deviceRepr(device: unknown): string {
  const text = String(device);
  if (!text.startsWith('[object')) return text;
  return `${(device as object).constructor?.name ?? 'Object'}(name='${nameOf(device)}')`;
}
