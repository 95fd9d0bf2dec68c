import { existsSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** One change: what is at `target` is put aside, and what was written beside it takes its place. */
interface Change {
  target: string;
  /** Nothing takes the place where something is only removed. */
  fresh?: string;
  aside?: string;
  placed?: boolean;
}

/**
 * Replaces and removes files and folders: all of them, or none.
 *
 * Everything new is written beside its place first; only then are things renamed. Links are renamed and
 * removed themselves, never what they lead to.
 */
export class FileSwap {
  /** The folders that had to be made. */
  readonly made: string[] = [];
  readonly #changes: Change[] = [];

  /** Has `write` write what is to be at `target`. */
  put(target: string, write: (to: string) => void): void {
    this.#makeFolder(dirname(target));
    const fresh = beside(target, 'new');
    remove(fresh);
    this.#changes.push({ target, fresh });
    write(fresh);
  }

  /** Takes away what is at `target`, if anything is. */
  remove(target: string): void {
    this.#changes.push({ target });
  }

  /** Carries everything out. */
  commit(): void {
    for (const change of this.#changes) {
      putAside(change);
      if (change.fresh === undefined) continue;
      renameSync(change.fresh, change.target);
      change.placed = true;
    }
    // From here on nothing is put back, even if something that was put aside cannot be removed.
    for (const { target } of this.#changes.splice(0)) {
      remove(beside(target, 'old'));
      // An installer that was killed may have left one.
      remove(beside(target, 'new'));
    }
  }

  /** Puts everything back as it was. */
  rollBack(): void {
    for (const { target, fresh, aside, placed } of this.#changes.toReversed()) {
      if (placed) remove(target);
      if (aside !== undefined) renameSync(aside, target);
      if (fresh !== undefined) remove(fresh);
    }
    removeEmpty(this.made);
  }

  #makeFolder(folder: string): void {
    if (existsSync(folder)) return void mkdirSync(folder, { recursive: true });
    if (dirname(folder) !== folder) this.#makeFolder(dirname(folder));
    mkdirSync(folder);
    this.made.push(folder);
  }
}

/** Removes those of the folders that are empty. */
export function removeEmpty(folders: readonly string[]): void {
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(folder);
    } catch {
      // Others have put something there, or have removed it: it is theirs now.
    }
  }
}

/** Whether there is something at a path, be it a link that leads nowhere. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function putAside(change: Change): void {
  if (!isThere(change.target)) return;
  const aside = beside(change.target, 'old');
  remove(aside);
  renameSync(change.target, aside);
  change.aside = aside;
}

/** A name that is always the same, so that what a killed installer left is found by the next one. */
function beside(target: string, suffix: 'new' | 'old'): string {
  return join(dirname(target), `.${basename(target)}.${suffix}`);
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
