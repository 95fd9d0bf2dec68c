import type { LineStyle } from './spec.js';

/** A style that cannot be drawn; the message lists what can. */
export class StyleError extends TypeError {
  override readonly name = 'StyleError';
}

/** How a line looks, in matplotlib's words. */
export interface LineStyleOptions {
  /** Any CSS colour; default: the next of the theme's colours. */
  color?: string;
  /** A marker such as `o`, `x`, `+`, `s`; `none` (default) for no marker. */
  marker?: string;
  /** The marker's size in points; default 6. */
  markersize?: number;
  /** `-` (default), `--`, `:`, `-.` or `none`. */
  linestyle?: string;
  /** The line's width in points; default 1.5. */
  linewidth?: number;
}

const MARKERS: readonly string[] = [
  '.',
  ',',
  'o',
  'v',
  '^',
  '<',
  '>',
  's',
  'p',
  '*',
  'h',
  '+',
  'x',
  'D',
  'd',
  '|',
  '_',
];

const LINESTYLES: Readonly<Record<string, string>> = {
  '-': '-',
  '--': '--',
  '-.': '-.',
  ':': ':',
  solid: '-',
  dashed: '--',
  dashdot: '-.',
  dotted: ':',
};

const NOTHING: readonly string[] = ['', ' ', 'none', 'None'];

/** Checks a style and fills in matplotlib's defaults. Throws a {@link StyleError} naming the option. */
export function lineStyle(options: LineStyleOptions): LineStyle {
  const { color, marker = 'none', markersize = 6, linestyle = '-', linewidth = 1.5 } = options;
  if (color !== undefined && (typeof color !== 'string' || color === '')) {
    throw new StyleError(`color is ${String(color)}; give a CSS colour such as 'red' or '#c00'.`);
  }
  return {
    color: color ?? null,
    marker: choose('marker', marker, Object.fromEntries(MARKERS.map((each) => [each, each]))),
    markersize: size('markersize', markersize),
    linestyle: choose('linestyle', linestyle, LINESTYLES),
    linewidth: size('linewidth', linewidth),
  };
}

function choose(option: string, value: unknown, known: Readonly<Record<string, string>>): string | null {
  if (NOTHING.includes(value as string)) return null;
  if (typeof value === 'string' && Object.hasOwn(known, value)) return known[value] as string;
  const names = [...Object.keys(known), 'none'].map((name) => `'${name}'`).join(', ');
  throw new StyleError(`${option} is ${JSON.stringify(value)}, but must be one of ${names}.`);
}

function size(option: string, value: unknown): number {
  if (typeof value === 'number' && value >= 0 && Number.isFinite(value)) return value;
  throw new StyleError(`${option} is ${String(value)}, but must be a number of points, 0 or more.`);
}
