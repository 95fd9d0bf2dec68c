import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownPackage } from './own-package.js';
import type { InstalledPackage } from './own-package.js';

/** An installation that cannot be done. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
}

/** What was installed or removed: one path each. */
export type InstalledPaths = string[];

/** Folders of `jupyter-config/` whose name under `etc/jupyter` is another. */
const CONFIG_FOLDERS: Readonly<Record<string, string>> = { 'server-config': 'jupyter_server_config.d' };

/**
 * Puts the kernel, the JupyterLab extension and its settings where the Jupyter of `prefix` looks for
 * them. Doing it again replaces what is there.
 */
export function install(prefix: string, own: InstalledPackage = ownPackage()): InstalledPaths {
  const main = join(own.directory, 'lib', 'kernel', 'main.js');
  if (!existsSync(main)) throw new InstallError(`${main} is missing: build ${own.name} first (npm run build).`);
  const places = placesIn(prefix, own);
  try {
    installKernelSpec(places.kernel, main, own);
    const extension = installExtension(places.extension, own);
    return [places.kernel, ...extension, ...installConfig(places.config, own)];
  } catch (error) {
    throw new InstallError(`Cannot install into ${prefix}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Takes away what {@link install} has put there. */
export function uninstall(prefix: string, own: InstalledPackage = ownPackage()): InstalledPaths {
  const { kernel, extension, config } = placesIn(prefix, own);
  const paths = [kernel, extension, ...configFiles(own).map(({ to }) => join(config, to))];
  const present = paths.filter((path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined);
  for (const path of present) rmSync(path, { recursive: true, force: true });
  return present;
}

function placesIn(prefix: string, { name }: InstalledPackage): { kernel: string; extension: string; config: string } {
  const data = join(prefix, 'share', 'jupyter');
  return {
    kernel: join(data, 'kernels', name),
    extension: join(data, 'labextensions', name),
    config: join(prefix, 'etc', 'jupyter'),
  };
}

function installKernelSpec(to: string, main: string, own: InstalledPackage): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const logos = join(own.directory, 'kernelspec');
  if (existsSync(logos)) cpSync(logos, to, { recursive: true });
  const spec = {
    // Absolute, since Jupyter is often started where another Node, or none, is on the path.
    argv: [process.execPath, main, '{connection_file}'],
    display_name: 'livesky (TypeScript)',
    language: 'typescript',
    interrupt_mode: 'signal',
    metadata: { debugger: false },
  };
  writeFileSync(join(to, 'kernel.json'), `${JSON.stringify(spec, undefined, 2)}\n`);
}

/** A checkout that has not been built for the browser has no extension: the kernel works without. */
function installExtension(to: string, own: InstalledPackage): InstalledPaths {
  const from = join(own.directory, 'labextension');
  if (!existsSync(from)) return [];
  rmSync(to, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
  const origin = {
    packageManager: 'npm',
    packageName: own.name,
    uninstallInstructions: `Run "${own.name} uninstall" with the options it was installed with.`,
  };
  writeFileSync(join(to, 'install.json'), `${JSON.stringify(origin, undefined, 2)}\n`);
  return [to];
}

function installConfig(to: string, own: InstalledPackage): InstalledPaths {
  return configFiles(own).map((file) => {
    const target = join(to, file.to);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file.from, target);
    return target;
  });
}

function configFiles(own: InstalledPackage): { from: string; to: string }[] {
  const folder = join(own.directory, 'jupyter-config');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => {
    const from = join(entry.parentPath, entry.name);
    const [top = '', ...rest] = from.slice(folder.length + 1).split(/[\\/]/);
    return { from, to: join(CONFIG_FOLDERS[top] ?? top, ...rest) };
  });
}
