import type { Motor, Movable, Readable } from '../devices/index.js';
import { PlanArgumentError } from './check-arguments.js';
import { reprOf } from './device-repr.js';

const BRAND: symbol = Symbol.for('livesky.cycler.1');

/** Where each motor stands at one point of a scan. */
export type Positions = ReadonlyMap<Motor, number>;

/** One motor with its values, or two cyclers and how they go together. */
type Parts = { op: 'values'; key: Motor; values: readonly number[] } | { op: '+' | '*'; left: Cycler; right: Cycler };

/**
 * Makes a trajectory of one motor; see {@link Cycler}.
 *
 * @param motor - the motor
 * @param values - where it shall go, in order
 * @example
 * ```ts
 * const path = cycler(motor1, [1, 2, 3]).add(cycler(motor2, [10, 20, 30]))
 * await RE(scanNd([det], path))
 * ```
 */
export function cycler<T>(motor: Movable<T> & Readable, values: Iterable<T>): Cycler {
  return new Cycler({ op: 'values', key: motor as Motor, values: Array.from(values) as unknown[] as number[] });
}

/**
 * A trajectory: for each point, where each motor stands.
 *
 * Trajectories are put together: `a.add(b)` moves both at once, `a.multiply(b)` goes through `b` at each point of
 * `a`. This is the counterpart of Python's package cycler, and its text is the same.
 */
export class Cycler implements Iterable<Positions> {
  /** The motors, in the order in which they were named. */
  readonly keys: readonly Motor[];
  /** The number of points. */
  readonly length: number;
  /** @internal What it is made of. */
  readonly parts: Parts;

  /** @internal Use {@link cycler}. */
  constructor(parts: Parts) {
    this.parts = parts;
    this.keys = keysOf(parts);
    this.length = lengthOf(parts);
  }

  /** Moves the motors of both at once; both must have the same number of points. */
  add(other: Cycler): Cycler {
    if (this.length !== other.length) {
      throw new PlanArgumentError(`Can only add equal length cycles, not ${this.length} and ${other.length}`);
    }
    return new Cycler({ op: '+', left: this, right: other });
  }

  /** Goes through the other at each point of this one; with a number, through this one so many times. */
  multiply(other: Cycler | number): Cycler {
    if (typeof other !== 'number') return new Cycler({ op: '*', left: this, right: other });
    return this.#each((values) => Array.from({ length: other }, () => values).flat());
  }

  /** First this one, then the other, which must have the same motors. */
  concat(other: Cycler): Cycler {
    const theirs = other.byKey();
    if (theirs.size !== this.keys.length || !this.keys.every((key) => theirs.has(key))) {
      throw new PlanArgumentError(
        `Keys do not match: ${reprOf(this.keys)} and ${reprOf(other.keys)}. Only trajectories of the same motors follow each other.`,
      );
    }
    return this.#each((values, key) => [...values, ...(theirs.get(key) as readonly number[])]);
  }

  /** Some of the points, as an array's `slice`. */
  slice(start?: number, end?: number): Cycler {
    return this.#each((values) => values.slice(start, end));
  }

  /** Each motor with where it stands at every point. */
  byKey(): Map<Motor, number[]> {
    const columns = new Map<Motor, number[]>(this.keys.map((key) => [key, []]));
    for (const point of this) for (const [key, value] of point) columns.get(key)?.push(value);
    return columns;
  }

  /** The point with that number, from 0. */
  at(index: number): Positions {
    const point = new Map<Motor, number>();
    fill(point, this, index);
    return point;
  }

  /** Each motor with all values that were given for it, in no order of points. */
  *columns(): Generator<[motor: Motor, values: readonly number[]], void, undefined> {
    const { parts } = this;
    if (parts.op === 'values') return yield [parts.key, parts.values];
    yield* parts.left.columns();
    yield* parts.right.columns();
  }

  *[Symbol.iterator](): Generator<Positions, void, undefined> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  /** As Python's cycler writes itself. */
  toString(): string {
    const { parts } = this;
    if (parts.op === 'values') return `cycler(${reprOf(parts.key)}, ${reprOf(parts.values)})`;
    return `(${String(parts.left)} ${parts.op} ${String(parts.right)})`;
  }

  #each(change: (values: readonly number[], key: Motor) => readonly number[]): Cycler {
    return sumOf([...this.byKey()].map(([key, values]) => cycler<number>(key, change(values, key))));
  }
}

Object.defineProperty(Cycler.prototype, BRAND, { value: true });

// How Node prints a trajectory, and so a cell.
Object.defineProperty(Cycler.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value(this: Cycler): string {
    return String(this);
  },
});

/** Whether a value is a trajectory, of whichever copy of livesky. */
export function isCycler(value: unknown): value is Cycler {
  return typeof value === 'object' && value !== null && BRAND in value;
}

/** All at once, the first before the others. */
export function sumOf(cyclers: readonly Cycler[]): Cycler {
  const [first, ...rest] = cyclers;
  if (!first) throw new PlanArgumentError('A scan needs at least one motor with its positions.');
  return rest.reduce((sum, each) => sum.add(each), first);
}

/** Each within the one before it, the first being the slowest. */
export function productOf(cyclers: readonly Cycler[]): Cycler {
  const [first, ...rest] = cyclers;
  if (!first) throw new PlanArgumentError('A scan needs at least one motor with its positions.');
  return rest.reduce((product, each) => product.multiply(each), first);
}

function fill(point: Map<Motor, number>, { parts }: Cycler, index: number): void {
  if (parts.op === 'values') {
    point.set(parts.key, parts.values[index] as number);
    return;
  }
  const inner = parts.right.length;
  fill(point, parts.left, parts.op === '*' ? Math.floor(index / inner) : index);
  fill(point, parts.right, parts.op === '*' ? index % inner : index);
}

function keysOf(parts: Parts): Motor[] {
  if (parts.op === 'values') return [parts.key];
  const { left, right } = parts;
  if (right.keys.some((key) => left.keys.includes(key)))
    throw new PlanArgumentError('Can not compose overlapping cycles');
  return [...left.keys, ...right.keys];
}

function lengthOf(parts: Parts): number {
  if (parts.op === 'values') return parts.values.length;
  return parts.op === '+' ? parts.left.length : parts.left.length * parts.right.length;
}
