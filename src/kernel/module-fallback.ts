import Module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ImportFallback } from './import-hooks.js';
import type { InstalledPackage } from './own-package.js';

/** Node's resolver of `require`: not documented, but every loader relies on it. */
interface ResolvingModule {
  _resolveFilename(request: string, parent: unknown, isMain: boolean, options?: unknown): string;
}

interface ResolveContext {
  parentURL?: string;
}
type NextResolve = (specifier: string, context: ResolveContext) => unknown;

/** Newer Nodes have `registerHooks`; older ones know only hooks that run on a thread of their own. */
interface HookableModule {
  registerHooks?(hooks: { resolve(specifier: string, context: ResolveContext, next: NextResolve): unknown }): void;
  register(hooks: URL, options: { data: ImportFallback }): void;
}

/**
 * Lets cells and the user's own modules import our package from any folder.
 *
 * Whoever has a copy of it gets that copy; everybody else gets the one that the kernel runs.
 *
 * @returns a function to call with what is loaded: modules other than ours may import ours, and what
 * that takes costs time that many notebooks need not spend
 */
export function installModuleFallback(own: InstalledPackage): (request: string) => void {
  const concerns = (request: string): boolean => request === own.name || request.startsWith(`${own.name}/`);
  const inside = join(own.directory, 'package.json');
  fallBackInRequire(concerns, inside);
  let prepared = false;
  return (request) => {
    if (prepared || concerns(request)) return;
    fallBackInImport(concerns, { name: own.name, inside: pathToFileURL(inside).href });
    prepared = true;
  };
}

function fallBackInRequire(concerns: (request: string) => boolean, inside: string): void {
  const resolver = Module as unknown as ResolvingModule;
  const resolve = resolver._resolveFilename.bind(Module);
  const insider = Object.assign(new Module(inside), { filename: inside, paths: [] });
  resolver._resolveFilename = (request, parent, isMain, options) => {
    if (!concerns(request)) return resolve(request, parent, isMain, options);
    try {
      return resolve(request, parent, isMain, options);
    } catch (error) {
      if (isNotFound(error)) return resolve(request, insider, false);
      throw error;
    }
  };
}

function fallBackInImport(concerns: (request: string) => boolean, fallback: ImportFallback): void {
  const hookable = Module as unknown as HookableModule;
  if (!hookable.registerHooks) {
    hookable.register(new URL('./import-hooks.js', import.meta.url), { data: fallback });
    return;
  }
  hookable.registerHooks({
    resolve(specifier, context, next) {
      if (!concerns(specifier)) return next(specifier, context);
      try {
        return next(specifier, context);
      } catch (error) {
        if (isNotFound(error)) return next(specifier, { ...context, parentURL: fallback.inside });
        throw error;
      }
    },
  });
}

function isNotFound(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
}
