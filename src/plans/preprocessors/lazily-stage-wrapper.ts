import type { HasName } from '../../devices/index.js';
import { isStatus } from '../../devices/index.js';
import type { Plan } from '../../engine/index.js';
import { Msg } from '../../engine/index.js';
import { rootAncestor } from '../separate-devices.js';
import { stageEach } from '../stage-stubs.js';
import type { PlanDecorator } from './decorator.js';
import { decorator } from './decorator.js';
import { finalizeWrapper } from './finalize-wrapper.js';
import { planMutator } from './plan-mutator.js';

/** What a device has to be staged for. */
const COMMANDS: ReadonlySet<string> = new Set(['read', 'set', 'trigger', 'kickoff']);

/** Stages each device when a plan first uses it, and unstages all, in reverse, however it ends. */
export function lazilyStageWrapper<R>(plan: Plan<R>): Plan<R> {
  const staged: HasName[] = [];
  const isStaged = (device: HasName): boolean => staged.includes(device) || staged.includes(rootAncestor(device));
  const mutated = planMutator(plan, (msg) =>
    COMMANDS.has(msg.command) && !isStaged(msg.obj as HasName) ? [stagedBefore(msg, staged)] : null,
  );
  return finalizeWrapper(mutated, () => stageEach('unstage', [...staged].reverse()));
}

/** {@link lazilyStageWrapper} as a decorator. */
export function lazilyStageDecorator(): PlanDecorator {
  return decorator(lazilyStageWrapper);
}

function* stagedBefore(msg: Msg, staged: HasName[]): Plan {
  const root = rootAncestor(msg.obj as HasName);
  const result: unknown = yield new Msg('stage', root);
  if (isStatus(result)) yield new Msg('wait', null, [], { group: null });
  staged.push(...(Array.isArray(result) && result.length > 0 ? (result as HasName[]) : [root]));
  yield msg;
}
