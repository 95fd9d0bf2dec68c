/** Finds a Chromium for the browser tests, or installs Debian's. */
import { existsSync } from 'node:fs';
import process, { env } from 'node:process';
import { ask, fail, run } from './steps.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** JupyterLab supports current browsers only; older ones than this have not been tried. */
const OLDEST = 120;

/** The path of a Chromium. */
export function chromium() {
  const found = find() ?? installed();
  const [version, major] = /(\d+)\.[\d.]+/.exec(ask(found, ['--version']) ?? '') ?? [];
  if (!version)
    fail(`${found} does not say its version: it does not run. Install it anew, or set CHROMIUM to another.`);
  if (Number(major) < OLDEST) fail(`${found} is Chromium ${version}, which is too old; install ${OLDEST} or later.`);
  return found;
}

function installed() {
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
