import type { SeenAxis, SeenColors, SeenPlot } from '../../figures/index.js';
import { ON_WHITE } from '../../figures/index.js';
import type { Axes, DrawnAxes } from '../draw/axes.js';
import { isLogarithmic } from '../draw/axis-scale.js';
import { PALETTE, paletteColor } from '../draw/color.js';
import type { PlotChoices } from '../draw/plot-choices.js';

/** What a page has drawn of a plot. */
export interface PagePlot {
  host: HTMLElement;
  axes: DrawnAxes;
  choices: PlotChoices;
  /** What is written at the axes. */
  labels: { x: string; y: string };
  width: number;
  height: number;
}

/** Describes a plot of the page for a picture, in the theme's colours or on white. */
export function seenPlot({ host, axes, choices, labels, width, height }: PagePlot, onWhite: boolean): SeenPlot {
  const { left, top, isSwapped } = axes;
  const axis = (name: 'x' | 'y'): SeenAxis => ({
    limits: limitsOf(axes, name),
    isLog: isLogarithmic(axes[name]),
    label: labels[name],
    ticks: axes.ticks[name],
  });
  return {
    width,
    height,
    area: { left, top, width: axes.width, height: axes.height },
    x: axis('x'),
    y: axis('y'),
    isSwapped,
    hasGrid: choices.hasGrid,
    lines: choices.lines,
    colors: onWhite ? { ...ON_WHITE, series: [] } : themeColors(host),
  };
}

function limitsOf(axes: Axes, name: 'x' | 'y'): [number, number] {
  const [from = 0, to = 1] = axes[name].domain();
  return [from, to];
}

/** The theme's colours as they are where an element is. */
function themeColors(element: HTMLElement): SeenColors {
  const style = getComputedStyle(element);
  const valueOf = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  const series = Array.from({ length: PALETTE }, (_, index) => {
    const name = /^var\((.*)\)$/.exec(paletteColor(index))?.[1] ?? '';
    return valueOf(name, '');
  });
  return {
    background: valueOf('--jp-layout-color0', ON_WHITE.background),
    ink: valueOf('--jp-ui-font-color1', ON_WHITE.ink),
    grid: valueOf('--jp-border-color2', ON_WHITE.grid),
    series: series.filter((color) => color !== ''),
  };
}
