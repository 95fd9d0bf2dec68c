import { types } from 'node:util';
import { pictureOfFit } from '../../figures/index.js';
import { bufferToBase64 } from '../buffer-base64.js';
import { tableHtml } from './data-table.js';
import { planBundle } from './plan-bundle.js';
import type { ExpressionOf } from './plan-bundle.js';
import { tableOf } from './ready-tables.js';
import { valueText } from './value-text.js';

/** One value in several forms, by MIME type. */
export type MimeBundle = Record<string, unknown>;

/** A value whose own forms cannot be shown. */
export class DisplayError extends TypeError {
  override readonly name = 'DisplayError';
}

/** Shown in the colours of the error stream; JupyterLab knows it, everybody else shows the plain text. */
const ERROR_MIME = 'application/vnd.jupyter.stderr';

const DISPLAY: unique symbol = Symbol.for('Jupyter.display') as never;

/** Describes an error in the user's own lines. */
export type DescribeError = (error: unknown) => string;

/**
 * The forms in which a value is shown: those it gives itself, else ready ones. There is always a text.
 *
 * It is a promise only where the value's own method returns one.
 */
export function mimeBundle(
  value: unknown,
  describeError: DescribeError,
  expressionOf?: ExpressionOf,
): MimeBundle | Promise<MimeBundle> {
  const method = displayMethod(value);
  if (!method) return planBundle(value, expressionOf) ?? readyBundle(value, describeError);
  const own = method.call(value);
  const take = (bundle: unknown): MimeBundle => withPicture(value, checked(bundle, valueText(value)));
  return types.isPromise(own) ? own.then(take) : take(own);
}

/** A bundle as a user gives it, ready to be sent; `text` is for a bundle that has no text. */
export function checked(bundle: unknown, text: string): MimeBundle {
  if (typeof bundle !== 'object' || bundle === null || Array.isArray(bundle)) {
    throw new DisplayError(`What is displayed must be an object of MIME types, not ${valueText(bundle)}.`);
  }
  const forms = Object.entries(bundle).map(([type, form]) => [type, sendable(type, form)] as const);
  return { 'text/plain': text, ...Object.fromEntries(forms) };
}

/** Fits know their tables; that they can be drawn is known here, since figures come after fits. */
function withPicture(value: unknown, bundle: MimeBundle): MimeBundle {
  const picture = pictureOfFit(value);
  if (picture === undefined) return bundle;
  return { ...bundle, 'text/html': `${picture}${String(bundle['text/html'] ?? '')}`, 'image/svg+xml': picture };
}

function readyBundle(value: unknown, describeError: DescribeError): MimeBundle {
  if (types.isNativeError(value)) {
    const text = describeError(value);
    return { [ERROR_MIME]: text, 'text/plain': text };
  }
  const text = valueText(value);
  const html = htmlOf(value);
  return html === undefined ? { 'text/plain': text } : { 'text/html': html, 'text/plain': text };
}

/** A proxy or a getter may refuse to be looked at; the text is there in any case. */
function htmlOf(value: unknown): string | undefined {
  try {
    const table = tableOf(value);
    return table && tableHtml(table);
  } catch {
    return undefined;
  }
}

/** Bytes travel as base64, everything else as JSON. */
function sendable(type: string, form: unknown): unknown {
  if (ArrayBuffer.isView(form)) return bufferToBase64(form);
  if (typeof form === 'string') return form;
  if (/^(text\/|image\/)/.test(type) && !isListOfText(form)) {
    throw new DisplayError(`The form '${type}' must be a text or bytes, not ${valueText(form)}.`);
  }
  try {
    return JSON.parse(JSON.stringify(form)) as unknown;
  } catch (error) {
    throw new DisplayError(`The form '${type}' cannot be written as JSON: ${(error as Error).message}`);
  }
}

function isListOfText(form: unknown): boolean {
  return Array.isArray(form) && form.every((line) => typeof line === 'string');
}

function displayMethod(value: unknown): (() => unknown) | undefined {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  const method = (value as { [DISPLAY]?: unknown })[DISPLAY];
  return typeof method === 'function' ? (method as () => unknown) : undefined;
}
