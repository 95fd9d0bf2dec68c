#!/usr/bin/env node
/**
 * Builds labextension/ from lib/lab with JupyterLab's own builder, without Python, and writes the licences of what is in it.
 *
 *     node scripts/build-labextension.mjs [--development]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeNotices } from './notices.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

const metadata = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const file of [metadata.main, metadata.jupyterlab.extension]) {
  if (existsSync(join(root, file))) continue;
  console.error(`${file} is missing: compile first, with node node_modules/typescript/bin/tsc -b`);
  process.exit(1);
}

const builder = require.resolve('@jupyter/builder/lib/build-labextension.js');
const coreMeta = dirname(require.resolve('@jupyterlab/core-meta/package.json'));
const options = ['--core-package-file', join(coreMeta, 'core.package.json')];
if (process.argv.includes('--development')) options.push('--development');

const { status } = spawnSync(process.execPath, [builder, ...options, root], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
writeNotices();
