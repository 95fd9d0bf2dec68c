import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { InstalledPackage } from '../../kernel/index.js';
import type { Destination } from './destination.js';
import { isOutside, itemsNamed, pathOf } from './item.js';
import type { Item } from './item.js';

/** The record of an installation: what another version needs to take it away. */
export interface Manifest {
  version: string;
  /** Where the package was. */
  directory: string;
  items: Item[];
  /** Folders that did not exist before, absolute. */
  made: string[];
}

/** As it is written: folders are relative to the data directory, since a prefix may be moved. */
interface WrittenManifest {
  manifest: 1;
  version: string;
  directory: string;
  items: Item[];
  made: string[];
}

/** Where the record of a package is. */
export function manifestItem({ name }: InstalledPackage): Item {
  return { root: 'data', path: `${name}/${name}.json` };
}

/** The text of a record. */
export function manifestText({ version, directory, items, made }: Manifest, where: Destination): string {
  const written: WrittenManifest = {
    manifest: 1,
    version,
    directory,
    items: items.map(({ root, path }) => ({ root, path })),
    made: made.map((folder) => relative(where.data, folder) || '.'),
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

/**
 * The record of an earlier installation, or why there is none.
 *
 * Whoever may write to a prefix may have changed it. So only what carries the package's name is
 * believed, and of folders only those that lead to it.
 */
export function readManifest(where: Destination, own: InstalledPackage): Manifest | 'missing' | 'damaged' {
  const file = pathOf(manifestItem(own), where);
  if (!existsSync(file)) return 'missing';
  const written = parse(file);
  if (!written) return 'damaged';
  const items = itemsNamed(own.name, written.items);
  const paths = [...items, manifestItem(own)].map(({ root, path }) => join(where[root], path));
  const made = written.made.map((folder) => join(where.data, folder));
  return {
    version: written.version,
    directory: written.directory,
    items,
    made: made.filter((folder) => paths.some((path) => path !== folder && !isOutside(path, folder))),
  };
}

function parse(file: string): WrittenManifest | undefined {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<keyof WrittenManifest, unknown>>;
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: Partial<Record<keyof WrittenManifest, unknown>>): value is WrittenManifest {
  const { manifest, version, directory, items, made } = value;
  const texts = typeof version === 'string' && typeof directory === 'string';
  return manifest === 1 && texts && Array.isArray(items) && items.every(isItem) && isTexts(made);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isItem(value: unknown): value is Item {
  const { root, path } = (value ?? {}) as { root?: unknown; path?: unknown };
  return (root === 'data' || root === 'config') && typeof path === 'string';
}
