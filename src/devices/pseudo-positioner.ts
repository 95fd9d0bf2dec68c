import { pythonRepr } from '../text/index.js';
import type { Component } from './device.js';
import { Device } from './device.js';
import type { PseudoSingleOptions } from './pseudo-single.js';
import { PseudoSingle } from './pseudo-single.js';
import { positionerInfo } from './soft-positioner.js';
import type { StatusLike } from './status.js';
import { Status } from './status.js';
import type { ChangeCallback } from './subscriptions.js';
import { checkLimits, checkSetting } from './values.js';

/** A motor that a {@link PseudoPositioner} can move: it knows where it is, and tells when that changes. */
export type RealMotor = Component & {
  readonly position: number;
  set(value: number): StatusLike;
  checkValue?(value: number): unknown;
  subscribe(callback: ChangeCallback<number>, options?: { run?: boolean }): unknown;
};

/** Positions by axis. */
export type Positions<A extends string> = Readonly<Record<A, number>>;

/**
 * Axes that are computed from real motors, such as an energy from the angle of a crystal.
 *
 * `forward` says where the real motors must be, `inverse` where the axes are. Each axis is a motor of
 * its own; all together are set with an object, in which axes that are left out stay where they were sent.
 *
 * @example
 * ```ts
 * class Monochromator extends PseudoPositioner<'energy', 'theta'> {
 *   readonly energy = this.pseudo('energy', { limits: [5, 20], units: 'keV' })
 *   readonly theta = this.real('theta', new SynAxis({ name: `${this.name}_theta`, value: 10 }))
 *   forward = ({ energy }: { energy: number }) => ({ theta: (Math.asin(1.9773 / energy) * 180) / Math.PI })
 *   inverse = ({ theta }: { theta: number }) => ({ energy: 1.9773 / Math.sin((theta * Math.PI) / 180) })
 * }
 * const mono = new Monochromator({ name: 'mono' })
 * await RE(scan([det], mono.energy, 8, 9, 11))
 * ```
 */
export abstract class PseudoPositioner<P extends string, R extends string> extends Device {
  readonly #pseudo = new Map<P, PseudoSingle>();
  readonly #real = new Map<R, RealMotor>();
  readonly #targets = new Map<P, number>();

  /** Where the real motors must be for the axes to be at `pseudo`. */
  abstract forward(pseudo: Positions<P>): Positions<R>;

  /** Where the axes are when the real motors are at `real`. */
  abstract inverse(real: Positions<R>): Positions<P>;

  /** The axes, in order. */
  get pseudoPositioners(): readonly PseudoSingle[] {
    return [...this.#pseudo.values()];
  }

  /** The motors that they move, in order. */
  get realPositioners(): readonly RealMotor[] {
    return [...this.#real.values()];
  }

  /** Where the axes are. */
  get position(): Positions<P> {
    return this.inverse(this.realPosition);
  }

  /** Where the real motors are. */
  get realPosition(): Positions<R> {
    return fromEntries([...this.#real].map(([axis, motor]) => [axis, motor.position]));
  }

  /** Where the axes were sent last; those that never were are where they are. */
  get target(): Positions<P> {
    return { ...this.position, ...Object.fromEntries(this.#targets) };
  }

  /** Throws if an axis or a real motor could not go there. */
  checkValue(position: Partial<Positions<P>> | readonly number[]): void {
    this.#realOf(this.#complete(position));
  }

  /**
   * Moves the real motors, all at once; the status ends when they are there.
   *
   * @param position - positions by axis, or of all axes in their order
   */
  set(position: Partial<Positions<P>> | readonly number[]): Status {
    const target = this.#complete(position);
    const real = this.#realOf(target);
    for (const axis of this.#pseudo.keys()) this.#targets.set(axis, target[axis]);
    const statuses = [...this.#real].map(([axis, motor]) => motor.set(real[axis]));
    return Status.all(statuses, `set ${this.name}`);
  }

  /** Makes an axis. */
  protected pseudo(axis: P, options: PseudoSingleOptions = {}): PseudoSingle {
    const axes = {
      name: this.name,
      positionOf: (each: string) => this.position[each as P],
      targetOf: (each: string) => this.target[each as P],
      checkOne: (each: string, value: number) => this.checkValue({ [each]: value } as Partial<Positions<P>>),
      moveOne: (each: string, value: number) => this.set({ [each]: value } as Partial<Positions<P>>),
      stop: () => this.stop(),
    };
    const single = new PseudoSingle(axes, axis, this.#pseudo.size, options);
    this.#pseudo.set(axis, single);
    return this.add(axis, single, 'hinted');
  }

  /** Makes a motor one of the real ones. */
  protected real<M extends RealMotor>(axis: R, motor: M): M {
    this.#real.set(axis, motor);
    motor.subscribe(
      (_, { timestamp }) => {
        for (const single of this.#pseudo.values()) single.follow(timestamp);
      },
      { run: false },
    );
    return this.add(axis, motor);
  }

  /** Stops the real motors. */
  override stop(options?: { success?: boolean }): unknown {
    return Promise.all(
      [...this.#real.values()].map((motor) => (motor as { stop?(options?: unknown): unknown }).stop?.(options)),
    );
  }

  protected override reprInfo(): [string, string][] {
    const info = super.reprInfo();
    const named = info.findIndex(([key]) => key === 'read_attrs');
    const units = [...this.#pseudo.values()].map((single) => single.units).filter((each) => each !== '');
    return [
      ...info.slice(0, named),
      ...positionerInfo({ units: units.join(', '), limits: [0, 0], source: 'computed' }),
      ...info.slice(named),
      ['concurrent', pythonRepr(true)],
    ];
  }

  #complete(position: Partial<Positions<P>> | readonly number[]): Positions<P> {
    const axes = [...this.#pseudo.keys()];
    const given = Array.isArray(position) ? this.#inOrder(axes, position as readonly number[]) : position;
    const unknown = Object.keys(given).find((axis) => !axes.includes(axis as P));
    if (unknown === undefined) return { ...this.target, ...given };
    throw new TypeError(`${this.name} has no axis '${unknown}'; its axes are ${axes.join(', ')}.`);
  }

  #inOrder(axes: readonly P[], position: readonly number[]): Positions<P> {
    if (position.length === axes.length) return fromEntries(axes.map((axis, i) => [axis, position[i] as number]));
    throw new TypeError(`${this.name} has ${axes.length} axes, but ${position.length} positions were given.`);
  }

  /** Where the real motors must go; throws if something could not. */
  #realOf(target: Positions<P>): Positions<R> {
    for (const [axis, single] of this.#pseudo) {
      checkSetting(single.name, target[axis], 'number');
      checkLimits(single.name, target[axis], single.limits);
    }
    const real = this.forward(target);
    for (const [axis, motor] of this.#real) {
      checkSetting(`${this.name}: forward() must say where ${motor.name} goes; it`, real[axis], 'number');
      motor.checkValue?.(real[axis]);
    }
    return real;
  }
}

function fromEntries<A extends string>(entries: readonly (readonly [A, number])[]): Positions<A> {
  return Object.fromEntries(entries) as Record<A, number>;
}
