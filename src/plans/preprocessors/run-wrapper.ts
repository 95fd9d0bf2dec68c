import type { Plan } from '../../engine/index.js';
import { failureReason } from '../../engine/index.js';
import { isPlainObject } from '../../host/index.js';
import { closeRun, openRun } from '../plan-stubs.js';
import type { PlanDecoratorTo } from './decorator.js';
import { decoratorTo } from './decorator.js';

/** The metadata of a run, as an option or by themselves. */
export type RunMetadata = { md?: Readonly<Record<string, unknown>> | null } | Readonly<Record<string, unknown>>;

/**
 * Puts a plan inside a run: opens it before, closes it after, and says in its stop document how the
 * plan ended.
 *
 * @param plan - the plan
 * @param options - `{ md }`: the run's metadata; they may also be given by themselves
 * @returns the run's uid
 * @example
 * ```ts
 * await RE(runWrapper(triggerAndRead([det]), { md: { purpose: 'dark' } }))
 * ```
 */
export function* runWrapper(plan: Plan<unknown>, options: RunMetadata = {}): Plan<string> {
  const uid = yield* openRun(metadataOf(options));
  try {
    yield* plan;
  } catch (error) {
    yield* closeFailed(error);
    throw error;
  }
  yield* closeRun();
  return uid;
}

/**
 * {@link runWrapper} as a decorator.
 *
 * @example
 * ```ts
 * const dark = runDecorator({ md: { purpose: 'dark' } })(function* () {
 *   yield* triggerAndRead([det])
 * })
 * await RE(dark())
 * ```
 */
export function runDecorator(options: RunMetadata = {}): PlanDecoratorTo<string> {
  return decoratorTo((plan) => runWrapper(plan, options));
}

function metadataOf(options: RunMetadata): Readonly<Record<string, unknown>> {
  const keys = Object.keys(options);
  const { md } = options;
  if (keys.length !== 1 || keys[0] !== 'md') return options as Readonly<Record<string, unknown>>;
  return isPlainObject(md) ? md : {};
}

function closeFailed(error: unknown): Plan<string> {
  if (isControl(error)) return closeRun({ exitStatus: error.exitStatus, reason: error.reason || null });
  return closeRun({ exitStatus: 'fail', reason: failureReason(error) });
}

/** A request to stop or abort, of whichever copy of livesky. */
function isControl(error: unknown): error is { exitStatus: 'success' | 'abort'; reason: string } {
  const { exitStatus } = (error ?? {}) as { exitStatus?: unknown };
  return exitStatus === 'success' || exitStatus === 'abort';
}
