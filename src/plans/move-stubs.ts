import type {
  Awaitable,
  HasName,
  Locatable,
  Location,
  Movable,
  Readable,
  StatusLike,
  Stoppable,
} from '../devices/index.js';
import { hasMethod } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { Msg } from '../engine/index.js';
import { uuid } from '../host/index.js';
import { PlanArgumentError } from './check-arguments.js';
import { mergedMoves } from './coupled-axes.js';
import { isLocatedByMessage } from './located.js';
import { isOptions, takeOptions } from './plan-options.js';
import { asPlanFunction, plan } from './plan.js';
import { relativeSetWrapper } from './preprocessors/relative-set-wrapper.js';

/** The options of {@link absSet} and {@link relSet}; others go to the device's `set`. */
export interface SetOptions {
  /** The group to wait for later. */
  group?: unknown;
  /** Whether to wait at once; default false. */
  wait?: boolean;
  [kwarg: string]: unknown;
}

/** The options of {@link mv} and {@link mvr}; others go to the devices' `set`. */
export interface MoveOptions {
  /** The group of the moves; default one of their own. */
  group?: unknown;
  /** Seconds to wait at most; default as long as it takes. */
  timeout?: number | null;
  [kwarg: string]: unknown;
}

/**
 * Sets a device; waits only with `wait: true`.
 *
 * @param device - what to set
 * @param value - the new value
 * @param options - `group`, `wait`; others go to the device
 * @returns the status of the move
 * @example
 * ```ts
 * const status = yield* absSet(motor, 3, { group: 'moves' })
 * yield* wait('moves')
 * ```
 */
export function absSet<T>(device: Movable<T>, value: T, options?: SetOptions): Plan<StatusLike>;
export function absSet<T>(device: Movable<T>, value: T, ...rest: unknown[]): Plan<StatusLike>;
export function* absSet<T>(device: Movable<T>, value: T, ...rest: unknown[]): Plan<StatusLike> {
  const last = rest.at(-1);
  const [args, options] = isOptions(last) ? [rest.slice(0, -1), last] : [rest, {}];
  const { group, wait: waits = false, ...kwargs } = options as SetOptions;
  const own = group ?? (waits ? uuid() : null);
  const given = args.filter((each) => each !== undefined);
  const status: StatusLike = yield new Msg('set', device, [value, ...given], { group: own, ...kwargs });
  if (waits) yield new Msg('wait', null, [], { group: own });
  return status;
}

/** Sets a device relative to where it is; waits only with `wait: true`. See {@link absSet}. */
export function relSet<T>(device: Movable<T>, value: T, options: SetOptions = {}): Plan<StatusLike> {
  return relativeSetWrapper(absSet(device, value, options));
}

/** What {@link mv} takes: pairs of a device and a value, then options. */
type Moves = readonly unknown[];

/**
 * Moves devices, all at once, and waits until they are there.
 *
 * @param args - pairs of a device and its new value; last, if need be, `{ group, timeout }`
 * @returns the status of each move
 * @throws `PlanArgumentError` if a value is missing; the device's own error if a place is out of its reach. Nothing
 *   has moved then
 * @example
 * ```ts
 * await RE(mv(motor1, 3, motor2, -1))
 * ```
 */
export function mv<A>(device: Movable<A>, value: A, options?: MoveOptions): Plan<StatusLike[]>;
export function mv<A, B>(
  device1: Movable<A>,
  value1: A,
  device2: Movable<B>,
  value2: B,
  options?: MoveOptions,
): Plan<StatusLike[]>;
export function mv<A, B, C>(
  device1: Movable<A>,
  value1: A,
  device2: Movable<B>,
  value2: B,
  device3: Movable<C>,
  value3: C,
  options?: MoveOptions,
): Plan<StatusLike[]>;
export function mv(...args: (Movable<number> | number | MoveOptions)[]): Plan<StatusLike[]>;
export function mv(...args: unknown[]): Plan<StatusLike[]> {
  return moving(...args);
}

asPlanFunction(mv);

const moving = plan(function* mv(...args: unknown[]): Plan<StatusLike[]> {
  const [moves, { group, timeout = null, ...kwargs }] = movesOf('mv', args);
  checkReach(moves);
  return yield* moved(moves, { group, timeout, ...kwargs });
});

/**
 * Moves devices relative to where they are, all at once, and waits until they are there.
 *
 * @param args - pairs of a device and how far to go; last, if need be, `{ group, timeout }`
 * @returns the status of each move
 * @example
 * ```ts
 * await RE(mvr(motor, 0.5))
 * ```
 */
export function mvr<A>(device: Movable<A>, by: A, options?: MoveOptions): Plan<StatusLike[]>;
export function mvr<A, B>(
  device1: Movable<A>,
  by1: A,
  device2: Movable<B>,
  by2: B,
  options?: MoveOptions,
): Plan<StatusLike[]>;
export function mvr(...args: (Movable<number> | number | MoveOptions)[]): Plan<StatusLike[]>;
export function mvr(...args: unknown[]): Plan<StatusLike[]> {
  return movingBy(...args);
}

asPlanFunction(mvr);

const movingBy = plan(function* mvr(...args: unknown[]): Plan<StatusLike[]> {
  const [moves, options] = movesOf('mvr', args);
  const devices = moves.map(([device]) => device);
  return yield* relativeSetWrapper(moved(moves, options), devices);
});

function* moved(
  moves: readonly [HasName, unknown][],
  { group, timeout = null, ...kwargs }: MoveOptions,
): Plan<StatusLike[]> {
  const own = group ?? uuid();
  const statuses: StatusLike[] = [];
  for (const [device, value] of mergedMoves(moves)) {
    statuses.push(yield new Msg('set', device, [value], { group: own, ...kwargs }));
  }
  yield new Msg('wait', null, [], { group: own, timeout });
  return statuses;
}

function movesOf(name: string, args: Moves): [moves: [HasName, unknown][], options: MoveOptions] {
  const last = args.at(-1);
  const withOptions = args.length % 2 === 1 && isOptions(last);
  const rest = withOptions ? args.slice(0, -1) : args.filter((each, at) => each !== undefined || at % 2 === 1);
  if (rest.length === 0 || rest.length % 2 !== 0) {
    throw new PlanArgumentError(`${name}() takes pairs of a device and a value, but got ${rest.length} arguments.`);
  }
  const moves: [HasName, unknown][] = [];
  for (let i = 0; i < rest.length; i += 2) moves.push([checkMovable(name, rest[i]), rest[i + 1]]);
  if (new Set(moves.map(([device]) => device)).size !== moves.length) {
    throw new PlanArgumentError('Can not compose overlapping cycles');
  }
  return [moves, withOptions ? last : {}];
}

function checkMovable(name: string, device: unknown): HasName {
  if (hasMethod(device, 'set')) return device as unknown as HasName;
  throw new PlanArgumentError(
    `${name}(): ${String((device as { name?: unknown } | null)?.name ?? device)} stands where a device should, but has no method set().`,
  );
}

/** Refuses a place out of reach before anything moves; for the first device its own `set` does that. */
function checkReach([, ...others]: readonly [HasName, unknown][]): void {
  for (const [device, value] of others) if (hasMethod(device, 'checkValue')) settled(device.checkValue(value));
}

/** An answer that comes later is not waited for: the device refuses the move itself then. */
function settled(answer: unknown): void {
  if (hasMethod(answer, 'then')) answer.then(undefined, () => undefined);
}

/** Stops a device. */
export function* stop(device: Stoppable | HasName): Plan {
  yield new Msg('stop', device);
}

/**
 * Asks devices where they were sent and where they are.
 *
 * @param args - the devices; last, if need be, `{ squeeze: false }` to get a list of one device's answer too
 * @example
 * ```ts
 * const { setpoint, readback } = yield* locate(motor)
 * ```
 */
export function locate<T>(device: Locatable<T>, options?: { squeeze?: true }): Plan<Location<T>>;
export function locate(...args: (Locatable | { squeeze?: boolean })[]): Plan<Location[]>;
export function* locate(...args: unknown[]): Plan<unknown> {
  const [[device, ...others], { squeeze = true }] = takeOptions<{ squeeze: boolean }>('locate', args, ['squeeze']);
  return yield new Msg('locate', device, others, { squeeze });
}

/** The value that {@link rd} gives of a device: where it is, else what it reads; a number if the device does not say. */
export type ReadValue<D> = D extends { locate(): Awaitable<Location<infer T>> }
  ? T
  : D extends { read(): Awaitable<Record<string, { value: infer T }>> }
    ? unknown extends T
      ? number
      : T
    : number;

/**
 * Reads one value: where a motor is, or the one field of a detector that matters.
 *
 * @param device - a device with one value: it can be located, or hints at one field, or has one field
 * @param options - `defaultValue`: what to give in a dry run, where nothing is read; default 0
 * @throws `PlanArgumentError` if the device has several values
 * @example
 * ```ts
 * const x = yield* rd(motor)
 * yield* mv(motor, x + 1)
 * ```
 */
export function* rd<D extends Readable>(
  device: D,
  { defaultValue = 0 }: { defaultValue?: unknown } = {},
): Plan<ReadValue<D>> {
  if (isLocatedByMessage(device)) {
    const location = (yield new Msg('locate', device)) as Location | undefined;
    return (location ? location.readback : defaultValue) as ReadValue<D>;
  }
  const [hint, ...more] = (device as { hints?: { fields?: readonly string[] } }).hints?.fields ?? [];
  if (more.length > 0)
    throw severalValues(
      device,
      `has ${more.length + 1} items hinted ([${[hint, ...more].map((each) => `'${each}'`).join(', ')}])`,
      'hinting',
    );
  const parts = hint === undefined ? (device as { readAttrs?: readonly string[] }).readAttrs : undefined;
  if (parts && parts.length !== 1) throw severalValues(device, `and has ${parts.length} read attrs`);
  const readings = (yield new Msg('read', device)) as Record<string, { value: unknown }> | undefined;
  if (!readings) return defaultValue as ReadValue<D>;
  const fields = Object.keys(readings);
  if (hint === undefined && fields.length !== 1) throw severalValues(device, `and has ${fields.length} read values`);
  return readings[hint ?? (fields[0] as string)]?.value as ReadValue<D>;
}

function severalValues(device: HasName, what: string, adjusted = 'hinting/read_attrs'): PlanArgumentError {
  return new PlanArgumentError(
    `Your object ${String(device)} (${device.name}.) ${what}.  We do not know how to pick out a single value.  ` +
      `Please adjust the ${adjusted} by setting the kind of the components of this device or by reading one of its components`,
  );
}
