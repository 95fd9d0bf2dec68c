/** Small things that every script needs: the project's folder, running programs, and saying what is wrong. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exit } from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path inside the project. */
export function at(...parts) {
  return join(root, ...parts);
}

/** Ends the script with one line that says what is wrong and what to do. */
export function fail(line) {
  console.error(`livesky: ${line}`);
  exit(1);
}

/** Runs a program in the project's folder and shows what it prints; ends the script if it fails. */
export function run(program, args, { what, ...options } = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) fail(`${what ?? program} could not be started: ${error.message}`);
  if (status !== 0) fail(`${what ?? [program, ...args].join(' ')} failed; what it printed stands above.`);
}

/** What a program prints, or undefined if it cannot be run. */
export function ask(program, args) {
  const { status, stdout } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * Does a step unless its inputs are as they were when it was last done; tells whether it did.
 *
 * @param name - the step's name
 * @param inputs - files and folders whose contents decide
 * @param products - files and folders that the step makes
 */
export function once(name, inputs, products, step) {
  const stamp = at('.build', `${name}.stamp`);
  const now = fingerprint(inputs);
  if (products.every((each) => existsSync(each)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now)
    return false;
  console.log(`livesky: ${name} ...`);
  step();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesOf(input)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true })
    .map((each) => join(path, each))
    .filter((each) => statSync(each).isFile())
    .sort();
}
