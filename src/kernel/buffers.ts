import type { Bytes } from '../wire/index.js';

/** Where in a state a buffer belongs: keys of objects and indices of lists. */
export type BufferPath = (string | number)[];

/** A state without its bytes, and the bytes. */
export interface Separated {
  state: Record<string, unknown>;
  bufferPaths: BufferPath[];
  buffers: Bytes[];
}

/** A path that does not lead anywhere in the state it came with. */
export class BufferPathError extends Error {
  override readonly name = 'BufferPathError';
}

/**
 * Cuts every buffer out of a state, at any depth, as ipywidgets does: a key of an object vanishes, a
 * slot of a list becomes null. The state given is left as it is.
 */
export function removeBuffers(state: Record<string, unknown>): Separated {
  const separated: Separated = { state: {}, bufferPaths: [], buffers: [] };
  separated.state = strip(state, [], separated) as Record<string, unknown>;
  return separated;
}

/** Puts buffers back into a state that {@link removeBuffers} or a page has cut them out of. */
export function restoreBuffers(
  state: Record<string, unknown>,
  paths: readonly BufferPath[],
  buffers: readonly Bytes[],
): void {
  paths.forEach((path, index) => {
    const holder = path.slice(0, -1).reduce<unknown>((at, key) => (isHolder(at) ? at[key] : undefined), state);
    const key = path.at(-1);
    const buffer = buffers[index];
    if (!isHolder(holder) || key === undefined || !buffer) {
      throw new BufferPathError(`There is no place or no bytes for the buffer path ${JSON.stringify(path)}.`);
    }
    holder[key] = buffer;
  });
}

function strip(value: unknown, path: BufferPath, into: Separated): unknown {
  if (Array.isArray(value)) return value.map((each, index) => takeOr(each, [...path, index], into, null));
  if (!isPlain(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    const rest = takeOr(each, [...path, key], into, undefined);
    if (rest !== undefined) kept[key] = rest;
  }
  return kept;
}

function takeOr(value: unknown, path: BufferPath, into: Separated, instead: null | undefined): unknown {
  const bytes = asBytes(value);
  if (!bytes) return strip(value, path, into);
  into.bufferPaths.push(path);
  into.buffers.push(bytes);
  return instead;
}

function asBytes(value: unknown): Bytes | undefined {
  if (ArrayBuffer.isView(value)) return value;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return false;
  return true;
}

function isHolder(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
