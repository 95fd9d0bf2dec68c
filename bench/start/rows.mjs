/** Seconds from `npm start` on a prepared machine until JupyterLab answers. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { at } from '../../scripts/steps.mjs';

const LIMIT_SECONDS = 15;
const PATIENCE_MS = 120_000;
const ASK_EVERY_MS = 50;

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
    await until(() => request('/api/status'), lab);
    const value = (performance.now() - began) / 1000;
    await request('/api/shutdown', 'POST');
    return { value };
  } finally {
    const late = setTimeout(() => lab.kill(), 10_000);
    await ended;
    clearTimeout(late);
  }
}

/** Asks until the server answers with success. */
async function until(ask, lab) {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline && lab.exitCode === null) {
    const answer = await ask().catch(() => undefined);
    if (answer?.ok) return;
    await sleep(ASK_EVERY_MS);
  }
  lab.kill();
  throw new Error('JupyterLab does not answer.');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
