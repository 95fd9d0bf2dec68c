import { nearest } from '../text/index.js';
import { hexOf, rgbaOf } from './color.js';
import type { DashPattern } from './dashes.js';
import { isDashPattern, LINESTYLES } from './dashes.js';
import { MARKERS } from './marker-shapes.js';
import { COLOR_NAMES } from './named-colors.js';

/** A style that cannot be drawn; the message lists what can. */
export class StyleError extends TypeError {
  override readonly name = 'StyleError';
}

/** Words for nothing at all. */
const NOTHING: readonly unknown[] = ['', ' ', 'none', 'None'];

const COLOR_FORMS =
  "a name such as 'red' or 'tab:blue', a letter of 'bgrcmykw', 'C0' and so on, '#rgb' or '#rrggbb' (with alpha " +
  "'#rgba' or '#rrggbbaa'), a gray from '0' to '1', [r, g, b] or [r, g, b, a] with numbers from 0 to 1, 'none', " +
  "or one of these with an alpha, as ['red', 0.5]; xkcd's names are not known";

/** A colour as `#rrggbb`, `#rrggbbaa` or `none`. */
export function colorOf(option: string, value: unknown): string {
  if (typeof value === 'string' && value.toLowerCase() === 'none') return 'none';
  const rgba = rgbaOf(value);
  if (!rgba) throw refusal(option, value, COLOR_FORMS, COLOR_NAMES);
  return hexOf(rgba);
}

/** The same for markers, which may have the line's colour: `auto`. */
export function markerColorOf(option: string, value: unknown): string {
  return value === 'auto' ? 'auto' : colorOf(option, value);
}

export function markerOf(option: string, value: unknown): string | number | null {
  return NOTHING.includes(value) ? null : oneOf(option, value, ['none', ...MARKERS]);
}

export function linestyleOf(option: string, value: unknown): string | DashPattern | null {
  if (NOTHING.includes(value)) return null;
  if (isDashPattern(value)) return value;
  if (typeof value === 'string' && Object.hasOwn(LINESTYLES, value)) return LINESTYLES[value] as string;
  const known = [...Object.keys(LINESTYLES), 'none'];
  throw refusal(option, value, `one of ${quoted(known)}, or [offset, [on, off, ...]] in line widths`, known);
}

export function alphaOf(option: string, value: unknown): number {
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  throw refusal(option, value, 'a number from 0 to 1');
}

export function pointsOf(option: string, value: unknown): number {
  if (typeof value === 'number' && value >= 0 && Number.isFinite(value)) return value;
  throw refusal(option, value, 'a number of points, 0 or more');
}

export function everyOf(option: string, value: unknown): readonly [start: number, step: number] {
  const [start, step] = (Array.isArray(value) && value.length === 2 ? value : [0, value]) as [unknown, unknown];
  if (isCount(start, 0) && isCount(step, 1)) return [start, step];
  throw refusal(option, value, 'a whole number from 1, or [start, step] with a start from 0');
}

export function oneOf<Known extends string | number>(option: string, value: unknown, known: readonly Known[]): Known {
  if (known.includes(value as Known)) return value as Known;
  throw refusal(option, value, `one of ${quoted(known)}`, known);
}

function isCount(value: unknown, least: number): value is number {
  return Number.isInteger(value) && (value as number) >= least;
}

function refusal(option: string, value: unknown, wanted: string, known: readonly unknown[] = []): StyleError {
  const words = known.filter((each) => typeof each === 'string' && each.length > 1) as string[];
  const near = typeof value === 'string' ? nearest(value, words) : undefined;
  const hint = near === undefined ? '' : ` Did you mean '${near}'?`;
  return new StyleError(`${option} is ${shown(value)}, but must be ${wanted}.${hint}`);
}

function quoted(words: readonly unknown[]): string {
  return words.map((word) => (typeof word === 'string' ? `'${word}'` : String(word))).join(', ');
}

function shown(value: unknown): string {
  return typeof value === 'string' || Array.isArray(value) ? JSON.stringify(value) : String(value);
}
