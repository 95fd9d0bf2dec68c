import { pathSvg } from '../figures/index.js';
import type { PlanOutline } from './plan-outline.js';

/** The way of a plan over one or two motors as a picture; undefined where there is none, or over more. */
export function previewPath(outline: PlanOutline): string | undefined {
  const axes = axesOf(outline);
  const [first, second] = axes;
  if (!first || axes.length > 2 || outline.positions.length < 2) return undefined;
  const description = `The way over ${axes.map(({ name }) => name).join(' and ')}: ${outline.positions.length} points`;
  if (!second) {
    const x = Float64Array.from(outline.positions, (_, at) => at + 1);
    return pathSvg({ x, y: first.values, xLabel: 'point', yLabel: first.name, description });
  }
  // Of a grid, the slow motor comes first in its arguments and goes up the picture.
  const isGrid = Array.isArray(outline.runs[0]?.md.shape);
  const [across, up] = isGrid ? [second, first] : [first, second];
  return pathSvg({ x: across.values, y: up.values, xLabel: across.name, yLabel: up.name, description });
}

interface Axis {
  name: string;
  values: Float64Array;
}

/** The motors that the run names, else all devices that are set to several numbers. */
function axesOf({ runs, moved, positions }: PlanOutline): Axis[] {
  const motors: unknown = runs[0]?.md.motors;
  const named = Array.isArray(motors) ? motors : undefined;
  const devices = [...moved].filter(([, { name, min, max }]) => (named ? named.includes(name) : min < max));
  const order = ([, { name }]: (typeof devices)[0]): number => named?.indexOf(name) ?? 0;
  return devices
    .filter(([, { min, max }]) => Number.isFinite(min) && Number.isFinite(max))
    .sort((a, b) => order(a) - order(b))
    .map(([device, { name }]) => ({ name, values: Float64Array.from(positions, (at) => numberAt(at.get(device))) }));
}

function numberAt(value: unknown): number {
  return typeof value === 'number' ? value : NaN;
}
