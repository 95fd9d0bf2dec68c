import { cpSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kernelMain, kernelSpec } from '../../kernel/index.js';
import type { InstalledPackage } from '../../kernel/index.js';
import { InstallError } from './install-error.js';
import { itemsNamed } from './item.js';
import type { Item } from './item.js';

/** Something to install: where it goes, and how it is written. */
export interface Content extends Item {
  /** Writes it to a path that does not exist, in a folder that does. */
  write(to: string): void;
}

/** Folders of `jupyter-config/` whose name under `etc/jupyter` is another. */
const CONFIG_FOLDERS: Readonly<Record<string, string>> = { 'server-config': 'jupyter_server_config.d' };

/**
 * What a package installs: its kernel, the JupyterLab extension if it is built, and settings.
 *
 * @param linked - links to the package's files instead of copies
 */
export function contents(own: InstalledPackage, linked: boolean): Content[] {
  if (!existsSync(kernelMain(own))) {
    throw new InstallError(`${kernelMain(own)} is missing: build ${own.name} first (npm run build).`);
  }
  return [kernel(own), ...extension(own, linked), ...settings(own, linked)];
}

/** Where the contents of a package go; also what a package without a record may have installed. */
export function usualItems(own: InstalledPackage): Item[] {
  return [kernelItem(own), extensionItem(own), ...settings(own, false).map(({ root, path }) => ({ root, path }))];
}

/** The place of a package's kernel. */
export function kernelItem({ name }: InstalledPackage): Item {
  return { root: 'data', path: `kernels/${name}` };
}

function extensionItem({ name }: InstalledPackage): Item {
  return { root: 'data', path: `labextensions/${name}` };
}

/** Nothing of it is linked: the command names the package anyway, and Jupyter does not serve linked logos. */
function kernel(own: InstalledPackage): Content {
  const write = (to: string): void => {
    const logos = join(own.directory, 'kernelspec');
    if (existsSync(logos)) cpSync(logos, to, { recursive: true });
    writeJson(join(to, 'kernel.json'), kernelSpec(own));
  };
  return { ...kernelItem(own), write };
}

/** A checkout that has not been built for the browser has no extension: the kernel works without. */
function extension(own: InstalledPackage, linked: boolean): Content[] {
  const from = join(own.directory, 'labextension');
  if (!existsSync(from)) return [];
  const write = (to: string): void => {
    place(from, to, linked);
    if (linked) return;
    const uninstallInstructions = `Run "${own.name} uninstall" with the options it was installed with.`;
    writeJson(join(to, 'install.json'), { packageManager: 'npm', packageName: own.name, uninstallInstructions });
  };
  return [{ ...extensionItem(own), write }];
}

function settings(own: InstalledPackage, linked: boolean): Content[] {
  const folder = join(own.directory, 'jupyter-config');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => {
    const from = join(entry.parentPath, entry.name);
    const [top = '', ...rest] = from.slice(folder.length + 1).split(/[\\/]/);
    const item: Item = { root: 'config', path: [CONFIG_FOLDERS[top] ?? top, ...rest].join('/') };
    if (itemsNamed(own.name, [item]).length === 0) {
      // Another name would overwrite the settings of others.
      throw new InstallError(`${from} cannot be installed: settings are named after the package, ${own.name}.json.`);
    }
    return { ...item, write: (to) => place(from, to, linked) };
  });
}

function place(from: string, to: string, linked: boolean): void {
  // Windows lets everybody link folders, but not files.
  if (linked && (process.platform !== 'win32' || statSync(from).isDirectory())) symlinkSync(from, to, 'junction');
  else cpSync(from, to, { recursive: true });
}

function writeJson(to: string, value: object): void {
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, `${JSON.stringify(value, undefined, 2)}\n`);
}
