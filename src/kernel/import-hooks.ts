/**
 * Runs in the thread that Nodes without `module.registerHooks` keep for hooks: resolves imports of our
 * package from modules that cannot find it.
 *
 * @module
 */

/** What {@link initialize} is given by whoever registers this file. */
export interface ImportFallback {
  /** Our package's name. */
  name: string;
  /** The URL of a file in it, from where it finds itself. */
  inside: string;
}

interface ResolveContext {
  parentURL?: string;
}
type NextResolve = (specifier: string, context: ResolveContext) => Promise<unknown>;

let fallback: ImportFallback | undefined;

/** Called by Node when the hooks are registered. */
export function initialize(data: ImportFallback): void {
  fallback = data;
}

/** Called by Node for every import. */
export async function resolve(specifier: string, context: ResolveContext, next: NextResolve): Promise<unknown> {
  const { name, inside } = fallback ?? {};
  if (name === undefined || inside === undefined || !(specifier === name || specifier.startsWith(`${name}/`))) {
    return next(specifier, context);
  }
  try {
    return await next(specifier, context);
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return next(specifier, { ...context, parentURL: inside });
  }
}
