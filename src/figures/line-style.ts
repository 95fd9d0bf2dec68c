import type { LineStyleOptions } from './line-style-options.js';
import { FILL_STYLES } from './marker-shapes.js';
import type { DrawStyle, LineStyle } from './spec.js';
import {
  alphaOf,
  colorOf,
  everyOf,
  linestyleOf,
  markerColorOf,
  markerOf,
  oneOf,
  pointsOf,
  StyleError,
} from './style-checks.js';

/** How each option is checked and brought into one form. */
const CHECKS: { readonly [Name in keyof LineStyle]-?: (option: string, value: unknown) => LineStyle[Name] } = {
  color: colorOf,
  alpha: alphaOf,
  linestyle: linestyleOf,
  linewidth: pointsOf,
  drawstyle: (option, value) => oneOf(option, value === 'steps' ? 'steps-pre' : value, DRAW_STYLES),
  marker: markerOf,
  markersize: pointsOf,
  fillstyle: (option, value) => oneOf(option, value, FILL_STYLES),
  markerfacecolor: markerColorOf,
  markerfacecoloralt: markerColorOf,
  markeredgecolor: markerColorOf,
  markeredgewidth: pointsOf,
  markevery: everyOf,
};

const DRAW_STYLES: readonly DrawStyle[] = ['default', 'steps-pre', 'steps-mid', 'steps-post'];

/** matplotlib's short names. */
const ALIASES: Readonly<Record<string, keyof LineStyle>> = {
  c: 'color',
  ls: 'linestyle',
  lw: 'linewidth',
  ds: 'drawstyle',
  ms: 'markersize',
  mfc: 'markerfacecolor',
  mfcalt: 'markerfacecoloralt',
  mec: 'markeredgecolor',
  mew: 'markeredgewidth',
};

/** All names of options of a style, long and short. */
export const STYLE_OPTIONS: readonly string[] = [...Object.keys(CHECKS), ...Object.keys(ALIASES)];

/**
 * Checks a style and brings it into one form, with matplotlib's defaults.
 *
 * @throws {@link StyleError} that names the option and what it can be
 */
export function lineStyle(options: LineStyleOptions): LineStyle {
  const style = { color: null, marker: null, markersize: 6, linestyle: '-', linewidth: 1.5 };
  const seen = new Map<string, string>();
  for (const name of STYLE_OPTIONS) {
    const value = (options as Readonly<Record<string, unknown>>)[name];
    if (value === undefined) continue;
    const option = ALIASES[name] ?? (name as keyof LineStyle);
    const other = seen.get(option);
    if (other !== undefined)
      throw new StyleError(`Got both '${other}' and '${name}', which are aliases of one another`);
    seen.set(option, name);
    if (value !== null) Object.assign(style, { [option]: CHECKS[option](name, value) });
  }
  return style;
}

/** A style that comes from outside, such as a saved notebook: what cannot be drawn is as if it were left out. */
export function readLineStyle(style: LineStyle): LineStyle {
  const drawable = Object.entries(style).filter(([name, value]) => isDrawable(name, value));
  const read = lineStyle(Object.fromEntries(drawable));
  return style.linestyle === null ? { ...read, linestyle: null } : read;
}

function isDrawable(name: string, value: unknown): boolean {
  if (!Object.hasOwn(CHECKS, name)) return false;
  try {
    CHECKS[name as keyof LineStyle](name, value);
    return true;
  } catch (error) {
    if (error instanceof StyleError) return false;
    throw error;
  }
}
