import { existsSync, readFileSync } from 'node:fs';
import Module, { isBuiltin } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Whether `require` of an ES module goes past the hooks that this Node has for imports. */
const REQUIRE_PASSES_HOOKS: boolean = !('registerHooks' in Module);

const REQUIRE = /\brequire\((["'])((?:\\.|(?!\1).)+)\1\)/g;

/** Finds the code of a module that the kernel has converted itself; undefined for others. */
export type FindConverted = (id: string, folder: string) => { code: string; folder: string; path: string } | undefined;

/**
 * Imports the ES modules that some code is going to `require`, also through the user's own files.
 *
 * Only an import is helped by the hooks of older Nodes to find our package; what it has loaded, a
 * `require` finds ready. Modules that the code asks for later, or perhaps never, are loaded early too.
 */
export async function preloadEsModules(
  code: string,
  folder: string,
  find: FindConverted,
  resolve: (id: string, folder: string) => string | undefined,
): Promise<void> {
  if (!REQUIRE_PASSES_HOOKS) return;
  for (const path of esModulesIn(code, folder, { find, resolve, seen: new Set() })) {
    // What is wrong with it is told where the code requires it.
    await import(pathToFileURL(path).href).catch(() => undefined);
  }
}

interface Search {
  find: FindConverted;
  resolve: (id: string, folder: string) => string | undefined;
  seen: Set<string>;
}

function esModulesIn(code: string, folder: string, search: Search): string[] {
  return [...code.matchAll(REQUIRE)].flatMap(([, , id = '']) => {
    if (isBuiltin(id)) return [];
    const converted = search.find(id, folder);
    const path = converted?.path ?? search.resolve(id, folder);
    if (path === undefined || search.seen.has(path)) return [];
    search.seen.add(path);
    if (converted) return esModulesIn(converted.code, converted.folder, search);
    return isEsModule(path) ? [path] : [];
  });
}

function isEsModule(path: string): boolean {
  if (extname(path) !== '.js') return extname(path) === '.mjs';
  for (let at = dirname(path); ; at = dirname(at)) {
    const file = join(at, 'package.json');
    if (existsSync(file)) return isModulePackage(file);
    if (dirname(at) === at) return false;
  }
}

function isModulePackage(file: string): boolean {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { type?: unknown } | null)?.type === 'module';
  } catch {
    return false;
  }
}
