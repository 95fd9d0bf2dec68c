import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import vm from 'node:vm';

const DIGEST = 'sha256';
const DIGEST_BYTES = 32;

/**
 * Keeps the machine code of large scripts between processes, so that they need not be compiled anew.
 *
 * A script loads without its code as well, only slower: whatever is wrong with a file or its folder is
 * passed over.
 */
export class CodeCache {
  readonly #folder: string;
  readonly #fresh = new Map<string, vm.Script>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Loads a CommonJS script as `require` does, and puts it where `require` finds it. */
  load(path: string): unknown {
    const require = createRequire(path);
    const loaded = require.cache[path];
    if (loaded) return loaded.exports;
    const module = Object.assign(new Module(path), { filename: path });
    require.cache[path] = module;
    try {
      const run = this.#compile(path).runInThisContext() as (...scope: unknown[]) => void;
      run.call(module.exports, module.exports, require, module, path, dirname(path));
    } catch (error) {
      Reflect.deleteProperty(require.cache, path);
      throw error;
    }
    module.loaded = true;
    return module.exports;
  }

  /**
   * Keeps the code of scripts that were compiled anew, with every function that has run by now: the
   * best time is when the scripts have done what they are usually loaded for.
   */
  keep(): void {
    for (const [file, script] of this.#fresh) {
      const code = script.createCachedData();
      write(file, Buffer.concat([digest(code), code]));
    }
    this.#fresh.clear();
  }

  #compile(path: string): vm.Script {
    const source = readFileSync(path);
    const file = join(this.#folder, `${keyOf(source)}.code`);
    const cachedData = read(file);
    const script = new vm.Script(Module.wrap(source.toString()), { filename: path, cachedData });
    // V8 rejects what another version or other flags have made.
    if (!cachedData || script.cachedDataRejected) this.#fresh.set(file, script);
    return script;
  }
}

/** V8 itself compares only the lengths of sources. */
function keyOf(source: Buffer): string {
  const { version, arch, versions } = process;
  return createHash(DIGEST).update(`${version} ${arch} ${versions.v8}\0`).update(source).digest('hex').slice(0, 32);
}

/** The code in a file; undefined unless it is whole and nobody else can have written it. */
function read(file: string): Buffer | undefined {
  try {
    const content = readOwn(file);
    const code = content?.subarray(DIGEST_BYTES);
    return content && code && digest(code).equals(content.subarray(0, DIGEST_BYTES)) ? code : undefined;
  } catch {
    return undefined;
  }
}

function readOwn(file: string): Buffer | undefined {
  const opened = openSync(file, 'r');
  try {
    const { uid, mode } = fstatSync(opened);
    const own = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return own ? readFileSync(opened) : undefined;
  } finally {
    closeSync(opened);
  }
}

/** Kernels that start together may write the same file: each puts a whole one in its place. */
function write(file: string, content: Buffer): void {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(unfinished, content, { mode: 0o600 });
      renameSync(unfinished, file);
    } finally {
      rmSync(unfinished, { force: true });
    }
  } catch {
    // Without the file the next kernel starts as this one did.
  }
}

function digest(content: Buffer): Buffer {
  return createHash(DIGEST).update(content).digest();
}
