import type { HasName } from '../../devices/index.js';
import { isStatus } from '../../devices/index.js';
import type { Plan } from '../../engine/index.js';
import { Msg } from '../../engine/index.js';
import { uuid } from '../../host/index.js';
import { stage, unstage } from '../plan-stubs.js';
import { finalizeWrapper } from './contingency-wrapper.js';

/** Stages devices before a plan and unstages them, in reverse, however it ends. */
export function stageWrapper<R>(plan: Plan<R>, devices: readonly HasName[]): Plan<R> {
  const roots = [...new Set(devices.map(root))];
  return finalizeWrapper(staged(plan, roots), () => unstageAll(roots));
}

function* staged<R>(plan: Plan<R>, devices: readonly HasName[]): Plan<R> {
  yield* forAll(devices, stage);
  return yield* plan;
}

function unstageAll(devices: readonly HasName[]): Plan {
  return forAll([...devices].reverse(), unstage);
}

/** Does it with all devices, then waits for those that gave a status; most are ready at once. */
function* forAll(devices: readonly HasName[], action: typeof stage): Plan {
  const group = uuid();
  let pending = false;
  for (const device of devices) {
    if (isStatus(yield* action(device, { group }))) pending = true;
  }
  if (pending) yield new Msg('wait', null, [], { group });
}

/** The device that a part belongs to, and to which that belongs, up to the last. */
function root(device: HasName): HasName {
  let at = device;
  for (;;) {
    const { parent } = at as { parent?: HasName | null };
    if (!parent) return at;
    at = parent;
  }
}
