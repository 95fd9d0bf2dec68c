import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { KernelClient, streamText } from './instruments/kernel-client.js';
import type { Command } from './instruments/kernel-client.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LARGEST = 100_000_000;
const SHELL = process.platform === 'win32';

const SCAN = `
import { RunEngine, scan } from 'livesky'
import { det, motor } from 'livesky/sim'
const RE = new RunEngine()
const points: [number, number][] = []
const uids = await RE(scan([det], motor, -1, 1, 3), (name, doc) => {
  if (name === 'event') points.push([doc.data.motor, doc.data.det] as [number, number])
})
console.log(JSON.stringify({ runs: uids.length, points }))
`;

/** Where a stranger works: npm's folder, a Jupyter prefix, and a folder for notebooks. */
let home: string;
let prefix: string;

const fresh = (name: string): string => mkdtempSync(join(tmpdir(), `${name}-`));
const installed = (...parts: string[]): string => join(home, 'node_modules', ...parts);

function npm(folder: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd: folder, encoding: 'utf8', shell: SHELL, stdio: ['ignore', 'pipe', 'pipe'] });
}

function livesky(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('npx', ['--no-install', 'livesky', ...args], { cwd: home, encoding: 'utf8', shell: SHELL });
}

/** What the files in a folder take, in bytes. */
function size(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => lstatSync(join(folder, path)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}

/** Starts the kernel as Jupyter does, by the command line of its kernel.json. */
const asJupyterDoes: Command = (own) => {
  const file = join(prefix, 'share', 'jupyter', 'kernels', 'livesky', 'kernel.json');
  const { argv } = JSON.parse(readFileSync(file, 'utf8')) as { argv: string[] };
  const [program = '', ...args] = argv.map((each) => (each === '{connection_file}' ? String(own.at(-1)) : each));
  return [program, args];
};

/** Runs the scan in a kernel started in an empty folder. */
async function runScan(): Promise<{ status: unknown; text: string }> {
  const kernel = await KernelClient.start(fresh('notebooks'), asJupyterDoes);
  try {
    const { reply, published } = await kernel.execute(SCAN);
    return { status: reply.content.status, text: streamText(published, 'stdout') };
  } finally {
    kernel.close();
  }
}

beforeAll(() => {
  home = fresh('home');
  prefix = fresh('prefix');
  // The build is done: what would run before packing is the build.
  npm(ROOT, 'pack', '--ignore-scripts', '--pack-destination', home);
  const [tarball = ''] = readdirSync(home).filter((file) => file.endsWith('.tgz'));
  npm(home, 'install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`);
}, 120_000);

describe('the packed package, installed without scripts in an empty folder', () => {
  it('takes less than 100 MB', () => {
    const taken = size(installed());
    expect(taken).toBeGreaterThan(10_000_000);
    expect(taken).toBeLessThan(LARGEST);
  });

  it('brings the licences of others, and nothing of the tests', () => {
    const notices = readFileSync(installed('livesky', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    expect(notices).toContain('d3-scale ');
    const files = readdirSync(installed('livesky'), { recursive: true, encoding: 'utf8' });
    expect(files).toContain(join('bin', 'livesky.js'));
    expect(files.filter((file) => /\.test\.|tsbuildinfo|^src/.test(file))).toEqual([]);
  });

  it('installs its kernel, which runs a scan from an empty folder', async () => {
    const { status, stdout, stderr } = livesky('install', '--prefix', prefix);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('JupyterLab 4 was not found') });
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^Installed /),
      expect.stringMatching(/^Installed /),
      expect.stringMatching(/^Next: /),
    ]);
    const ran = await runScan();
    expect(ran.status).toBe('ok');
    const { runs, points } = JSON.parse(ran.text) as { runs: number; points: [number, number][] };
    expect(runs).toBe(1);
    expect(points.map(([x]) => x)).toEqual([-1, 0, 1]);
    points.forEach(([x, y]) => expect(y).toBeCloseTo(Math.exp((-x * x) / 2), 12));
  });

  it('control: without its simulated devices it would not', async () => {
    const devices = installed('livesky', 'lib', 'devices', 'sim');
    renameSync(devices, `${devices}-away`);
    try {
      expect(await runScan()).toEqual({ status: 'error', text: '' });
    } finally {
      renameSync(`${devices}-away`, devices);
    }
  });

  it('is uninstalled without a trace', () => {
    expect(readdirSync(prefix)).toEqual(['share']);
    expect(livesky('uninstall', '--prefix', prefix).status).toBe(0);
    expect(existsSync(prefix) ? readdirSync(prefix) : []).toEqual([]);
  });
});
