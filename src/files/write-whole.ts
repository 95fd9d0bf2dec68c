import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How an unfinished file ends, until it is renamed. */
export const UNFINISHED = '.unfinished';

/**
 * Writes a file so that whoever reads it finds the old text or the new one, even after the process was
 * killed or the power went; on the disk when it returns.
 */
export function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}${UNFINISHED}`;
  try {
    const file = openSync(unfinished, 'w');
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Makes what was renamed or removed in a folder last. */
export function syncFolder(path: string): void {
  // Windows opens no folders, and needs this the less.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
