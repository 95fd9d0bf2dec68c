import { installVirtualPaths } from './compiler-paths.js';
import { nodeTypesDirectory, packageToShow } from './own-package.js';
import type { InstalledPackage } from './own-package.js';
import { loadTslab } from './tslab.js';
import type { Converter, Tslab } from './tslab.js';

/**
 * tslab and its converter for one folder.
 *
 * Each takes a few tenths of a second to make, so it is made when first asked for: a page that only
 * wants to know which kernel this is gets its answer before.
 */
export class CompilerService {
  readonly #folder: string;
  readonly #own: InstalledPackage;
  #tslab: Tslab | undefined;
  #converter: Converter | undefined;

  constructor(folder: string, own: InstalledPackage) {
    this.#folder = folder;
    this.#own = own;
  }

  get tslab(): Tslab {
    this.#tslab ??= loadTslab((compiler) => {
      installVirtualPaths(compiler.sys, {
        folder: this.#folder,
        visible: packageToShow(this.#folder, this.#own),
        nodeTypes: nodeTypesDirectory(this.#own),
      });
    });
    return this.#tslab;
  }

  get converter(): Converter {
    this.#converter ??= this.tslab.createConverter({ isJS: false, isBrowser: false });
    return this.#converter;
  }
}
