import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PYTHON = fileURLToPath(new URL('../../.venv/bin/python', import.meta.url));

/** How a Python program ended. */
export interface PythonEnd {
  code: number;
  output: string;
}

/** Runs the Python that the tests use, with some input. */
export function runPython(args: readonly string[], input: string): Promise<PythonEnd> {
  if (!existsSync(PYTHON)) {
    throw new Error('There is no .venv with the Python side of the tests: run npm test, which makes it.');
  }
  return new Promise((resolve) => {
    const child = execFile(PYTHON, [...args], { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      resolve({ code, output: stdout + stderr });
    });
    child.stdin?.end(input);
  });
}
