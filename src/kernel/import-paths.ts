import { readdirSync, readFileSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { InstalledPackage } from './own-package.js';

/** What the text of an import could become, and where that begins; offsets in UTF-16 units. */
export interface ImportCompletion {
  matches: string[];
  start: number;
}

/** Where imports are looked for: from the notebook's folder on, and our package from everywhere. */
export interface ImportPlaces {
  folder: string;
  own: InstalledPackage;
}

const IN_IMPORT = /(?:\bfrom|\bimport|\b(?:require|import)\s*\()\s*(["'])([^"'\n]*)$/;

/** Files that are imported as they are called; those in TypeScript without their ending. */
const IMPORTED_FILE = /\.(?:js|mjs|cjs|json)$/;
const TYPESCRIPT_FILE = /(?<!\.d)\.tsx?$/;

/**
 * Completes what an import names: packages and their subpaths, modules of Node's, files beside the
 * notebook. Undefined where the cursor is not in the text of an import.
 */
export function completeImport(code: string, at: number, places: ImportPlaces): ImportCompletion | undefined {
  const typed = IN_IMPORT.exec(code.slice(0, at))?.[2];
  if (typed === undefined) return undefined;
  const known = typed.startsWith('.') ? filesFor(typed, places.folder) : packagesFor(typed, places);
  return { matches: known.filter((name) => name.startsWith(typed)), start: at - typed.length };
}

function filesFor(typed: string, folder: string): string[] {
  const path = typed.slice(0, typed.lastIndexOf('/') + 1);
  if (path === '') return ['./', '../'];
  const names = entriesOf(resolve(folder, path)).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    if (entry.isDirectory()) return [`${entry.name}/`];
    if (TYPESCRIPT_FILE.test(entry.name)) return [entry.name.replace(TYPESCRIPT_FILE, '')];
    return IMPORTED_FILE.test(entry.name) ? [entry.name] : [];
  });
  return names.sort().map((name) => path + name);
}

function packagesFor(typed: string, { folder, own }: ImportPlaces): string[] {
  const name = /^(?:@[^/]+\/)?[^/@]+(?=\/)/.exec(typed)?.[0];
  const directories = ancestorsOf(folder).map((each) => join(each, 'node_modules'));
  if (name !== undefined) {
    const places = [...directories.map((each) => join(each, name)), ...(name === own.name ? [own.directory] : [])];
    return [...subpathsOf(name, places), ...nodeModules(typed)];
  }
  const installed = directories.flatMap(packagesIn).sort();
  const names = [...subpathsOf(own.name, [own.directory]), ...installed, './', ...nodeModules(typed)];
  return [...new Set([own.name, ...names])];
}

/** Both spellings only where the short one has been begun. */
function nodeModules(typed: string): string[] {
  const names = builtinModules.filter((name) => !name.startsWith('_') && !name.startsWith('node:'));
  const long = names.map((name) => `node:${name}`);
  return typed === '' ? long : [...names, ...long];
}

function ancestorsOf(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestorsOf(above)];
}

function packagesIn(directory: string): string[] {
  return entriesOf(directory).flatMap(({ name }) => {
    if (name.startsWith('.') || name === '@types') return [];
    return name.startsWith('@') ? entriesOf(join(directory, name)).map((each) => `${name}/${each.name}`) : [name];
  });
}

/** What a package offers to be imported from below its own name. */
function subpathsOf(name: string, places: readonly string[]): string[] {
  for (const place of places) {
    const exported = exportsOf(join(place, 'package.json'));
    if (exported === undefined) continue;
    const subpaths = Object.keys(exported).filter((key) => key.startsWith('./') && !/\*|\.json$/.test(key));
    return subpaths.map((key) => name + key.slice(1));
  }
  return [];
}

function exportsOf(path: string): object | undefined {
  try {
    const { exports } = JSON.parse(readFileSync(path, 'utf8')) as { exports?: unknown };
    return typeof exports === 'object' && exports !== null ? exports : {};
  } catch {
    // There is no such package in this place.
    return undefined;
  }
}

function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}
