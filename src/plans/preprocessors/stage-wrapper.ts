import type { HasName } from '../../devices/index.js';
import type { Plan } from '../../engine/index.js';
import { stage, unstage } from '../plan-stubs.js';
import { finalizeWrapper } from './contingency-wrapper.js';

/** Stages devices before a plan and unstages them, in reverse, however it ends. */
export function stageWrapper<R>(plan: Plan<R>, devices: readonly HasName[]): Plan<R> {
  const roots = [...new Set(devices.map(root))];
  return finalizeWrapper(staged(plan, roots), () => unstageAll(roots));
}

function* staged<R>(plan: Plan<R>, devices: readonly HasName[]): Plan<R> {
  for (const device of devices) yield* stage(device);
  return yield* plan;
}

function* unstageAll(devices: readonly HasName[]): Plan {
  for (const device of [...devices].reverse()) yield* unstage(device);
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
