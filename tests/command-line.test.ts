import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'bin', 'livesky.js');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'command-'));
});

/** Runs the command with nothing of this machine's Jupyter in its environment, and no `jupyter` on its path. */
function livesky(args: readonly string[], env: Record<string, string> = {}, node: readonly string[] = []): Ran {
  const bare = { HOME: folder, USERPROFILE: folder, PATH: join(folder, 'bin'), ...env };
  return spawnSync(process.execPath, [...node, BIN, ...args], { cwd: folder, encoding: 'utf8', env: bare });
}

/** Puts a program called `name` on the path; it runs the JavaScript `code`. */
function program(name: string, code: string): void {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'bin', name), `#!${process.execPath}\n${code}\n`, { mode: 0o755 });
}

const has = (...parts: string[]): boolean => existsSync(join(folder, ...parts));

describe('the livesky command', () => {
  it('tells its version and its usage', () => {
    expect(livesky(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
    for (const args of [[], ['--help'], ['-h'], ['install', '--help']]) {
      const { status, stdout } = livesky(args);
      expect(status).toBe(0);
      expect(stdout).toMatch(/livesky install .*--sys-prefix.*--user.*--prefix DIR.*--dev/s);
    }
  });

  it.each([
    [['x'], 'There is no command "x"'],
    [['toString'], 'There is no command "toString"'],
    [['--foo'], 'There is no option "--foo"'],
    [['install', '--foo'], "Unknown option '--foo'"],
    [['install', 'here'], "Unexpected argument 'here'"],
    [['install'], 'Say where: --sys-prefix, --user or --prefix DIR'],
    [['uninstall'], 'Say where: --sys-prefix, --user or --prefix DIR'],
    [['install', '--prefix'], "Option '--prefix <value>' argument missing"],
    [['install', '--prefix='], '--prefix needs a folder'],
    [['install', '--python', 'x', '--prefix', 'y'], '--python goes with --sys-prefix'],
    [['install', '--user', '--prefix', 'x'], 'Give one of --sys-prefix, --user and --prefix'],
    [['install', '--python', 'x', '--user'], '--python goes with --sys-prefix'],
  ])('refuses %j in one line', (args, line) => {
    expect(livesky(args)).toMatchObject({ status: 1, stdout: '', stderr: `livesky: ${line}; see livesky --help.\n` });
    expect(has('share')).toBe(false);
  });

  it.each(['14.21.3', '18.20.8', '20.18.0', '21.7.0', '22.11.0'])('refuses Node %s in one line', (old) => {
    const pretence = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${old}' } })`;
    const { status, stderr } = livesky(['--version'], {}, ['--import', `data:text/javascript,${pretence}`]);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `livesky: Node ${old} is too old or not supported; install Node 20.19 or later, or 22.12 or later.\n`,
    );
  });

  it.each(['20.19.0', '22.12.0', '23.0.0', '26.1.0'])('control: runs on Node %s', (good) => {
    const pretence = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${good}' } })`;
    const { status, stderr } = livesky(['--version'], {}, ['--import', `data:text/javascript,${pretence}`]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('says what keeps it from installing, without a trace of the stack', () => {
    writeFileSync(join(folder, 'share'), '');
    expect(livesky(['install', '--prefix', '.'])).toEqual(
      expect.objectContaining({
        status: 1,
        stdout: '',
        stderr: expect.stringMatching(/^livesky: Cannot install into .*share is in the way.*\n$/) as string,
      }),
    );
  });
});

describe('--user', () => {
  it("follows Jupyter's rule and its variables where there is no jupyter", () => {
    const variables = { JUPYTER_DATA_DIR: join(folder, 'd', 'data'), JUPYTER_CONFIG_DIR: join(folder, 'c') };
    const { status, stdout } = livesky(['install', '--user'], variables);
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(join(folder, 'd')) as string,
    });
    expect(has('d', 'data', 'kernels', 'livesky', 'kernel.json')).toBe(true);
    expect(livesky(['uninstall', '--user'], variables).status).toBe(0);
    expect([has('d'), has('c')]).toEqual([false, false]);
  });

  it('asks jupyter, and not for the directory that it prefers', () => {
    const [data, environment] = [join(folder, 'asked'), join(folder, 'environment')];
    program(
      'jupyter',
      `const answers = {
        '--data-dir': ${JSON.stringify(data)},
        '--config-dir': ${JSON.stringify(join(folder, 'config'))},
        '--paths': ${JSON.stringify(JSON.stringify({ data: [environment, data] }))},
      };
      console.log(answers[process.argv[2]]);`,
    );
    const first = livesky(['install', '--user']);
    expect(first.status).toBe(0);
    expect(has('asked', 'kernels', 'livesky', 'kernel.json')).toBe(true);
    expect(has('environment')).toBe(false);
    expect(first.stderr).not.toContain('finds another kernel');
    const other = join(environment, 'kernels', 'livesky');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'kernel.json'), '{ "argv": ["node", "/elsewhere/main.js"] }');
    expect(livesky(['install', '--user']).stderr).toContain(
      `Jupyter finds another kernel livesky first, in ${environment} (it starts /elsewhere/main.js)`,
    );
  });
});

describe('--sys-prefix and --dev', () => {
  it("installs into the prefix of the path's Python, and --dev alone links there", () => {
    program('python3', `console.log(${JSON.stringify(join(folder, 'environment'))})`);
    expect(livesky(['install', '--sys-prefix']).status).toBe(0);
    expect(has('environment', 'share', 'jupyter', 'labextensions', 'livesky', 'install.json')).toBe(true);
    expect(livesky(['install', '--dev']).stdout).toMatch(/^Linked .*labextensions/m);
    expect(has('environment', 'share', 'jupyter', 'labextensions', 'livesky', 'install.json')).toBe(false);
    expect(livesky(['uninstall', '--dev']).status).toBe(0);
    expect(has('environment')).toBe(false);
  });

  it.each([[[]], [['--sys-prefix']]])('installs into the prefix of the Python that is named (after %j)', (before) => {
    program('other', `console.log(${JSON.stringify(join(folder, 'others'))})`);
    const options = [...before, '--python', join(folder, 'bin', 'other')];
    expect(livesky(['install', ...options]).stdout).toMatch(/\nNext: .* the kernel livesky \(TypeScript\)\.\n$/);
    expect(has('others', 'share', 'jupyter', 'kernels', 'livesky', 'kernel.json')).toBe(true);
    expect(livesky(['uninstall', ...options]).status).toBe(0);
    expect(has('others')).toBe(false);
  });

  it('says what to do where there is no Python', () => {
    expect(livesky(['install', '--sys-prefix'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^livesky: Cannot find the prefix of python or python3: .*--prefix\.\n$/) as string,
    });
  });
});
