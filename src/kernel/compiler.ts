import { cacheFolder } from './cache-folder.js';
import { CodeCache } from './code-cache.js';
import { installVirtualPaths } from './compiler-paths.js';
import { nodeTypesDirectory, packageToShow } from './own-package.js';
import type { InstalledPackage } from './own-package.js';
import { loadTslab } from './tslab.js';
import type { CellMetadata, Compiler, Converter, Diagnostic, Tslab } from './tslab.js';

/**
 * tslab and its converter for one folder.
 *
 * Each takes a few tenths of a second to make, so it is made when first asked for: a page that only
 * wants to know which kernel this is gets its answer before.
 */
export class CompilerService {
  readonly #folder: string;
  readonly #own: InstalledPackage;
  readonly #code: CodeCache;
  #tslab: Tslab | undefined;
  #converter: Converter | undefined;
  readonly #modules = new Map<string, { source: string; meta: CellMetadata }>();

  constructor(folder: string, own: InstalledPackage) {
    this.#folder = folder;
    this.#own = own;
    this.#code = new CodeCache(cacheFolder(own.name));
  }

  get tslab(): Tslab {
    const prepare = ({ sys }: Compiler): void =>
      installVirtualPaths(sys, {
        folder: this.#folder,
        visible: packageToShow(this.#folder, this.#own),
        nodeTypes: nodeTypesDirectory(this.#own),
      });
    this.#tslab ??= loadTslab(prepare, (path) => this.#code.load(path));
    return this.#tslab;
  }

  get converter(): Converter {
    this.#converter ??= this.#makeConverter();
    return this.#converter;
  }

  /** Makes a cell a module for other cells; returns what is wrong with it. */
  addModule(name: string, source: string, meta: CellMetadata): Diagnostic[] {
    this.#modules.set(name, { source, meta });
    return this.converter.addModule(name, source, meta);
  }

  /**
   * Looks for modules anew: the converter remembers which ones it has not found.
   *
   * It is made again when next asked for.
   */
  lookAgain(): void {
    this.#converter?.close();
    this.#converter = undefined;
  }

  /** Keeps the compiler's code for kernels to come: the best time is when a cell has been compiled. */
  keepCode(): void {
    this.#code.keep();
  }

  #makeConverter(): Converter {
    const converter = this.tslab.createConverter({ isJS: false, isBrowser: false });
    for (const [name, { source, meta }] of this.#modules) converter.addModule(name, source, meta);
    return converter;
  }
}
