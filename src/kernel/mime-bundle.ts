import { inspect } from 'node:util';

import { pictureOfFit } from '../figures/index.js';

/** One value in several forms, by MIME type. */
export type MimeBundle = Record<string, unknown>;

const DISPLAY: unique symbol = Symbol.for('Jupyter.display') as never;

/** The forms in which a value is shown: those it gives itself, or else as Node prints it. */
export async function mimeBundle(value: unknown): Promise<MimeBundle> {
  const own = displayMethod(value);
  if (!own) return { 'text/plain': inspect(value) };
  const bundle = await own.call(value);
  if (typeof bundle === 'object' && bundle !== null) return withPicture(value, bundle as MimeBundle);
  throw new TypeError(`[Symbol.for('Jupyter.display')]() must return an object of MIME types, not ${inspect(bundle)}.`);
}

/** Fits know their tables; that they can be drawn is known here, since figures come after fits. */
function withPicture(value: unknown, bundle: MimeBundle): MimeBundle {
  const picture = pictureOfFit(value);
  if (picture === undefined) return bundle;
  return { ...bundle, 'text/html': `${picture}${String(bundle['text/html'] ?? '')}`, 'image/svg+xml': picture };
}

function displayMethod(value: unknown): (() => unknown) | undefined {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  const method = (value as { [DISPLAY]?: unknown })[DISPLAY];
  return typeof method === 'function' ? (method as () => unknown) : undefined;
}
