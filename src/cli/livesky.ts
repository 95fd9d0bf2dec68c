#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { install, uninstall } from '../kernel/index.js';
import { PACKAGE_VERSION } from '../host/index.js';
import { pythonPrefix } from './python-prefix.js';

const USAGE = `livesky ${PACKAGE_VERSION}

  livesky install   --sys-prefix [--python PYTHON]   into the environment of a Python (the first on the path)
  livesky install   --prefix DIR                     into a folder
  livesky uninstall --sys-prefix | --prefix DIR      takes it away again
`;

const OPTIONS = {
  'sys-prefix': { type: 'boolean' },
  prefix: { type: 'string' },
  python: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** A command line that cannot be understood. */
class UsageError extends Error {}

function main(): void {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.version) return void process.stdout.write(`${PACKAGE_VERSION}\n`);
  if (values.help || positionals.length === 0) return void process.stdout.write(USAGE);
  const [command, ...others] = positionals;
  if (others.length > 0) throw new UsageError(`"${others.join(' ')}" is not understood; see livesky --help.`);
  const prefix = prefixOf(values);
  if (command === 'install') {
    for (const path of install(prefix)) process.stdout.write(`Installed ${path}\n`);
    const extension = join(prefix, 'share', 'jupyter', 'labextensions', 'livesky');
    if (!existsSync(extension)) process.stderr.write('The JupyterLab extension has not been built and was left out.\n');
  } else if (command === 'uninstall') {
    for (const path of uninstall(prefix)) process.stdout.write(`Removed ${path}\n`);
  } else {
    throw new UsageError(`There is no command "${command}"; see livesky --help.`);
  }
}

function prefixOf(values: { 'sys-prefix'?: boolean; prefix?: string; python?: string }): string {
  if (values.prefix !== undefined && values['sys-prefix']) {
    throw new UsageError('Give one of --sys-prefix and --prefix, not both.');
  }
  if (values.prefix !== undefined) return resolve(values.prefix);
  if (values['sys-prefix']) return pythonPrefix(values.python);
  throw new UsageError('Say where: --sys-prefix, or --prefix DIR.');
}

try {
  main();
} catch (error) {
  process.stderr.write(`livesky: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
