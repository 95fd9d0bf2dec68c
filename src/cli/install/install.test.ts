import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { InstalledPackage } from '../../kernel/index.js';
import { prefixDestination } from './destination.js';
import { InstallError } from './install-error.js';
import { install, uninstall } from './install.js';

const whole = {
  'lib/kernel/main.js': '',
  'kernelspec/logo-64x64.png': 'png',
  'labextension/package.json': '{}',
  'labextension/static/remoteEntry.js': 'x',
  'jupyter-config/server-config/livesky.json': '{}',
  'jupyter-config/labconfig/default_setting_overrides.d/livesky.json': '{}',
};

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function packageIn(files: Record<string, string>): InstalledPackage {
  const directory = mkdtempSync(join(tmpdir(), 'package-'));
  write(directory, files);
  return { name: 'livesky', directory };
}

/** Everything under a folder, links with what they lead to, files with their text. */
function tree(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return entries.map((path) => {
    const at = join(folder, path);
    const stat = lstatSync(at);
    if (stat.isSymbolicLink()) return `${path} -> ${readlinkSync(at)}`;
    return stat.isFile() ? `${path}: ${readFileSync(at, 'utf8')}` : path;
  });
}

const paths = (folder: string): string[] => tree(folder).map((line) => line.split(/:| ->/)[0] as string);

let own: InstalledPackage;
let prefix: string;
beforeEach(() => {
  own = packageIn(whole);
  prefix = join(mkdtempSync(join(tmpdir(), 'prefix-')), 'deep', 'environment');
});

const put = (linked = false, from = own): ReturnType<typeof install> =>
  install(prefixDestination(prefix), from, linked);
const takeAway = (from = own): ReturnType<typeof uninstall> => uninstall(prefixDestination(prefix), from);
const at = (...parts: string[]): string => join(prefix, ...parts);
const extension = (): string => at('share', 'jupyter', 'labextensions', 'livesky');
const record = (): string => at('share', 'jupyter', 'livesky', 'livesky.json');

describe('installing', () => {
  test('puts kernel, extension and settings in place; again is harmless; uninstalling leaves nothing', () => {
    const { paths: installed, notes } = put();
    expect(notes).toEqual([]);
    expect(installed.map((path) => path.slice(prefix.length + 1)).sort()).toEqual([
      'etc/jupyter/jupyter_server_config.d/livesky.json',
      'etc/jupyter/labconfig/default_setting_overrides.d/livesky.json',
      'share/jupyter/kernels/livesky',
      'share/jupyter/labextensions/livesky',
    ]);
    const spec = JSON.parse(readFileSync(at('share/jupyter/kernels/livesky/kernel.json'), 'utf8')) as object;
    expect(spec).toMatchObject({
      argv: [process.execPath, join(own.directory, 'lib', 'kernel', 'main.js'), '{connection_file}'],
      language: 'typescript',
      interrupt_mode: 'signal',
    });
    const once = tree(prefix);
    expect(paths(prefix)).toEqual(
      expect.arrayContaining([
        'share/jupyter/kernels/livesky/logo-64x64.png',
        'share/jupyter/labextensions/livesky/static/remoteEntry.js',
        'share/jupyter/labextensions/livesky/install.json',
      ]),
    );
    put();
    expect(tree(prefix)).toEqual(once);
    expect(takeAway().paths).toHaveLength(4);
    expect(existsSync(join(prefix, '..'))).toBe(false);
    expect(takeAway().paths).toEqual([]);
  });

  test('linked shows what is rebuilt; links and copies replace each other, and never reach the package', () => {
    const source = tree(own.directory);
    put();
    put(true);
    writeFileSync(join(own.directory, 'labextension', 'static', 'remoteEntry.js'), 'rebuilt');
    expect(readFileSync(join(extension(), 'static', 'remoteEntry.js'), 'utf8')).toBe('rebuilt');
    expect(lstatSync(extension()).isSymbolicLink()).toBe(true);
    put(true);
    put();
    expect(lstatSync(extension()).isDirectory()).toBe(true);
    put(true);
    takeAway();
    expect(existsSync(prefix)).toBe(false);
    writeFileSync(join(own.directory, 'labextension', 'static', 'remoteEntry.js'), 'x');
    expect(tree(own.directory)).toEqual(source);
  });

  test('leaves the files and folders of others alone', () => {
    write(prefix, { 'share/jupyter/kernels/python3/kernel.json': '{}', 'etc/jupyter/a.json': '{}' });
    mkdirSync(at('share', 'jupyter', 'labextensions'));
    const before = tree(prefix);
    put();
    takeAway();
    expect(tree(prefix)).toEqual(before);
  });
});

describe('over another version', () => {
  test('says which is replaced, and removes what only that one had', () => {
    const old = packageIn({ ...whole, 'jupyter-config/server-config/livesky.old.json': '{}' });
    put(false, old);
    writeFileSync(record(), readFileSync(record(), 'utf8').replace(/"version": "[^"]+"/, '"version": "0.0.9"'));
    expect(put().notes).toEqual([`Replaces livesky 0.0.9 of ${old.directory}.`]);
    expect(existsSync(at('etc', 'jupyter', 'jupyter_server_config.d', 'livesky.old.json'))).toBe(false);
    expect(put().notes).toEqual([]);
  });

  test('uninstalling takes away what only the other one had', () => {
    put(false, packageIn({ ...whole, 'jupyter-config/server-config/livesky.old.json': '{}' }));
    takeAway();
    expect(existsSync(prefix)).toBe(false);
  });

  test('says which kernel without a record is replaced', () => {
    write(prefix, { 'share/jupyter/kernels/livesky/kernel.json': '{ "argv": ["node", "/elsewhere/main.js"] }' });
    expect(put().notes).toEqual(['Replaces the kernel livesky that started /elsewhere/main.js.']);
  });
});

describe('a half-removed or damaged installation', () => {
  const halves: [string, () => void][] = [
    ['no record', () => rmSync(record())],
    ['a damaged record', () => writeFileSync(record(), '{ "manifest": 1, "items": [')],
    ['a record of something else', () => writeFileSync(record(), '[1]')],
    ['only kernel.json', () => [extension(), record(), at('etc')].forEach((path) => rmSync(path, { recursive: true }))],
    ['no kernel.json', () => rmSync(at('share/jupyter/kernels/livesky/kernel.json'))],
    ['a damaged kernel.json', () => writeFileSync(at('share/jupyter/kernels/livesky/kernel.json'), '{')],
    [
      'a link that leads nowhere',
      () => {
        rmSync(extension(), { recursive: true });
        symlinkSync('/nowhere/at/all', extension());
      },
    ],
    ['what a killed installer left', () => write(prefix, { 'share/jupyter/kernels/.livesky.new/kernel.json': '{}' })],
  ];

  test.each(halves)('with %s is made whole again', (_, damage) => {
    put();
    const good = paths(prefix);
    damage();
    put();
    expect(paths(prefix)).toEqual(good);
  });

  test.each(halves)('with %s is taken away', (_, damage) => {
    put();
    damage();
    takeAway();
    expect(paths(prefix).filter((path) => path.includes('livesky'))).toEqual([]);
  });

  test('control: without the damage undone, the trees differ', () => {
    put();
    const good = paths(prefix);
    for (const [, damage] of halves.slice(3, 5)) damage();
    expect(paths(prefix)).not.toEqual(good);
  });

  test('a record cannot have anything removed that is not ours', () => {
    put();
    const outside = join(prefix, '..', 'livesky');
    write(outside, { kept: '' });
    write(prefix, { 'share/jupyter/kernels/python3/kernel.json': '{}', 'share/empty/.keep': '' });
    rmSync(at('share', 'empty', '.keep'));
    const items = ['../../../livesky', 'kernels/python3', 'kernels', '/livesky', '..\\livesky', 'livesky'];
    const made = ['../empty', '../../../..', '../../../livesky'];
    const text = JSON.stringify({
      manifest: 1,
      version: '9',
      directory: '/x',
      items: items.map((path) => ({ root: 'data', path })),
      made,
    });
    writeFileSync(record(), text);
    takeAway();
    expect(existsSync(join(outside, 'kept'))).toBe(true);
    expect(existsSync(at('share/jupyter/kernels/python3/kernel.json'))).toBe(true);
    expect(existsSync(at('share', 'empty'))).toBe(true);
  });

  test('a link on the way out of the prefix is refused, and nothing behind it touched', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    write(elsewhere, { 'livesky/kernel.json': 'theirs' });
    mkdirSync(at('share', 'jupyter'), { recursive: true });
    symlinkSync(elsewhere, at('share', 'jupyter', 'kernels'));
    expect(() => put()).toThrow(/is a link that leads out of/);
    expect(() => takeAway()).toThrow(/is a link that leads out of/);
    expect(tree(elsewhere)).toEqual(['livesky', 'livesky/kernel.json: theirs']);
  });
});

describe('what cannot be done', () => {
  test.runIf(process.platform === 'linux')('because no folder can be made is said with the place', () => {
    const nowhere = prefixDestination('/proc/nope');
    expect(() => install(nowhere, own, false)).toThrow(
      'Cannot install into /proc/nope: no folder can be made at /proc/nope. Take another place with --prefix or --user.',
    );
  });

  test('is said in one line', () => {
    expect(() => put(false, packageIn({}))).toThrow(InstallError);
    expect(() => put(false, packageIn({}))).toThrow(/main\.js is missing: build livesky first/);
    const greedy = packageIn({ ...whole, 'jupyter-config/server-config/others.json': '{}' });
    expect(() => put(false, greedy)).toThrow(/others\.json cannot be installed: settings are named after the package/);
    expect(existsSync(prefix)).toBe(false);
  });

  test.each(['share', 'share/jupyter/labextensions', 'etc', 'etc/jupyter/labconfig'])(
    'because of a file at %s leaves everything as it was',
    (path) => {
      write(prefix, { [path]: 'a file' });
      write(prefix, path === 'share' ? {} : { 'share/jupyter/kernels/livesky/kernel.json': 'an older one' });
      const before = tree(prefix);
      expect(() => put()).toThrow(new RegExp(`^Cannot install into .*${path} is in the way`));
      expect(tree(prefix)).toEqual(before);
    },
  );
});
