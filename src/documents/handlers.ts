import { EventModelValueError } from './errors.js';
import type { Resource } from './generated/resource.js';

/** Reads values out of one resource: a function of a datum's arguments, or an object with a method `read`. */
export type Handler = ((datumKwargs: Kwargs) => unknown) | { read(datumKwargs: Kwargs): unknown };

/**
 * Opens a resource: a function or class of the path and the resource's arguments. May give a promise of the
 * {@link Handler}.
 */
export type HandlerFactory =
  | ((path: string, resourceKwargs: Kwargs) => Handler | PromiseLike<Handler>)
  | (new (path: string, resourceKwargs: Kwargs) => Handler);

/** What opens resources, by their `spec`. */
export type HandlerRegistry = Readonly<Record<string, HandlerFactory>>;

/** Arguments by name, as documents hold them. */
export type Kwargs = Readonly<Record<string, unknown>>;

/** Opens a resource with what is registered for its `spec`. */
export function openHandler(
  factory: HandlerFactory,
  path: string,
  resourceKwargs: Kwargs,
): Handler | PromiseLike<Handler> {
  return isClass(factory) ? new factory(path, resourceKwargs) : factory(path, resourceKwargs);
}

/** Reads what a datum refers to. */
export function readWith(handler: Handler, datumKwargs: Kwargs): unknown {
  return typeof handler === 'function' ? handler(datumKwargs) : handler.read(datumKwargs);
}

/** The `prototype` of a class cannot be replaced; that of a function can, and arrow functions have none. */
function isClass(factory: HandlerFactory): factory is new (path: string, resourceKwargs: Kwargs) => Handler {
  return Object.getOwnPropertyDescriptor(factory, 'prototype')?.writable === false;
}

/**
 * Where a resource lies: its root, as `rootMap` has it, and its path below that.
 *
 * Documents may come from anywhere, so a path must not lead out of its root. An absolute path stands for
 * itself if it is inside the root, or if there is no root.
 *
 * @throws {@link EventModelValueError} on a path that leads out
 */
export function resourcePath(resource: Resource, rootMap: Readonly<Record<string, string>>): string {
  const { root: original = '', resource_path: path } = resource;
  const root = Object.hasOwn(rootMap, original) ? (rootMap[original] as string) : original;
  if (root === '') return path;
  const joined = isAbsolute(path) ? path : `${root}${/[/\\]$/.test(root) ? '' : separator(resource)}${path}`;
  if (isInside(joined, root) || isInside(joined, original)) return joined;
  throw new EventModelValueError(`The path '${path}' of resource ${resource.uid} leads out of its root '${root}'.`);
}

function separator({ path_semantics: semantics }: Resource): string {
  return semantics === 'windows' ? '\\' : '/';
}

function isAbsolute(path: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:)/.test(path);
}

function isInside(path: string, root: string): boolean {
  const [inner, outer] = [steps(path), steps(root)];
  return root !== '' && inner !== undefined && outer !== undefined && outer.every((step, at) => inner[at] === step);
}

/** The folders of a path with `..` carried out; undefined if it leads above its beginning. */
function steps(path: string): string[] | undefined {
  const result: string[] = isAbsolute(path) ? [''] : [];
  for (const step of path.split(/[/\\]/)) {
    if (step === '' || step === '.') continue;
    if (step !== '..') result.push(step);
    else if (result.length === 0 || result.pop() === '') return undefined;
  }
  return result;
}
