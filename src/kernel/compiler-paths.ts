import type { InstalledPackage } from './own-package.js';
import type { CompilerSystem } from './tslab.js';

/** What TypeScript is to see in the notebook's folder beside what is really there. */
export interface VirtualPaths {
  /** The notebook's folder. */
  folder: string;
  /** A package that is to be seen in its `node_modules`; undefined where it has a copy of its own. */
  visible: InstalledPackage | undefined;
  /** The one directory of Node's types. */
  nodeTypes: string;
}

const INSTALLED = /\/node_modules(?:\/|$)/;
const TYPES_DIRECTORY = /\/node_modules\/@types\/?$/;
const NODE_TYPES = /\/node_modules\/@types\/node(?=\/|$)/;

/**
 * Makes TypeScript find our package and exactly one set of ambient types from any folder.
 *
 * npm hoists packages, so that tslab sees either no types at all or dozens that nobody asked for.
 */
export function installVirtualPaths(system: CompilerSystem, paths: VirtualPaths): void {
  const map = new PathMap(paths);
  const real: CompilerSystem = { ...system };
  const { getExecutingFilePath } = system;
  const compilerFolder = slashed(getExecutingFilePath()).replace(/\/[^/]*$/, '/');
  system.fileExists = (path) => real.fileExists(map.real(path));
  system.readFile = (path, encoding) => real.readFile(map.real(path), encoding);
  system.directoryExists = (path) => map.isTypesRoot(path) || real.directoryExists(map.real(path));
  system.readDirectory = (path, ...rest) => real.readDirectory(map.real(path), ...rest);
  system.getDirectories = (path) => map.typesIn(path) ?? real.getDirectories(map.real(path));
  system.realpath = (path) => (map.isVirtual(path) ? path : real.realpath(map.real(path)));
  system.watchFile = (path, callback, ...rest) => {
    // Installed files do not change under a running kernel; watching them costs a poll each.
    const installed = map.real(path) !== path || path.startsWith(compilerFolder) || INSTALLED.test(path);
    return installed ? { close: () => {} } : real.watchFile(path, callback, ...rest);
  };
  // Watching folders takes a watch for each folder of each installed package, and the converter cannot
  // bear what it is told then; see CompilerService.lookAgain for what watching was good for.
  system.watchDirectory = () => ({ close: () => {} });
}

class PathMap {
  readonly #visible: { from: string; to: string } | undefined;
  readonly #nodeTypes: string;
  readonly #typesRoot: string;

  constructor({ folder, visible, nodeTypes }: VirtualPaths) {
    const modules = `${slashed(folder).replace(/\/$/, '')}/node_modules`;
    this.#visible = visible && { from: `${modules}/${visible.name}`, to: slashed(visible.directory) };
    this.#nodeTypes = slashed(nodeTypes);
    this.#typesRoot = `${modules}/@types`;
  }

  /** Where the file really is. */
  real(path: string): string {
    const types = NODE_TYPES.exec(path);
    if (types) return this.#nodeTypes + path.slice(types.index + types[0].length);
    return this.#visible && this.isVirtual(path) ? this.#visible.to + path.slice(this.#visible.from.length) : path;
  }

  /** Whether the file is seen in the notebook's folder and lies elsewhere. */
  isVirtual(path: string): boolean {
    const from = this.#visible?.from;
    return from !== undefined && path.startsWith(from) && (path.length === from.length || path[from.length] === '/');
  }

  isTypesRoot(path: string): boolean {
    return path.replace(/\/$/, '') === this.#typesRoot;
  }

  /** The packages whose ambient types are loaded without being asked for; undefined for other folders. */
  typesIn(path: string): string[] | undefined {
    if (!TYPES_DIRECTORY.test(path)) return undefined;
    return this.isTypesRoot(path) ? ['node'] : [];
  }
}

/** TypeScript writes every path with forward slashes. */
function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
