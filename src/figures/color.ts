import type { ColorName } from './named-colors.js';
import { cycleColor, namedColor } from './named-colors.js';

/**
 * A colour in one of matplotlib's forms: a name or letter (`'crimson'`, `'tab:blue'`, `'r'`), `'C0'` and so
 * on, `'#rgb'` or `'#rrggbb'` (with alpha: `'#rgba'`, `'#rrggbbaa'`), a gray from `'0'` (black) to `'1'`,
 * `[r, g, b]` or `[r, g, b, a]` with numbers from 0 to 1, `'none'`, or one of these with an alpha:
 * `['red', 0.5]`.
 */
export type Color =
  | ColorName
  | (string & Record<never, never>)
  | readonly number[]
  | readonly [color: string | readonly number[], alpha: number | null];

/** Red, green, blue and alpha, from 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/**
 * A colour's value, as matplotlib's `to_rgba` has it; undefined if it is none.
 *
 * An `alpha` that is given replaces the colour's own, except that of `'none'`.
 */
export function rgbaOf(color: unknown, alpha: number | null = null): Rgba | undefined {
  if (Array.isArray(color) && color.length === 2) {
    const [inner, own] = color as unknown[];
    const opacity = alpha ?? own;
    return opacity === null || isPart(opacity) ? single(inner, opacity) : undefined;
  }
  return single(color, alpha);
}

/** A colour as `#rrggbb`, or `#rrggbbaa` if it is not opaque. */
export function hexOf(rgba: Rgba): string {
  const digits = rgba.map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.slice(0, rgba[3] === 1 ? 3 : 4).join('')}`;
}

function single(color: unknown, alpha: number | null): Rgba | undefined {
  if (typeof color !== 'string') return withAlpha(color, alpha);
  if (color.toLowerCase() === 'none') return [0, 0, 0, 0];
  const value = /^C\d+$/.test(color) ? cycleColor(Number(color.slice(1))) : (namedColor(color) ?? color);
  return withAlpha(typeof value === 'string' ? (hexParts(value) ?? grayParts(value)) : value, alpha);
}

function withAlpha(parts: unknown, alpha: number | null): Rgba | undefined {
  if (!Array.isArray(parts) || parts.length < 3 || parts.length > 4 || !parts.every(isPart)) return undefined;
  const [red, green, blue, own = 1] = parts as [number, number, number, number?];
  return [red, green, blue, alpha ?? own];
}

function isPart(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function hexParts(text: string): number[] | undefined {
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const size = digits.length > 4 ? 2 : 1;
  const most = 16 ** size - 1;
  return Array.from({ length: digits.length / size }, (_, i) => parseInt(digits.substr(i * size, size), 16) / most);
}

/** What Python's `float` reads. */
function grayParts(text: string): number[] | undefined {
  if (!/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text)) return undefined;
  const level = Number(text);
  return [level, level, level];
}
