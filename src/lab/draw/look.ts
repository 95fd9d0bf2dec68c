import type { LineStyle } from '../../figures/index.js';
import { seriesColor } from './color.js';
import { markerShape } from './markers.js';
import type { MarkerShape } from './markers.js';

/** A line's style in pixels and CSS. */
export interface Look {
  color: string;
  /** Width of the line, 0 for none. */
  width: number;
  /** Dashes and gaps in pixels; empty for a solid line. */
  dashes: readonly number[];
  marker: MarkerShape | undefined;
  markerSize: number;
}

/** matplotlib's points are 1/72 of an inch, CSS' pixels 1/96. */
const PIXELS_PER_POINT = 4 / 3;

/** matplotlib's patterns, in line widths. */
const DASHES: Readonly<Record<string, readonly number[]>> = {
  '-': [],
  '--': [3.7, 1.6],
  ':': [1, 1.65],
  '-.': [6.4, 1.6, 1, 1.6],
};

/** Translates a style from matplotlib's words and units; `index` chooses the colour if none is given. */
export function lookOf(style: LineStyle, index: number): Look {
  const pattern = style.linestyle === null ? undefined : DASHES[style.linestyle];
  const width = pattern ? style.linewidth * PIXELS_PER_POINT : 0;
  return {
    color: seriesColor(style.color, index),
    width,
    dashes: (pattern ?? []).map((length) => Math.round(length * width * 100) / 100),
    marker: markerShape(style.marker),
    markerSize: style.markersize * PIXELS_PER_POINT,
  };
}
