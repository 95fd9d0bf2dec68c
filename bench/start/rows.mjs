/** Seconds from `npm start` on a prepared machine until JupyterLab answers. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import process from 'node:process';
import { at } from '../../scripts/steps.mjs';
import { freePort, untilItAnswers } from '../server.mjs';

const LIMIT_SECONDS = 15;

export function rows() {
  return [
    { name: 'npm start', unit: 's', rounds: 3, passes: { atMost: LIMIT_SECONDS }, sides: { ours: startAndStop } },
  ];
}

async function startAndStop() {
  const port = await freePort();
  const token = randomBytes(16).toString('hex');
  const began = performance.now();
  const options = ['--no-browser', '--port', String(port), `--IdentityProvider.token=${token}`];
  const lab = spawn('npm', ['start', '--', ...options], {
    cwd: at(),
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  const ended = once(lab, 'exit');
  const request = (path, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { Authorization: `token ${token}` } });
  try {
    await untilItAnswers(() => request('/api/status'), lab);
    const value = (performance.now() - began) / 1000;
    await request('/api/shutdown', 'POST');
    return { value };
  } finally {
    const late = setTimeout(() => lab.kill(), 10_000);
    await ended;
    clearTimeout(late);
  }
}
