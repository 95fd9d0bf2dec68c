import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const MODULE = new URL('../scripts/free-port.mjs', import.meta.url).href;

let server: Server;
let taken: number;
beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  taken = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

function complaint(args: readonly string[]): unknown {
  const code = `import { portComplaint } from '${MODULE}';
    console.log(JSON.stringify(await portComplaint(${JSON.stringify(args)}) ?? null));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  return JSON.parse(stdout);
}

it('a port in use is named, however it was asked for', () => {
  const line = `port ${taken} is in use; give another, or leave --port out and JupyterLab looks for a free one.`;
  expect(complaint([`--port=${taken}`])).toBe(line);
  expect(complaint(['--no-browser', '--port', String(taken)])).toBe(line);
  expect(complaint([`--ServerApp.port=${taken}`, '--ip=127.0.0.1'])).toBe(line);
  expect(complaint(['--port=0', `--port=${taken}`, '--ip=*'])).toBe(line);
});

it('what is no port is named', () => {
  expect(complaint(['--port=abc'])).toBe('--port needs a number up to 65535.');
  expect(complaint(['--port'])).toBe('--port needs a number up to 65535.');
  expect(complaint(['--port=70000'])).toBe('--port needs a number up to 65535.');
});

it('control: no port, any port, and a free one are fine', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await new Promise((resolve) => other.close(resolve));
  for (const args of [[], ['--no-browser'], ['--port=0'], [`--port=${port}`]]) expect(complaint(args)).toBeNull();
});

it('npm start says so before it prepares anything', () => {
  const script = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--port', String(taken)], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^livesky: port ${taken} is in use; .*\\n$`));
});
