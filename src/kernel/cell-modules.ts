import Module, { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';

/** A module as Node loads it; `_compile` and `paths` are what its own loaders use. */
interface LoadableModule {
  filename: string;
  paths: string[];
  exports: unknown;
  require(id: string): unknown;
  _compile(code: string, filename: string): void;
}

/** The `require` of a cell. */
export type CellRequire = NodeJS.Require;

/**
 * What cells import: packages, the user's own TypeScript files, and names that the kernel provides.
 *
 * TypeScript files come from the converter as JavaScript and are never on disk.
 */
export class CellModules {
  /** Resolves as a file in the notebook's folder does. */
  readonly require: CellRequire;
  readonly #converted = new Map<string, string>();
  readonly #loaded = new Map<string, LoadableModule>();
  readonly #provided: ReadonlyMap<string, () => unknown>;

  constructor(folder: string, provided: ReadonlyMap<string, () => unknown>) {
    this.#provided = provided;
    this.require = this.#wrap(createRequire(join(folder, 'cell.js')), folder);
  }

  /** Takes files that the converter has converted; they are loaded anew when next imported. */
  add(files: readonly { path: string; data: string }[]): void {
    for (const { path, data } of files) {
      this.#converted.set(path, data);
      this.#loaded.delete(path);
    }
  }

  #wrap(base: NodeJS.Require, folder: string): CellRequire {
    const load = (id: string): unknown => {
      const provided = this.#provided.get(id);
      if (provided) return provided();
      const path = this.#find(folder, id);
      return path === undefined ? base(id) : this.#load(path);
    };
    return Object.assign(load, {
      resolve: base.resolve,
      cache: base.cache,
      extensions: base.extensions,
      main: base.main,
    });
  }

  #find(folder: string, id: string): string | undefined {
    if (!/^\.{0,2}\//.test(id)) return undefined;
    const path = resolve(folder, id).replaceAll('\\', '/');
    const candidates = extname(path) === '.js' ? [path] : [`${path}.js`, `${path}/index.js`];
    return candidates.find((candidate) => this.#converted.has(candidate));
  }

  #load(path: string): unknown {
    const loaded = this.#loaded.get(path);
    if (loaded) return loaded.exports;
    const made = new Module(path) as unknown as LoadableModule;
    made.filename = path;
    made.paths = (Module as unknown as { _nodeModulePaths(from: string): string[] })._nodeModulePaths(dirname(path));
    made.require = this.#wrap(createRequire(path), dirname(path));
    // Before it runs, so that files that import each other do not go round in circles.
    this.#loaded.set(path, made);
    try {
      made._compile(this.#converted.get(path) ?? '', path);
    } catch (error) {
      this.#loaded.delete(path);
      throw error;
    }
    return made.exports;
  }
}
