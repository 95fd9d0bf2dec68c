/** A server that a bench starts. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;
const ASK_EVERY_MS = 50;

/** A port of the loopback that nobody uses. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Asks a server's process until it answers with success. */
export async function untilItAnswers(ask, server) {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline && server.exitCode === null) {
    const answer = await ask().catch(() => undefined);
    if (answer?.ok) return;
    await sleep(ASK_EVERY_MS);
  }
  server.kill();
  throw new Error('JupyterLab does not answer.');
}
