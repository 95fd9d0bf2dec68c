import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** What a copy says of itself; by default the same as the original. */
export interface CopyOptions {
  version?: string;
  /** The number of the protocol between kernel and page. */
  wire?: number;
}

/**
 * livesky in the `node_modules` of a folder, as npm would put it there.
 *
 * Not a link: a program that looks there must find the copy, not the original.
 */
export function installCopy(folder: string, options: CopyOptions = {}): void {
  const modules = join(folder, 'node_modules');
  copyTo(join(modules, 'livesky'), options);
  // What else livesky depends on, only its own kernel needs.
  for (const name of withDependencies('ml-levenberg-marquardt')) {
    cpSync(join(PACKAGE, 'node_modules', name), join(modules, name), { recursive: true });
  }
}

/** A whole livesky with its kernel in a folder of its own; returns the kernel's program. */
export function copyWithKernel(folder: string, options: CopyOptions = {}): string {
  copyTo(folder, options);
  symlinkSync(join(PACKAGE, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return join(folder, 'lib', 'kernel', 'main.js');
}

function copyTo(place: string, { version, wire }: CopyOptions): void {
  mkdirSync(place, { recursive: true });
  for (const part of ['package.json', 'lib']) cpSync(join(PACKAGE, part), join(place, part), { recursive: true });
  if (version !== undefined) {
    const { version: original } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as { version: string };
    change(join(place, 'package.json'), `"version": "${original}"`, `"version": "${version}"`);
    change(join(place, 'lib', 'host', 'version.js'), `'${original}'`, `'${version}'`);
  }
  if (wire !== undefined) change(join(place, 'lib', 'wire', 'versions.js'), 'WIRE = 1;', `WIRE = ${wire};`);
}

function change(file: string, old: string, now: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(old)) throw new Error(`${file} does not hold ${old}: was it built?`);
  writeFileSync(file, text.replace(old, now));
}

/** A package and all that it needs. */
function withDependencies(name: string): string[] {
  const file = join(PACKAGE, 'node_modules', name, 'package.json');
  const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: Record<string, string> };
  return [name, ...Object.keys(dependencies).flatMap(withDependencies)];
}
