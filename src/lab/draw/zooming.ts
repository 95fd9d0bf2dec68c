import type { Axes } from './axes.js';
import type { AxisScale } from './axis-scale.js';
import { isLogarithmic } from './axis-scale.js';
import { canShow } from './limits.js';
import type { Limits } from './limits.js';
import type { Place } from './shown-points.js';

/** Two places that are the corners of a part of a plot, in pixels. */
export type Box = readonly [from: Place, to: Place];

/** New limits of the axes; an axis that is left out, or undefined, stays as it is. */
export interface Zoom {
  x?: Limits | undefined;
  y?: Limits | undefined;
}

/** In which directions on the screen something changes. */
export type Directions = 'across' | 'up' | 'both';

/** What is shown between two places of the plot comes to fill it. */
export function zoomTo(axes: Axes, [from, to]: Box, directions: Directions): Zoom {
  return change(axes, directions, (scale, isAcross) => {
    const [a, b] = isAcross ? [from.x, to.x] : [from.y, to.y];
    const [begin = 0, end = 1] = scale.range();
    const [low, high] = a <= b === begin <= end ? [a, b] : [b, a];
    return [scale.invert(low), scale.invert(high)];
  });
}

/** Shows `factor` times as much, and what is at a place stays there. */
export function zoomBy(axes: Axes, factor: number, at: Place, directions: Directions): Zoom {
  return change(axes, directions, (scale, isAcross) => {
    const fixed = isAcross ? at.x : at.y;
    const [begin = 0, end = 1] = scale.range();
    return [scale.invert(fixed + (begin - fixed) * factor), scale.invert(fixed + (end - fixed) * factor)];
  });
}

/** Moves what is shown by some pixels to the right and downwards. */
export function panBy(axes: Axes, { x, y }: Place): Zoom {
  return change(axes, 'both', (scale, isAcross) => {
    const by = isAcross ? x : y;
    const [begin = 0, end = 1] = scale.range();
    return by === 0 ? undefined : [scale.invert(begin - by), scale.invert(end - by)];
  });
}

/** The axes as they will be drawn with new limits. */
export function afterZoom(axes: Axes, { x, y }: Zoom): Axes {
  const zoomed = (scale: AxisScale, limits: Limits | undefined): AxisScale =>
    limits ? scale.copy().domain(limits) : scale;
  return { ...axes, x: zoomed(axes.x, x), y: zoomed(axes.y, y) };
}

function change(
  axes: Axes,
  directions: Directions,
  limits: (scale: AxisScale, isAcross: boolean) => Limits | undefined,
): Zoom {
  const of = (scale: AxisScale, isAcross: boolean): Limits | undefined => {
    if (directions !== 'both' && isAcross !== (directions === 'across')) return undefined;
    const found = limits(scale, isAcross);
    return found && canShow(found, isLogarithmic(scale)) ? found : undefined;
  };
  return { x: of(axes.x, !axes.isSwapped), y: of(axes.y, axes.isSwapped) };
}
