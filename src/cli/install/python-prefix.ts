import { spawnSync } from 'node:child_process';

/** A Python that cannot be asked where it is installed. */
export class PythonError extends Error {
  override readonly name = 'PythonError';
}

/** The directory in which a Python is installed: its `sys.prefix`. */
export function pythonPrefix(python?: string): string {
  const candidates = python === undefined ? ['python', 'python3'] : [python];
  for (const candidate of candidates) {
    const { status, stdout, error } = spawnSync(candidate, ['-c', 'import sys; print(sys.prefix)'], {
      encoding: 'utf8',
    });
    if (!error && status === 0 && stdout.trim() !== '') return stdout.trim();
  }
  throw new PythonError(
    `Cannot find the prefix of ${candidates.join(' or ')}: name the interpreter with --python, or the folder with --prefix.`,
  );
}
