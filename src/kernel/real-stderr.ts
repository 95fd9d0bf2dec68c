import { writeSync } from 'node:fs';

/**
 * Writes a line to the process's own stderr, where an administrator finds it, never into a cell.
 *
 * `process.stderr` is taken over for cells; the file descriptor is not.
 */
export function realStderr(line: string): void {
  try {
    writeSync(2, `livesky: ${line}\n`);
  } catch {
    // Nobody holds the other end: there is no one left to tell.
  }
}
