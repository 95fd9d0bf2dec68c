import type { Color } from './color.js';
import type { DashPattern } from './dashes.js';
import type { FillStyle } from './marker-shapes.js';
import type { DrawStyle } from './spec.js';

/** Words that an editor offers, where others are seen to while the program runs. */
type Word<Known extends string> = Known | (string & Record<never, never>);

/**
 * A marker in matplotlib's letters, or its numbers from 0 to 11: ticks to the left, right, top and bottom
 * (0 to 3), carets that point there with their tip (4 to 7) or their base (8 to 11) on the point.
 */
export type Marker =
  | Word<
      | '.'
      | ','
      | 'o'
      | 'v'
      | '^'
      | '<'
      | '>'
      | '1'
      | '2'
      | '3'
      | '4'
      | '8'
      | 's'
      | 'p'
      | 'P'
      | '*'
      | 'h'
      | 'H'
      | '+'
      | 'x'
      | 'X'
      | 'D'
      | 'd'
      | '|'
      | '_'
      | 'none'
    >
  | number;

/** How a line looks, in matplotlib's words; null is the same as an option left out. */
export interface LineStyleOptions {
  /**
   * The colour: `'red'`, `'tab:blue'`, `'r'`, `'C0'`, `'#c00'`, `'0.5'`, `[r, g, b]`, with matplotlib's
   * values. Default: the next of the theme's colours, which can be seen on light and dark.
   */
  color?: Color | null;
  /** Short for `color`. */
  c?: Color | null;
  /** Opacity of line and markers from 0 to 1, in place of the colours' own. Default: theirs. */
  alpha?: number | null;
  /** `'-'` (default), `'--'`, `':'`, `'-.'`, `'none'`, or `[offset, [on, off, ...]]` in line widths. */
  linestyle?: Word<'-' | '--' | '-.' | ':' | 'solid' | 'dashed' | 'dashdot' | 'dotted' | 'none'> | DashPattern | null;
  /** Short for `linestyle`. */
  ls?: LineStyleOptions['linestyle'];
  /** The line's width in points, 1/72 inch. Default: 1.5. */
  linewidth?: number | null;
  /** Short for `linewidth`. */
  lw?: number | null;
  /** How points are connected: `'default'` straight, or by steps; `'steps'` is `'steps-pre'`. */
  drawstyle?: Word<DrawStyle | 'steps'> | null;
  /** Short for `drawstyle`. */
  ds?: LineStyleOptions['drawstyle'];
  /** A marker such as `'o'`, `'x'`, `'+'`, `'s'`, or a number from 0 to 11. Default: `'none'`. */
  marker?: Marker | null;
  /** The marker's size in points. Default: 6. */
  markersize?: number | null;
  /** Short for `markersize`. */
  ms?: number | null;
  /** The part of the marker that has the face's colour. Default: `'full'`. */
  fillstyle?: Word<FillStyle> | null;
  /** The colour inside the marker. Default: the line's (`'auto'`). */
  markerfacecolor?: Color | null;
  /** Short for `markerfacecolor`. */
  mfc?: Color | null;
  /** The colour of the other half of a marker that is half filled; `'auto'`: the line's. Default: `'none'`. */
  markerfacecoloralt?: Color | null;
  /** Short for `markerfacecoloralt`. */
  mfcalt?: Color | null;
  /** The colour of the marker's edge. Default: the line's (`'auto'`). */
  markeredgecolor?: Color | null;
  /** Short for `markeredgecolor`. */
  mec?: Color | null;
  /** The width of the marker's edge in points. Default: 1. */
  markeredgewidth?: number | null;
  /** Short for `markeredgewidth`. */
  mew?: number | null;
  /** A marker only on every so many points, or `[start, step]`. Default: on every point. */
  markevery?: number | readonly number[] | null;
}
