/** Dashes and gaps that repeat along a line, begun `offset` into them. */
export type DashPattern = readonly [offset: number, dashes: readonly number[]];

/** What matplotlib's words for linestyles stand for. */
export const LINESTYLES: Readonly<Record<string, '-' | '--' | '-.' | ':'>> = {
  '-': '-',
  '--': '--',
  '-.': '-.',
  ':': ':',
  solid: '-',
  dashed: '--',
  dashdot: '-.',
  dotted: ':',
};

/** matplotlib's patterns (`lines.dashed_pattern` and so on in its rcParams), in line widths. */
const PATTERNS: Readonly<Record<string, DashPattern>> = {
  '--': [0, [3.7, 1.6]],
  '-.': [0, [6.4, 1.6, 1, 1.6]],
  ':': [0, [1, 1.65]],
};

const SOLID: DashPattern = [0, []];

/**
 * The pattern of a linestyle, in the unit of the line's width; without dashes for a solid line.
 *
 * Patterns are multiples of the width, those that are given as numbers too (matplotlib's
 * `lines.scale_dashes`).
 */
export function dashPattern(linestyle: string | DashPattern, linewidth: number): DashPattern {
  const [offset, dashes] = typeof linestyle === 'string' ? (PATTERNS[linestyle] ?? SOLID) : linestyle;
  const length = dashes.reduce((sum, each) => sum + each, 0);
  if (length === 0 || linewidth === 0) return SOLID;
  return [modulo(offset, length) * linewidth, dashes.map((each) => each * linewidth)];
}

/** Whether a value is a pattern that can be drawn; gaps and dashes come in pairs. */
export function isDashPattern(value: unknown): value is DashPattern {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [offset, dashes] = value as [unknown, unknown];
  if (typeof offset !== 'number' || !Number.isFinite(offset) || !Array.isArray(dashes)) return false;
  const lengths = dashes.filter((each) => typeof each === 'number' && each >= 0 && Number.isFinite(each)) as number[];
  return lengths.length === dashes.length && lengths.length % 2 === 0 && lengths.some((each) => each > 0);
}

function modulo(value: number, length: number): number {
  return ((value % length) + length) % length;
}
