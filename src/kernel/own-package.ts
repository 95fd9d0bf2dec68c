import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** An installed package: its name and where it is. */
export interface InstalledPackage {
  readonly name: string;
  readonly directory: string;
}

/** The package that this kernel belongs to. */
export function ownPackage(): InstalledPackage {
  const directory = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
  return { name: String(nameOf(directory)), directory };
}

/** The directory of `@types/node`, wherever npm has put it. */
export function nodeTypesDirectory(from: InstalledPackage): string {
  return dirname(createRequire(join(from.directory, 'package.json')).resolve('@types/node/package.json'));
}

/**
 * The package of this name that TypeScript must be shown in a folder.
 *
 * Undefined where it sees one itself: in `node_modules` of the folder or one above it. A checkout of
 * the package is found by Node under its own name, so TypeScript has to see that one too.
 */
export function packageToShow(folder: string, own: InstalledPackage): InstalledPackage | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'node_modules', own.name, 'package.json'))) return undefined;
    if (nameOf(at) === own.name) return { name: own.name, directory: at };
    if (dirname(at) === at) return own;
  }
}

function nameOf(directory: string): unknown {
  const file = join(directory, 'package.json');
  if (!existsSync(file)) return undefined;
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name;
  } catch {
    // A package.json that cannot be read names nothing; whoever needs it will complain.
    return undefined;
  }
}
