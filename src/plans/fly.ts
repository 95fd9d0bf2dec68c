import type { Flyable } from '../devices/index.js';
import { hasMethod, nameOf } from '../devices/index.js';
import type { Plan } from '../engine/index.js';
import { PlanArgumentError } from './check-arguments.js';
import { collect, complete, kickoff } from './fly-stubs.js';
import { asPlanFunction, plan } from './plan.js';
import { takeOptions } from './plan-options.js';
import { closeRun, openRun } from './plan-stubs.js';

/** The options of {@link fly}. */
export interface FlyOptions {
  /** Metadata for the run. */
  md?: Readonly<Record<string, unknown>> | null;
}

/**
 * Lets flyers acquire on their own, and hands out what they have gathered.
 *
 * @param flyers - the flyers; all are started before the first is completed
 * @param options - `md`
 * @returns the run's uid
 * @throws `PlanArgumentError` before anything is done, if one of them cannot fly
 */
export function fly(flyers: readonly Flyable[], options?: FlyOptions): Plan<string> {
  return flying(flyers, options);
}

asPlanFunction(fly);

const flying = plan(function* fly(flyers: readonly Flyable[], options?: FlyOptions): Plan<string> {
  const [, { md }] = takeOptions<FlyOptions>('fly', [options], ['md']);
  checkFlyers(flyers);
  const uid = yield* openRun(md ?? {});
  for (const flyer of flyers) yield* kickoff(flyer, { wait: true });
  for (const flyer of flyers) yield* complete(flyer, { wait: true });
  for (const flyer of flyers) yield* collect(flyer);
  yield* closeRun();
  return uid;
});

function checkFlyers(flyers: unknown): void {
  if (!Array.isArray(flyers)) {
    throw new PlanArgumentError(
      `fly(): the flyers must be a list, as in fly([flyer]), but ${nameOf(flyers)} was given.`,
    );
  }
  for (const flyer of flyers) {
    const missing = ['kickoff', 'complete'].find((method) => !hasMethod(flyer, method));
    if (missing) throw new PlanArgumentError(`fly(): ${nameOf(flyer)} cannot fly: it has no method ${missing}().`);
  }
}
