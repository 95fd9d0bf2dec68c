import type { PlotChoices } from '../../src/lab/draw/plot-choices.js';

/** A plot of which a user has changed nothing, or what is given; what is asked for goes nowhere. */
export function plotChoices(changes: Partial<PlotChoices> = {}): PlotChoices {
  return {
    x: { limits: null, isLog: false },
    y: { limits: null, isLog: false },
    isSwapped: false,
    hasGrid: true,
    drag: 'zoom',
    lines: [],
    zoom: () => {},
    home: () => {},
    toggle: () => {},
    pin: () => {},
    ...changes,
  };
}
