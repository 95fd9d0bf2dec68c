import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { at, fail } from '../scripts/steps.mjs';

/** Packs the package and installs it as a user does, with its dependencies; returns the folder. */
export function installPacked() {
  const folder = at('.build', 'bench');
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder).filter((name) => name.endsWith('.tgz'))) rmSync(join(folder, old));
  const packed = npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], at()).trim();
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  // The version is the same every time: what is there has to go.
  rmSync(join(folder, 'node_modules', 'livesky'), { recursive: true, force: true });
  rmSync(join(folder, 'package-lock.json'), { force: true });
  npm(['install', '--no-audit', '--no-fund', '--no-save', '--silent', `./${packed}`], folder);
  return folder;
}

/** Installs the kernel below a folder, as `livesky install --prefix` does; returns the path for Jupyter. */
export function installKernel(folder) {
  const prefix = join(folder, 'jupyter');
  const command = join(folder, 'node_modules', 'livesky', 'bin', 'livesky.js');
  if (!existsSync(command)) fail(`${command} is missing: the package was not installed.`);
  execFileSync(process.execPath, [command, 'install', '--prefix', prefix], { encoding: 'utf8' });
  return join(prefix, 'share', 'jupyter');
}

function npm(args, cwd) {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
}
