import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromJson, toJson } from '../documents/index.js';
import { messageOf } from '../text/index.js';
import { syncFolder, UNFINISHED, writeWhole } from './write-whole.js';

/** What a {@link PersistentDict} cannot keep, or cannot read. */
export class PersistentDictError extends Error {
  override readonly name = 'PersistentDictError';
}

const ENDING = '.json';

/** After this an unfinished file is what a killed process has left. */
const ABANDONED_MS = 60_000;

interface Known {
  value: unknown;
  /** Tells one version of the file from another. */
  version: string;
}

/** A folder with a JSON file for every key. What other processes write is seen when it is next asked for. */
export class ValueFiles {
  readonly #folder: string;
  readonly #known = new Map<string, Known>();

  constructor(folder: string) {
    this.#folder = folder;
    explained(`The folder ${folder} cannot be used`, () => {
      mkdirSync(folder, { recursive: true });
      this.#clearAbandoned();
    });
  }

  keys(): string[] {
    const names = explained(`The folder ${this.#folder} cannot be read`, () => readdirSync(this.#folder));
    return names
      .filter((name) => name.endsWith(ENDING))
      .flatMap(keyOf)
      .sort();
  }

  has(key: string): boolean {
    return existsSync(this.#path(key));
  }

  /** The value of a key; the same object as before while nobody has written another. */
  get(key: string): unknown {
    const path = this.#path(key);
    const version = versionOf(path);
    if (version === undefined) return undefined;
    const known = this.#known.get(key);
    if (known?.version === version) return known.value;
    const value = readOrPutAside(path, key);
    this.#known.set(key, { value, version });
    return value;
  }

  /** Writes a value; it is on the disk when this returns. */
  set(key: string, value: unknown): void {
    const text = explained(`The value of '${key}' cannot be kept`, () => toJson(value));
    const path = this.#path(key);
    explained(`'${key}' could not be written to ${path}`, () => writeWhole(path, `${text}\n`));
    this.#known.set(key, { value: fromJson(text), version: versionOf(path) ?? '' });
  }

  delete(key: string): void {
    explained(`'${key}' could not be removed from ${this.#folder}`, () => {
      rmSync(this.#path(key), { force: true });
      syncFolder(this.#folder);
    });
    this.#known.delete(key);
  }

  #path(key: string): string {
    return join(this.#folder, encodeURIComponent(key) + ENDING);
  }

  #clearAbandoned(): void {
    for (const name of readdirSync(this.#folder)) {
      if (!name.endsWith(UNFINISHED)) continue;
      const path = join(this.#folder, name);
      const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > ABANDONED_MS) rmSync(path, { force: true });
    }
  }
}

/** The key that a file is for; none if it is not one of ours. */
function keyOf(name: string): string[] {
  try {
    return [decodeURIComponent(name.slice(0, -ENDING.length))];
  } catch {
    return [];
  }
}

function versionOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.ino} ${found.mtimeNs} ${found.size}`;
}

function readOrPutAside(path: string, key: string): unknown {
  const text = explained(`'${key}' could not be read from ${path}`, () => readFileSync(path, 'utf8'));
  try {
    return fromJson(text);
  } catch (error) {
    const aside = `${path}.bad-${new Date().toISOString().replace(/[:.]/g, '')}`;
    explained(`${path} is damaged and could not be put aside`, () => renameSync(path, aside));
    throw new PersistentDictError(
      `The file of '${key}' is damaged (${messageOf(error)}). It was put aside as ${aside}: set '${key}' anew, ` +
        `or repair that file and rename it to ${path}.`,
      { cause: error },
    );
  }
}

function explained<T>(what: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new PersistentDictError(`${what}: ${messageOf(error)}`, { cause: error });
  }
}
