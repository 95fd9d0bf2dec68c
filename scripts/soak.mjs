#!/usr/bin/env node
/**
 * Hunts for long what `npm test` hunts for briefly: the same tests with many more cases.
 *
 *     npm run soak                  every hunt
 *     npm run soak -- plans         one of them
 *     npm run soak -- plans 500 42  with 500 cases of seed 42
 */
import { spawnSync } from 'node:child_process';
import process, { argv, env, exit } from 'node:process';
import { at, fail } from './steps.mjs';

/** Each hunt: the test that does it, the variable that tells it how many cases, and how many. */
const HUNTS = {
  plans: { test: 'tests/random-plans.test.ts', variable: 'LIVESKY_SOAK_PLANS', cases: 10_000 },
  tables: { test: 'tests/random-tables.test.ts', variable: 'LIVESKY_SOAK_TABLES', cases: 5000 },
};

const [name, cases, seed] = argv.slice(2);
if (name !== undefined && !HUNTS[name]) fail(`there is no hunt '${name}'; there are ${Object.keys(HUNTS).join(', ')}.`);
const failed = Object.entries(HUNTS).filter(
  ([each, hunt]) => (name === undefined || name === each) && !hasHunted(hunt),
);
exit(failed.length === 0 ? 0 : 1);

function hasHunted(hunt) {
  const { status } = spawnSync(
    process.execPath,
    [at('node_modules', 'vitest', 'vitest.mjs'), 'run', hunt.test, '--testTimeout=3600000'],
    {
      cwd: at(),
      stdio: 'inherit',
      env: { ...env, [hunt.variable]: cases ?? String(hunt.cases), ...(seed && { LIVESKY_SEED: seed }) },
    },
  );
  return status === 0;
}
