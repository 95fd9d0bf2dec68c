import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Where programs of this user keep what they can make again. */
export function cacheFolder(name: string): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, name);
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), name, 'Cache');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches', name) : join(homedir(), '.cache', name);
}
