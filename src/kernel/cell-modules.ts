import Module, { createRequire, isBuiltin } from 'node:module';
import { preloadEsModules } from './esm-preload.js';
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
  /** Of each file the files that have imported it. */
  readonly #importers = new Map<string, Set<string>>();
  readonly #provided: ReadonlyMap<string, () => unknown>;
  readonly #beforeOthers: (id: string) => void;
  readonly #folder: string;

  /**
   * @param provided - what is loaded otherwise than as a package, by name
   * @param beforeOthers - told of each package or JavaScript file before it is loaded
   */
  constructor(folder: string, provided: ReadonlyMap<string, () => unknown>, beforeOthers: (id: string) => void) {
    this.#provided = provided;
    this.#beforeOthers = beforeOthers;
    this.#folder = folder;
    this.require = this.#wrap(createRequire(join(folder, 'cell.js')), folder);
  }

  /** Takes files that the converter has converted; they are loaded anew when next imported. */
  add(files: readonly { path: string; data: string }[]): void {
    for (const { path, data } of files) {
      this.#converted.set(path, data);
      this.#forget(path);
    }
  }

  /** What has imported a file holds what that was before. */
  #forget(path: string): void {
    this.#loaded.delete(path);
    const importers = this.#importers.get(path) ?? [];
    this.#importers.delete(path);
    for (const importer of importers) this.#forget(importer);
  }

  /** Loads ahead what `code` will require, as far as this Node has to; see {@link preloadEsModules}. */
  async prepare(code: string): Promise<void> {
    const find = (id: string, folder: string): { code: string; folder: string; path: string } | undefined => {
      const path = this.#find(folder, id);
      return path === undefined ? undefined : { path, code: this.#converted.get(path) ?? '', folder: dirname(path) };
    };
    await preloadEsModules(code, this.#folder, find, (id, folder) => this.#resolve(id, folder));
  }

  #resolve(id: string, folder: string): string | undefined {
    if (this.#provided.has(id)) return undefined;
    this.#beforeOthers(id);
    try {
      return createRequire(join(folder, 'cell.js')).resolve(id);
    } catch {
      // The code that requires it is told.
      return undefined;
    }
  }

  /** `importer` is the file that requires; undefined for cells. */
  #wrap(base: NodeJS.Require, folder: string, importer?: string): CellRequire {
    const load = (id: string): unknown => {
      const provided = this.#provided.get(id);
      if (provided) return provided();
      const path = this.#find(folder, id);
      if (path !== undefined) {
        if (importer !== undefined) this.#noteImport(path, importer);
        return this.#load(path);
      }
      if (!isBuiltin(id)) this.#beforeOthers(id);
      return base(id);
    };
    return Object.assign(load, {
      resolve: base.resolve,
      cache: base.cache,
      extensions: base.extensions,
      main: base.main,
    });
  }

  #noteImport(path: string, importer: string): void {
    const importers = this.#importers.get(path) ?? new Set();
    this.#importers.set(path, importers.add(importer));
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
    made.require = this.#wrap(createRequire(path), dirname(path), path);
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
