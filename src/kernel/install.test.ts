import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { install, InstallError, uninstall } from './install.js';

function packageIn(files: Record<string, string>): { name: string; directory: string } {
  const directory = mkdtempSync(join(tmpdir(), 'package-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, path, '..'), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return { name: 'livesky', directory };
}

const whole = {
  'lib/kernel/main.js': '',
  'kernelspec/logo-64x64.png': 'png',
  'labextension/package.json': '{}',
  'labextension/static/remoteEntry.js': 'x',
  'jupyter-config/server-config/livesky.json': '{}',
  'jupyter-config/labconfig/default_setting_overrides.d/livesky.json': '{}',
};

test('installs kernel, extension and settings; again is harmless; uninstall takes all away', () => {
  const own = packageIn(whole);
  const prefix = mkdtempSync(join(tmpdir(), 'prefix-'));
  install(prefix, own);
  install(prefix, own);
  const data = join(prefix, 'share', 'jupyter');
  const spec = JSON.parse(readFileSync(join(data, 'kernels', 'livesky', 'kernel.json'), 'utf8')) as object;
  expect(spec).toMatchObject({
    argv: [process.execPath, join(own.directory, 'lib', 'kernel', 'main.js'), '{connection_file}'],
    language: 'typescript',
    interrupt_mode: 'signal',
  });
  const expected = [
    'share/jupyter/kernels/livesky/logo-64x64.png',
    'share/jupyter/labextensions/livesky/static/remoteEntry.js',
    'share/jupyter/labextensions/livesky/install.json',
    'etc/jupyter/jupyter_server_config.d/livesky.json',
    'etc/jupyter/labconfig/default_setting_overrides.d/livesky.json',
  ];
  expect(expected.filter((path) => !existsSync(join(prefix, path)))).toEqual([]);
  uninstall(prefix, own);
  expect(expected.filter((path) => existsSync(join(prefix, path)))).toEqual([]);
  expect(uninstall(prefix, own)).toEqual([]);
});

test('says in one line what is wrong', () => {
  const prefix = mkdtempSync(join(tmpdir(), 'prefix-'));
  expect(() => install(prefix, packageIn({}))).toThrow(InstallError);
  writeFileSync(join(prefix, 'share'), 'a file');
  expect(() => install(prefix, packageIn(whole))).toThrow(/^Cannot install into /);
});
