import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The `jupyter` on the path. */
export const JUPYTER = 'jupyter';

/** A user's own directories for Jupyter. */
export interface UserDirectories {
  data: string;
  config: string;
}

/** The user's directories as the `jupyter` on the path names them, or as it would. */
export function userDirectories(): UserDirectories & { asked: boolean } {
  // Not the first of `--paths`: that is an environment's directory where environments are preferred.
  const data = ask(JUPYTER, '--data-dir');
  const config = data && ask(JUPYTER, '--config-dir');
  if (data && config) return { data, config, asked: true };
  return { ...usualDirectories(process.env, process.platform, homedir()), asked: false };
}

/** Where Jupyter keeps a user's files unless the environment says otherwise, by its documented rule. */
export function usualDirectories(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): UserDirectories {
  const config = env.JUPYTER_CONFIG_DIR || join(home, '.jupyter');
  return { data: env.JUPYTER_DATA_DIR || usualData(env, platform, home, config), config };
}

function usualData(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
  config: string,
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Jupyter');
  if (platform === 'win32') return env.APPDATA ? join(env.APPDATA, 'jupyter') : join(config, 'data');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'jupyter');
}

/** The directories in which a `jupyter` looks for kernels and extensions, first the one that wins. */
export function dataPath(jupyter: string): string[] | undefined {
  try {
    const { data } = JSON.parse(ask(jupyter, '--paths', '--json') ?? '') as { data?: unknown };
    return Array.isArray(data) ? data.filter((each) => typeof each === 'string') : undefined;
  } catch {
    // A jupyter too old to answer in JSON: what it would find is not known.
    return undefined;
  }
}

function ask(jupyter: string, ...args: string[]): string | undefined {
  // JUPYTER_NO_CONFIG makes it name a new temporary directory each time.
  const env = { ...process.env, JUPYTER_NO_CONFIG: '' };
  const { status, stdout } = spawnSync(jupyter, args, { encoding: 'utf8', env });
  return (status === 0 && stdout.trim()) || undefined;
}
