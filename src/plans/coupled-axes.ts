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
  const parents = coupledParents(moves.map(([device]) => device));
  return parents.size === 0 ? moves : mergedPoint(new Map(moves), parents);
}

/** A trajectory in which several pseudo axes of one device are one axis, to be set at once. */
export function mergedCycler(trajectory: Cycler): Cycler {
  const parents = coupledParents(trajectory.keys);
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

/** The devices of which axes are moved. */
function coupledParents(devices: readonly unknown[]): ReadonlySet<CoupledAxes> {
  const parents = new Set(devices.map(parentOf).filter(isCoupled));
  for (const parent of parents) {
    if (devices.includes(parent)) {
      throw new PlanArgumentError(
        `A PseudoPositioner and its children were both passed in: ${parent.name}. Move the one or the others.`,
      );
    }
    checkNoMix(parent, devices);
  }
  return parents;
}

function checkNoMix(parent: CoupledAxes, devices: readonly unknown[]): void {
  const isMoved = (axis: HasName): boolean => devices.includes(axis);
  if (!parent.realPositioners.some(isMoved) || !parent.pseudoPositioners.some(isMoved)) return;
  throw new PlanArgumentError(
    `A mix of real and pseudo axes of ${parent.name} was passed in. Move one kind at a time.`,
  );
}

/** Values by axis: first of devices of their own, then by device, of which several pseudo axes become one value. */
function mergedPoint(point: ReadonlyMap<HasName, unknown>, parents: ReadonlySet<CoupledAxes>): Map<HasName, unknown> {
  const merged = new Map([...point].filter(([device]) => !isCoupled(parentOf(device))));
  for (const parent of parents) {
    const axes = [...point.keys()].filter((device) => parentOf(device) === parent);
    const pseudo = axes.filter((axis) => coupledParentOf(axis));
    if (pseudo.length > 1) merged.set(parent, pseudoPosition(parent, point));
    for (const axis of axes) if (pseudo.length === 1 || !pseudo.includes(axis)) merged.set(axis, point.get(axis));
  }
  return merged;
}

/** Positions by axis; those that are not moved stay where they are. */
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
