#!/usr/bin/env node
/**
 * Does many random fits with livesky and with lmfit and compares them; `npm test` does a few of the same.
 *
 *     node scripts/soak-fits.mjs            5000 fits
 *     node scripts/soak-fits.mjs 200 42     200 fits of seed 42
 */
import { spawnSync } from 'node:child_process';
import process, { argv, env, exit } from 'node:process';
import { prepare } from './prepare.mjs';
import { at } from './steps.mjs';

const [count = '5000', seed = String(Math.floor(Math.random() * 2 ** 32))] = argv.slice(2);

prepare('test');
const { status } = spawnSync(
  process.execPath,
  [at('node_modules', 'vitest', 'vitest.mjs'), 'run', 'tests/random-fits.test.ts', '--testTimeout=3600000'],
  { cwd: at(), stdio: 'inherit', env: { ...env, LIVESKY_SOAK_FITS: count, LIVESKY_SEED: seed } },
);
exit(status ?? 1);
