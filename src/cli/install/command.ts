import { lstatSync } from 'node:fs';
import { kernelSpec, ownPackage } from '../../kernel/index.js';
import { hiddenBehind } from './earlier-kernel.js';
import { install, uninstall } from './install.js';
import { installOptions } from './options.js';
import { surroundings } from './surroundings.js';

/** Carries out `livesky install`. */
export function installCommand(args: readonly string[]): void {
  const { where, linked } = installOptions(args);
  const own = ownPackage();
  const { paths, notes } = install(where, own, linked);
  for (const note of notes) say(note);
  for (const path of paths) say(`${isLink(path) ? 'Linked' : 'Installed'} ${path}`);
  for (const warning of [...surroundings(where, own), ...hiddenBehind(where, own)]) warn(warning);
  say(`Next: in JupyterLab (start it, or reload its page) choose the kernel ${kernelSpec(own).display_name}.`);
}

/** Carries out `livesky uninstall`. */
export function uninstallCommand(args: readonly string[]): void {
  const { where } = installOptions(args);
  const { paths, notes } = uninstall(where, ownPackage());
  for (const note of notes) say(note);
  for (const path of paths) say(`Removed ${path}`);
  if (paths.length === 0) say(`Nothing of livesky was found in ${where.name}.`);
}

function isLink(path: string): boolean {
  return lstatSync(path).isSymbolicLink();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function warn(line: string): void {
  process.stderr.write(`livesky: warning: ${line}\n`);
}
