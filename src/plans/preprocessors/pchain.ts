import type { Plan } from '../../engine/index.js';

/** What each of several plans gives. */
type Results<P extends readonly Plan<unknown>[]> = { [K in keyof P]: P[K] extends Plan<infer R> ? R : never };

/**
 * Runs plans one after another.
 *
 * @returns what each of them returned
 * @example
 * ```ts
 * await RE(pchain(mv(motor, 0), count([det]), mv(motor, 1)))
 * ```
 */
export function* pchain<P extends readonly Plan<unknown>[]>(...plans: P): Plan<Results<P>> {
  const results: unknown[] = [];
  for (const plan of plans) results.push(yield* plan);
  return results as Results<P>;
}
