import { select } from 'd3';
import type { Axes } from './axes.js';
import type { Place } from './shown-points.js';
import type { Directions } from './zooming.js';

/** Shorter ways of the mouse are clicks. */
const CLICK = 4;

/** A box that is narrower than this, in pixels, means the other direction only. */
const NARROW = 10;

/** The box that one draws round the part of a plot that is to be shown. */
export class ZoomBox {
  readonly #element: HTMLDivElement;

  constructor(stage: HTMLElement) {
    this.#element = select(stage)
      .append('div')
      .attr('class', 'jp-Livesky-zoomBox')
      .attr('aria-hidden', 'true')
      .property('hidden', true)
      .node() as HTMLDivElement;
  }

  hide(): void {
    this.#element.hidden = true;
  }

  /** Shows the box between two places of a plot, across all of it in a direction that is not meant. */
  show(from: Place, to: Place, axes: Axes): void {
    const directions = directionsOf(from, to);
    this.#element.hidden = directions === undefined;
    if (!directions) return;
    const [left, right] = directions === 'up' ? [0, axes.width] : ordered(from.x, to.x);
    const [top, bottom] = directions === 'across' ? [0, axes.height] : ordered(from.y, to.y);
    select(this.#element)
      .style('left', `${axes.left + left}px`)
      .style('top', `${axes.top + top}px`)
      .style('width', `${right - left}px`)
      .style('height', `${bottom - top}px`);
  }
}

/** In which directions a box zooms; undefined for one that is too small to be meant. */
export function directionsOf(from: Place, to: Place): Directions | undefined {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  if (Math.max(dx, dy) < CLICK) return undefined;
  if (dy < NARROW) return 'across';
  return dx < NARROW ? 'up' : 'both';
}

function ordered(a: number, b: number): [number, number] {
  return a < b ? [a, b] : [b, a];
}
