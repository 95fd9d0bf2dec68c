import type { Sharing } from '../figures/index.js';
import type { Axes } from './axes.js';
import { Figure } from './figure.js';
import { checkOptions, OptionError } from './options.js';

/** The options of {@link subplots}. */
export interface SubplotsOptions {
  /** Panels that have the same limits along x: `true` or `'all'`, `'row'`, `'col'`; default none. */
  sharex?: boolean | Sharing;
  /** The same along y. */
  sharey?: boolean | Sharing;
  /** Whether one panel comes by itself, and one row or column as a list; else always rows of lists. Default true. */
  squeeze?: boolean;
}

/** So many of something: a tuple where the number is known, and can be. */
type Several<T, N extends number, Some extends readonly T[] = readonly []> = number extends N
  ? readonly T[]
  : Some['length'] extends N
    ? Some
    : Some['length'] extends MostSide
      ? readonly T[]
      : Several<T, N, readonly [...Some, T]>;

/**
 * What {@link subplots} gives beside the figure: one pair of axes, a list of them, or a list of rows; any
 * of these where rows and columns are not known before.
 */
export type AxesGrid<R extends number, C extends number> = number extends R | C
  ? Axes | readonly Axes[] | readonly (readonly Axes[])[]
  : R extends 1
    ? C extends 1
      ? Axes
      : Several<Axes, C>
    : C extends 1
      ? Several<Axes, R>
      : Several<Several<Axes, C>, R>;

const KNOWN: readonly string[] = ['sharex', 'sharey', 'squeeze'];

/** More panels than these are no figure that anybody reads. */
const MOST_SIDE = 20;
type MostSide = typeof MOST_SIDE;

/**
 * Makes a figure of panels, on whose axes callbacks draw, and shows it: matplotlib's `plt.subplots`.
 *
 * @param rows - how many rows of panels; default 1
 * @param cols - how many columns; default 1
 * @param options - `sharex`, `sharey`: which panels have the same limits; `squeeze`
 * @returns the figure and its axes: one, a list where there is one row or one column, else a list of rows
 * @throws OptionError for numbers of panels that cannot be, and for options that are unknown
 *
 * @example
 * ```ts
 * const [fig, [top, bottom]] = subplots(2, 1, { sharex: true })
 * await RE(scan([det1, det2], motor, -1, 1, 21), [
 *   new LivePlot('det1', 'motor', { ax: top }),
 *   new LivePlot('det2', 'motor', { ax: bottom }),
 * ])
 * ```
 *
 * @example
 * ```ts
 * const [fig, ax] = subplots()
 * const [fig2, [[a, b], [c, d]]] = subplots(2, 2)
 * ```
 */
export function subplots(options?: SubplotsOptions): [figure: Figure, axes: Axes];
export function subplots<R extends number>(rows: R, options?: SubplotsOptions): [figure: Figure, axes: AxesGrid<R, 1>];
export function subplots<R extends number, C extends number>(
  rows: R,
  cols: C,
  options: SubplotsOptions & { squeeze: false },
): [figure: Figure, axes: Several<Several<Axes, C>, R>];
export function subplots<R extends number, C extends number>(
  rows: R,
  cols: C,
  options?: SubplotsOptions,
): [figure: Figure, axes: AxesGrid<R, C>];
export function subplots(...args: (number | SubplotsOptions | undefined)[]): [figure: Figure, axes: unknown] {
  const options = args.find((arg) => typeof arg === 'object') ?? {};
  const [rows = 1, cols = 1] = args.filter((arg) => typeof arg !== 'object') as number[];
  checkOptions('subplots', options, KNOWN);
  const figure = new Figure({
    rows: checkedSide('rows', rows),
    cols: checkedSide('cols', cols),
    sharex: sharing('sharex', options.sharex),
    sharey: sharing('sharey', options.sharey),
  });
  figure.show();
  const grid = Array.from({ length: rows }, (_, row) => figure.axes.slice(row * cols, (row + 1) * cols));
  return [figure, options.squeeze === false ? grid : squeezed(grid)];
}

function squeezed(grid: readonly (readonly Axes[])[]): unknown {
  const list = grid.length === 1 ? grid[0] : grid[0]?.length === 1 ? grid.flat() : grid;
  return list?.length === 1 ? list[0] : list;
}

function checkedSide(name: string, value: unknown): number {
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_SIDE) return value as number;
  throw new OptionError(`subplots: ${name} is ${String(value)}; give a whole number from 1 to ${MOST_SIDE}.`);
}

function sharing(name: string, value: unknown): Sharing {
  switch (value) {
    case true:
      return 'all';
    case undefined:
    case false:
      return 'none';
    case 'all':
    case 'row':
    case 'col':
    case 'none':
      return value;
    default:
      throw new OptionError(`subplots: ${name} is ${String(value)}; give true, false, 'all', 'row', 'col' or 'none'.`);
  }
}
