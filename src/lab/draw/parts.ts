import { select } from 'd3';
import type { Paint } from './color.js';
import { HALO_WIDTH } from './halo.js';
import type { Look } from './look.js';
import type { MarkerLayer } from './marker-layers.js';
import { round } from './svg.js';

/** One path of a drawn line, with all that is said of it. */
export interface Part {
  name: 'halo' | 'stroke' | 'markers';
  d: string;
  fill?: Paint | undefined;
  stroke?: Paint | undefined;
  width: number;
  cap?: string;
  join: string;
  dashes?: readonly number[];
  dashOffset?: number;
}

/** The line itself, over its halo; `trace` makes its path, which is not asked for where there is no line. */
export function strokeParts(look: Look, trace: () => string): Part[] {
  const { halo, paint, width, cap, dashes, dashOffset } = look;
  if (width === 0) return [];
  const stroke: Part = { name: 'stroke', d: trace(), stroke: paint, width, cap, join: 'round', dashes, dashOffset };
  return halo ? [{ ...stroke, name: 'halo', stroke: halo, width: width + 2 * HALO_WIDTH }, stroke] : [stroke];
}

/** The layers of a line's markers; `trace` makes the path of all of them. */
export function markerParts(look: Look, trace: (outlines: MarkerLayer['outlines']) => string): Part[] {
  return (look.marker ?? []).map(({ outlines, fill, stroke, width, join }) => ({
    name: 'markers',
    d: trace(outlines),
    fill,
    stroke,
    width,
    join,
  }));
}

/** Puts paths into a group, or changes those that are there. */
export function drawParts(group: SVGElement, parts: readonly Part[]): void {
  select(group)
    .selectAll<SVGPathElement, Part>(':scope > path')
    .data(parts)
    .join('path')
    .attr('class', ({ name }) => `jp-Livesky-${name}`)
    .attr('fill', ({ fill }) => fill?.css ?? 'none')
    .attr('fill-opacity', ({ fill }) => opacityOf(fill))
    .attr('stroke', ({ stroke }) => stroke?.css ?? 'none')
    .attr('stroke-opacity', ({ stroke }) => opacityOf(stroke))
    .attr('stroke-width', ({ stroke, width }) => (stroke ? round(width) : null))
    .attr('stroke-linecap', ({ cap }) => cap ?? null)
    .attr('stroke-linejoin', ({ stroke, join }) => (stroke ? join : null))
    .attr('stroke-dasharray', ({ dashes = [] }) => (dashes.length > 0 ? dashes.join(' ') : null))
    .attr('stroke-dashoffset', ({ dashOffset = 0 }) => (dashOffset === 0 ? null : dashOffset))
    .attr('d', ({ d }) => d);
}

function opacityOf(paint: Paint | undefined): number | null {
  return paint && paint.opacity < 1 ? paint.opacity : null;
}
