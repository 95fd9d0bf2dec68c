import Module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InstalledPackage } from './own-package.js';

/** Node's resolver of `require`: not documented, but every loader relies on it. */
interface ResolvingModule {
  _resolveFilename(request: string, parent: unknown, isMain: boolean, options?: unknown): string;
}

interface ResolveContext {
  parentURL?: string;
}
type NextResolve = (specifier: string, context: ResolveContext) => unknown;

/** Newer Nodes have it; older ones know only hooks that run on a thread of their own. */
interface HookableModule {
  registerHooks?(hooks: { resolve(specifier: string, context: ResolveContext, next: NextResolve): unknown }): void;
}

/**
 * Lets cells and the user's own modules import our package from any folder.
 *
 * Whoever has a copy of it gets that copy; everybody else gets the one that the kernel runs.
 */
export function installModuleFallback(own: InstalledPackage): void {
  const concerns = (request: string): boolean => request === own.name || request.startsWith(`${own.name}/`);
  const inside = join(own.directory, 'package.json');
  fallBackInRequire(concerns, inside);
  fallBackInImport(concerns, pathToFileURL(inside).href);
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

function fallBackInImport(concerns: (request: string) => boolean, inside: string): void {
  (Module as HookableModule).registerHooks?.({
    resolve(specifier, context, next) {
      if (!concerns(specifier)) return next(specifier, context);
      try {
        return next(specifier, context);
      } catch (error) {
        if (isNotFound(error)) return next(specifier, { ...context, parentURL: inside });
        throw error;
      }
    },
  });
}

function isNotFound(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
}
