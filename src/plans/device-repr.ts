import { nameOf } from '../devices/index.js';
import { isPlainObject } from '../host/index.js';
import { pythonRepr } from '../text/index.js';

/** How a device is written in metadata: by its own `toString`, else by class and name. */
export function deviceRepr(device: unknown): string {
  const text = String(device);
  if (!text.startsWith('[object')) return text;
  return `${(device as object).constructor?.name ?? 'Object'}(name='${nameOf(device)}')`;
}

/** Any value as metadata and messages write it: as Python's `repr`, devices among them. */
export function reprOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(reprOf).join(', ')}]`;
  if (typeof value === 'function' && !('name' in value && 'read' in value)) return functionRepr(value);
  if (isPlainObject(value) && !('name' in value)) {
    return `{${Object.entries(value)
      .map(([key, each]) => `${pythonRepr(key)}: ${reprOf(each)}`)
      .join(', ')}}`;
  }
  return typeof value === 'object' && value !== null ? deviceRepr(value) : pythonRepr(value);
}

/** Values as Python writes a tuple of them. */
export function tupleRepr(values: readonly unknown[]): string {
  return values.length === 1 ? `(${reprOf(values[0])},)` : `(${values.map(reprOf).join(', ')})`;
}

function functionRepr(value: object): string {
  return `<function ${(value as { name?: string }).name ?? ''}>`;
}
