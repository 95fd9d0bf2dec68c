import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import type { Destination } from './destination.js';
import { InstallError } from './install-error.js';

/** One file or folder that is installed as a whole. */
export interface Item {
  /** The directory of Jupyter under which it is. */
  readonly root: 'data' | 'config';
  /** Where it is there, with forward slashes. */
  readonly path: string;
}

const SEGMENT = /^(?!\.{1,2}$)[\w.@+-]+$/;

/** Those of the items that are a package's own: inside their root, and named after the package. */
export function itemsNamed(name: string, items: readonly Item[]): Item[] {
  return items.filter(({ path }) => {
    const segments = path.split('/');
    const last = segments.at(-1) ?? '';
    const own = last === name || last.startsWith(`${name}.`);
    return own && segments.length > 1 && segments.every((each) => SEGMENT.test(each));
  });
}

/** Items without those that are named twice. */
export function uniqueItems(items: readonly Item[]): Item[] {
  return [...new Map(items.map((each) => [`${each.root}/${each.path}`, each])).values()];
}

/**
 * The path of an item.
 *
 * @throws InstallError if a link on the way leads out of the item's root: what is there is another's.
 */
export function pathOf(item: Item, where: Destination): string {
  const path = join(where[item.root], item.path);
  const parent = dirname(path);
  if (existsSync(parent) && isOutside(realpathSync(parent), realpathSync(where[item.root]))) {
    throw new InstallError(`${parent} is a link that leads out of ${where[item.root]}: nothing was changed.`);
  }
  return path;
}

/** Whether a path is neither a directory nor inside it. */
export function isOutside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return isAbsolute(way) || /^\.\.(?:[\\/]|$)/.test(way);
}
