import { isArrayLike, numpyRepr } from './numpy-repr.js';

/** A float as Python's `repr` writes it: the shortest digits that read back as the same number. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa = '', power] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/**
 * A value as Python's `repr` writes it. A whole number is written as an int, since JavaScript does not keep
 * 1 and 1.0 apart.
 */
export function pythonRepr(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return Number.isInteger(value) ? String(BigInt(value)) : pythonFloat(value);
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  if (isArrayLike(value)) return numpyRepr(value);
  return isDict(value) ? dictRepr(value) : String(value);
}

/** A value as Python's `str` writes it: as `repr` does, but a text stands without quotes. */
export function pythonStr(value: unknown): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** Whether `value` is written as `{ ... }`; objects of classes say themselves what they are. */
function isDict(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function dictRepr(dict: Record<string, unknown>): string {
  return `{${Object.entries(dict)
    .map(([key, value]) => `${quoted(key)}: ${pythonRepr(value)}`)
    .join(', ')}}`;
}

/** In single quotes, or in double ones where that spares a backslash. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[\\\n\r\t]|'/g, (each) => {
    if (each === "'") return quote === "'" ? "\\'" : each;
    return ESCAPES[each] ?? each;
  });
  return quote + escaped + quote;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
