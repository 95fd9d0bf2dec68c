import type { LineStyle, MarkerShape, Outline } from '../../figures/index.js';
import { markerShape } from '../../figures/index.js';
import type { Paint } from './color.js';
import { paintOf } from './color.js';
import { HALO_WIDTH, haloOf } from './halo.js';
import { pixels } from './pixels.js';

/** Outlines of a marker that are filled and drawn round together, over the layers before. */
export interface MarkerLayer {
  outlines: readonly Outline[];
  fill: Paint | undefined;
  stroke: Paint | undefined;
  /** Of the stroke, in pixels. */
  width: number;
  join: MarkerShape['join'];
}

/** What a marker of a style is made of, from the lowest layer to the highest; undefined without a marker. */
export function markerLayers(style: LineStyle, line: Paint): MarkerLayer[] | undefined {
  const { marker, fillstyle = 'full' } = style;
  const shape = marker === null || style.markersize === 0 ? undefined : markerShape(marker, fillstyle);
  if (!shape) return undefined;
  const { face, alt, join } = shape;
  const { inside, other, edge } = paintsOf(style, line);
  const width = marker === ',' ? 0 : pixels(style.markeredgewidth ?? 1);
  const stroke = width > 0 ? edge : undefined;
  const all = { outlines: [...face, ...alt], fill: undefined, stroke, width, join };
  const halo = haloOf([face.some(hasInside) ? inside : undefined, alt.length > 0 ? other : undefined, stroke]);
  const layers: MarkerLayer[] = halo ? [{ ...all, stroke: halo, width: (stroke ? width : 0) + 2 * HALO_WIDTH }] : [];
  if (alt.length === 0) layers.push({ ...all, fill: inside });
  else {
    layers.push({ ...all, outlines: face, fill: inside, stroke: undefined });
    layers.push({ ...all, outlines: alt, fill: other, stroke: undefined }, all);
  }
  return layers.filter((layer) => layer.fill ?? layer.stroke);
}

function hasInside(outline: Outline): boolean {
  return 'radius' in outline || outline.points.length > 2;
}

/** The paints of a marker; undefined is not painted. */
function paintsOf(style: LineStyle, line: Paint): Record<'inside' | 'other' | 'edge', Paint | undefined> {
  const { markerfacecolor, markerfacecoloralt, markeredgecolor, alpha } = style;
  const isHollow = style.fillstyle === 'none' || markerfacecolor === 'none';
  const inside = isHollow ? undefined : (paintOf(markerfacecolor, alpha) ?? line);
  // An edge in the line's colour is as opaque as the face.
  const edge = paintOf(markeredgecolor, alpha) ?? { ...line, opacity: (inside ?? line).opacity };
  const other = markerfacecoloralt === 'auto' ? line : paintOf(markerfacecoloralt, alpha);
  return { inside: seen(inside), other: seen(other), edge: seen(edge) };
}

function seen(paint: Paint | undefined): Paint | undefined {
  return paint && paint.opacity > 0 ? paint : undefined;
}
