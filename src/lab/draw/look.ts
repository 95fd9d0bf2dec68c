import type { DrawStyle, LineStyle } from '../../figures/index.js';
import { dashPattern, readLineStyle } from '../../figures/index.js';
import type { Paint } from './color.js';
import { paintOf, paletteColor } from './color.js';
import { haloOf } from './halo.js';
import type { MarkerLayer } from './marker-layers.js';
import { markerLayers } from './marker-layers.js';
import { pixels } from './pixels.js';
import { round } from './svg.js';

/** A line's style in pixels and CSS. */
export interface Look {
  /** The line's colour, which its group has as CSS `color`. */
  color: string;
  /** The line, in its group's colour. */
  paint: Paint;
  /** What is drawn under the line where it could not be seen else. */
  halo: Paint | undefined;
  /** Width of the line, 0 for none. */
  width: number;
  /** Dashes and gaps in pixels; empty for a solid line. */
  dashes: readonly number[];
  /** How far into the dashes the line begins. */
  dashOffset: number;
  cap: 'butt' | 'square';
  drawstyle: DrawStyle;
  /** The marker, from its lowest layer to its highest. */
  marker: readonly MarkerLayer[] | undefined;
  markerSize: number;
  /** The first point with a marker, and how many points on the next one is. */
  markEvery: readonly [start: number, step: number];
}

/** Translates a style from matplotlib's words and units; `index` chooses the colour if none is given. */
export function lookOf(given: LineStyle, index: number): Look {
  const style = readLineStyle(given);
  const chosen = paintOf(style.color, style.alpha);
  const paint: Paint = { opacity: style.alpha ?? 1, ...chosen, css: 'currentColor' };
  const width = style.linestyle === null || paint.opacity === 0 ? 0 : pixels(style.linewidth);
  const [offset, dashes] = dashPattern(style.linestyle ?? '-', width);
  return {
    color: chosen?.css ?? paletteColor(index),
    paint,
    halo: haloOf([paint]),
    width,
    dashes: dashes.map(round),
    dashOffset: round(offset),
    cap: dashes.length > 0 ? 'butt' : 'square',
    drawstyle: style.drawstyle ?? 'default',
    marker: markerLayers(style, paint),
    // A pixel is one, whatever its size is said to be.
    markerSize: style.marker === ',' ? 1 : pixels(style.markersize),
    markEvery: style.markevery ?? [0, 1],
  };
}

/** What is left of the colour of a line that stands back behind others. */
const DIM = 0.25;

/** The look of a line that stands back behind others. */
export function dimmed(look: Look): Look {
  const dim = (paint: Paint): Paint => ({ ...paint, opacity: paint.opacity * DIM });
  const layers = look.marker?.map((layer) => ({
    ...layer,
    fill: layer.fill && dim(layer.fill),
    stroke: layer.stroke && dim(layer.stroke),
  }));
  return { ...look, paint: dim(look.paint), halo: undefined, marker: layers };
}
