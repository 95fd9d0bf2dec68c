import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { InstalledPackage } from '../../kernel/index.js';
import { PACKAGE_VERSION } from '../../host/index.js';
import { contents, usualItems } from './contents.js';
import type { Destination } from './destination.js';
import { earlierKernel } from './earlier-kernel.js';
import { FileSwap, isThere, removeEmpty } from './file-swap.js';
import { explained } from './install-error.js';
import { pathOf, uniqueItems } from './item.js';
import type { Item } from './item.js';
import { manifestItem, manifestText, readManifest } from './manifest.js';
import type { Manifest } from './manifest.js';

/** What was done: the paths that were installed or removed, and what else the user should know. */
export interface Outcome {
  paths: string[];
  notes: string[];
}

/**
 * Puts the kernel, the JupyterLab extension and its settings where Jupyter looks for them. Doing it again
 * replaces what is there; if it cannot be done, everything is as it was.
 *
 * @param linked - links to the package's files, so that a rebuild shows
 */
export function install(where: Destination, own: InstalledPackage, linked: boolean): Outcome {
  const swap = new FileSwap();
  return carriedOut(`Cannot install into ${where.name}`, swap, () => {
    const items = contents(own, linked);
    const earlier = earlierOf(where, own);
    for (const item of items) swap.put(pathOf(item, where), (to) => item.write(to));
    const places = items.map((item) => pathOf(item, where));
    const stale = pathsOf(earlier.items, where).filter((path) => !places.includes(path));
    for (const path of stale) swap.remove(path);
    swap.put(pathOf(manifestItem(own), where), (to) => {
      const made = [...new Set([...earlier.made, ...swap.made])];
      const record = { version: PACKAGE_VERSION, directory: own.directory, items, made };
      writeFileSync(to, manifestText(record, where));
    });
    const notes = [...earlier.notes, ...earlierKernel(where, own, earlier.record)];
    swap.commit();
    return { paths: places, notes };
  });
}

/** Takes away what {@link install} has put there, be it that of another version. */
export function uninstall(where: Destination, own: InstalledPackage): Outcome {
  const swap = new FileSwap();
  return carriedOut(`Cannot uninstall from ${where.name}`, swap, () => {
    const earlier = earlierOf(where, own);
    const record = pathOf(manifestItem(own), where);
    const paths = pathsOf(earlier.items, where);
    const present = paths.filter(isThere);
    for (const path of [...paths, record]) swap.remove(path);
    swap.commit();
    removeEmpty([...earlier.made, dirname(record)]);
    return { paths: present, notes: earlier.notes };
  });
}

function carriedOut(doing: string, swap: FileSwap, work: () => Outcome): Outcome {
  try {
    return work();
  } catch (error) {
    swap.rollBack();
    throw explained(doing, error);
  }
}

/** What an earlier installation has left, by its record or, where that is of no use, by the usual names. */
function earlierOf(
  where: Destination,
  own: InstalledPackage,
): { record: Manifest | undefined; items: Item[]; made: string[]; notes: string[] } {
  const read = readManifest(where, own);
  const record = typeof read === 'string' ? undefined : read;
  const items = uniqueItems([...(record?.items ?? []), ...usualItems(own)]);
  const damaged = `The record of the earlier installation in ${where.data} is damaged; what carries the usual names is replaced or removed.`;
  return { record, items, made: record?.made ?? [], notes: read === 'damaged' ? [damaged] : [] };
}

function pathsOf(items: readonly Item[], where: Destination): string[] {
  return items.map((item) => pathOf(item, where));
}
