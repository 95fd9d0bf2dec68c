/** Finds a Chromium for the browser tests, or installs Debian's. */
import { existsSync } from 'node:fs';
import process, { env } from 'node:process';
import { ask, fail, run } from './steps.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium. */
export function chromium() {
  const found = find();
  if (found) return found;
  if (process.getuid?.() !== 0 || !ask('apt-get', ['--version'])) {
    fail('Chromium was not found; install it, or set the variable CHROMIUM to its path.');
  }
  console.log('livesky: chromium ...');
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', 'chromium'], { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } });
  return find() ?? fail('Chromium was installed but cannot be found; set the variable CHROMIUM to its path.');
}

function find() {
  if (env.CHROMIUM)
    return existsSync(env.CHROMIUM) ? env.CHROMIUM : fail(`CHROMIUM is ${env.CHROMIUM}, which does not exist.`);
  return NAMES.map((name) => ask('which', [name])).find(Boolean);
}
