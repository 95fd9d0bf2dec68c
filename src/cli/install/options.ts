import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error.js';
import { prefixDestination, userDestination } from './destination.js';
import type { Destination } from './destination.js';
import { pythonPrefix } from './python-prefix.js';

const OPTIONS = {
  'sys-prefix': { type: 'boolean' },
  user: { type: 'boolean' },
  prefix: { type: 'string' },
  dev: { type: 'boolean' },
  python: { type: 'string' },
} as const;

/** Where to install, and whether to link. */
export interface InstallOptions {
  where: Destination;
  linked: boolean;
}

/** Reads the options of `livesky install` and `livesky uninstall`. */
export function installOptions(args: readonly string[]): InstallOptions {
  const values = parsed(args);
  const { 'sys-prefix': sysPrefix = false, user = false, prefix, dev = false, python } = values;
  const places = [sysPrefix, user, prefix !== undefined].filter(Boolean).length;
  if (places > 1) throw new UsageError('Give one of --sys-prefix, --user and --prefix');
  if (places === 0 && !dev && python === undefined)
    throw new UsageError('Say where: --sys-prefix, --user or --prefix DIR');
  if (prefix?.trim() === '') throw new UsageError('--prefix needs a folder');
  if (python !== undefined && (user || prefix !== undefined)) throw new UsageError('--python goes with --sys-prefix');
  if (user) return { where: userDestination(), linked: dev };
  return { where: prefixDestination(prefix ?? pythonPrefix(python)), linked: dev };
}

function parsed(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'] {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    // Of Node's text the first sentence says what is wrong; the rest is about another notation.
    const [message = ''] = (error as Error).message.split(/[.\n]/);
    throw new UsageError(message);
  }
}
