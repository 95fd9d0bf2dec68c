import type { HasName, Motor } from '../devices/index.js';
import { PlanArgumentError } from './check-arguments.js';
import type { Cycler } from './cycler.js';
import { cycler, sumOf } from './cycler.js';
import { parentOf } from './separate-devices.js';

/**
 * A device whose axes depend on each other, such as a diffractometer: its pseudo axes are computed from the real
 * ones.
 */
interface CoupledAxes extends HasName {
  readonly pseudoPositioners: readonly HasName[];
  readonly realPositioners: readonly HasName[];
  readonly position: unknown;
}

/** Whether a device has axes that depend on each other. */
export function isCoupled(device: unknown): device is CoupledAxes {
  const { pseudoPositioners, realPositioners } = (device ?? {}) as Partial<CoupledAxes>;
  return Array.isArray(pseudoPositioners) && Array.isArray(realPositioners);
}

/** The device whose pseudo axis this is, if it is one. */
export function coupledParentOf(device: unknown): CoupledAxes | undefined {
  const parent = parentOf(device);
  return isCoupled(parent) && parent.pseudoPositioners.includes(device as HasName) ? parent : undefined;
}

/** Moves in which several pseudo axes of one device are one move of the device. */
export function mergedMoves(moves: readonly [HasName, unknown][]): Iterable<[HasName, unknown]> {
  const parents = mergingParents(moves.map(([device]) => device));
  if (parents.size === 0) return moves;
  return mergedPoint(new Map(moves), parents);
}

/** A trajectory in which several pseudo axes of one device are one axis, to be set at once. */
export function mergedCycler(trajectory: Cycler): Cycler {
  const parents = mergingParents(trajectory.keys);
  if (parents.size === 0) return trajectory;
  const columns = new Map<Motor, unknown[]>();
  for (const point of trajectory) {
    for (const [motor, value] of mergedPoint(point as ReadonlyMap<HasName, unknown>, parents)) {
      const column = columns.get(motor as Motor);
      if (column) column.push(value);
      else columns.set(motor as Motor, [value]);
    }
  }
  return sumOf([...columns].map(([motor, values]) => cycler(motor, values as number[])));
}

/** Devices of which several pseudo axes are moved together. */
function mergingParents(devices: readonly unknown[]): ReadonlySet<CoupledAxes> {
  const counts = new Map<CoupledAxes, number>();
  for (const device of devices) {
    const parent = parentOf(device);
    if (!isCoupled(parent)) continue;
    if (devices.includes(parent)) {
      throw new PlanArgumentError(
        `A PseudoPositioner and its children were both passed in: ${parent.name}. Move the one or the others.`,
      );
    }
    if (parent.pseudoPositioners.includes(device as HasName)) counts.set(parent, (counts.get(parent) ?? 0) + 1);
    checkNoMix(parent, devices);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([parent]) => parent));
}

function checkNoMix(parent: CoupledAxes, devices: readonly unknown[]): void {
  const isMoved = (axis: HasName): boolean => devices.includes(axis);
  if (!parent.realPositioners.some(isMoved) || !parent.pseudoPositioners.some(isMoved)) return;
  throw new PlanArgumentError(
    `A mix of real and pseudo axes of ${parent.name} was passed in. Move one kind at a time.`,
  );
}

/** Values by axis, in the order of the device's pseudo axes; those that are not moved stay where they are. */
function mergedPoint(point: ReadonlyMap<HasName, unknown>, parents: ReadonlySet<CoupledAxes>): Map<HasName, unknown> {
  const merged = new Map<HasName, unknown>();
  for (const [device, value] of point) {
    const parent = coupledParentOf(device);
    if (!parent || !parents.has(parent)) merged.set(device, value);
    else if (!merged.has(parent)) merged.set(parent, pseudoPosition(parent, point));
  }
  return merged;
}

function pseudoPosition(parent: CoupledAxes, point: ReadonlyMap<HasName, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    parent.pseudoPositioners
      .filter((axis) => point.has(axis))
      .map((axis) => [attributeOf(parent, axis), point.get(axis)]),
  );
}

/** The name by which a device knows one of its axes. */
function attributeOf(parent: CoupledAxes, axis: HasName): string {
  const own = Object.entries(parent).find(([, value]) => value === axis)?.[0];
  return own ?? axis.name.replace(`${parent.name}_`, '');
}
