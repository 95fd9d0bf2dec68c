/** What the core may do with files, where there are any. */
export interface FileSystem {
  /** Makes a new folder whose path begins with that of the system's folder for such, and `prefix`. */
  temporaryFolder(prefix: string): Promise<string>;
  /** Makes a folder and those above it, if they are not there. */
  makeFolder(path: string): Promise<void>;
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /** A path made of parts, as the system writes it. */
  join(...parts: readonly string[]): string;
  /** How the system writes paths. */
  readonly pathSemantics: 'posix' | 'windows';
}

interface NodeFiles {
  mkdtemp(prefix: string): Promise<string>;
  mkdir(path: string, options: { recursive: true }): Promise<unknown>;
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
}

interface NodePaths {
  join(...parts: string[]): string;
  readonly sep: string;
}

interface NodeProcess {
  getBuiltinModule?(name: string): unknown;
}

/**
 * The file system of this process, or undefined in a browser.
 *
 * The core imports nothing of Node's: it asks the process for what is built in, if there is a process.
 */
export function fileSystem(): FileSystem | undefined {
  const { process } = globalThis as { process?: NodeProcess };
  if (typeof process?.getBuiltinModule !== 'function') return undefined;
  const files = process.getBuiltinModule('node:fs/promises') as NodeFiles;
  const paths = process.getBuiltinModule('node:path') as NodePaths;
  const { tmpdir } = process.getBuiltinModule('node:os') as { tmpdir(): string };
  return {
    temporaryFolder: (prefix) => files.mkdtemp(paths.join(tmpdir(), prefix)),
    makeFolder: async (path) => void (await files.mkdir(path, { recursive: true })),
    writeFile: (path, bytes) => files.writeFile(path, bytes),
    join: (...parts) => paths.join(...parts),
    pathSemantics: paths.sep === '\\' ? 'windows' : 'posix',
  };
}
