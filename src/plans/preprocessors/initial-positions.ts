import type { HasName, Location, Readings } from '../../devices/index.js';
import type { Msg, Plan } from '../../engine/index.js';
import { Msg as Message } from '../../engine/index.js';
import { isPlainObject, print } from '../../host/index.js';
import { PlanArgumentError } from '../check-arguments.js';
import { isLocatedByMessage, ownPosition } from '../located.js';
import { coupledParentOf, isCoupled } from '../coupled-axes.js';
import { parentOf } from '../separate-devices.js';
import type { MessagePlans } from './plan-mutator.js';
import { singleGen } from './plan-mutator.js';

/**
 * Where devices were before a plan first set them.
 *
 * Axes that depend on each other move together, so of one the positions of all are kept.
 */
export class InitialPositions {
  readonly #positions = new Map<unknown, unknown>();
  readonly #eligible: ReadonlySet<unknown> | undefined;

  /** @param devices - the devices that count; null for all */
  constructor(devices: Iterable<unknown> | null) {
    this.#eligible = devices ? new Set([...devices].flatMap(withCoupled)) : undefined;
  }

  has(device: unknown): boolean {
    return this.#positions.has(device);
  }

  of(device: unknown): unknown {
    return this.#positions.get(device);
  }

  /** The devices to send back, in the order in which they were first set: of coupled axes, their device. */
  *toReset(): Iterable<[device: unknown, position: unknown]> {
    for (const [device, position] of this.#positions) {
      const parent = parentOf(device);
      if (!isCoupled(parent) || !this.#positions.has(parent)) yield [device, inOrder(position)];
    }
  }

  /** Before a device is first set, finds out where it is. */
  look = (msg: Msg): MessagePlans => {
    const eligible = !this.#eligible || this.#eligible.has(msg.obj);
    if (msg.command !== 'set' || !eligible || this.has(msg.obj)) return null;
    return [this.#stashed(msg)];
  };

  *#stashed(msg: Msg): Plan {
    const device = msg.obj as HasName;
    const position = yield* positionOf(device);
    this.#positions.set(device, position);
    const coupled = this.#eligible && (isCoupled(device) ? device : coupledParentOf(device));
    if (coupled) this.#stashCoupled(coupled, coupled === device ? position : coupled.position);
    yield* singleGen(msg);
  }

  #stashCoupled(device: HasName & { pseudoPositioners: readonly HasName[] }, position: unknown): void {
    this.#positions.set(device, position);
    const places = inOrder(position) as unknown[];
    device.pseudoPositioners.forEach((axis, at) => this.#positions.set(axis, places[at]));
  }
}

/** Positions by axis as a list, in the order of the axes. */
export function inOrder(position: unknown): unknown {
  return isPlainObject(position) ? Object.values(position) : position;
}

/** A device with all axes that move with it. */
function withCoupled(device: unknown): unknown[] {
  const parent = isCoupled(device) ? device : coupledParentOf(device);
  return parent ? [device, parent, ...parent.pseudoPositioners] : [device];
}

/** Where a device is: as it says itself, else as it is located or reads. */
function* positionOf(device: HasName): Plan<unknown> {
  const own = ownPosition(device);
  if (own !== undefined) return own;
  if (isLocatedByMessage(device)) {
    const location = (yield* answered('locate', device)) as Location | undefined;
    return location ? location.setpoint : 0;
  }
  const readings = (yield* answered('read', device)) as Readings | undefined;
  if (!readings) return 0;
  const fields = (device as { hints?: { fields?: readonly string[] } }).hints?.fields ?? [];
  if (fields.length > 1) {
    throw new PlanArgumentError(
      `${device.name} has several hinted fields (${fields.join(', ')}), so it is not known where it is; ` +
        'move one of its parts relatively instead.',
    );
  }
  return readings[fields[0] ?? (Object.keys(readings)[0] as string)]?.value;
}

function* answered(command: 'locate' | 'read', device: HasName): Plan<unknown> {
  const answer: unknown = yield new Message(command, device);
  if (answer === undefined) print(`*** all positions for ${device.name} are relative to current position ***`);
  return answer;
}
