import type { LineSeries, LineSpec } from '../../figures/index.js';
import type { LineChoice, PlotChoices } from '../draw/plot-choices.js';
import type { PlotView } from './plot-view.js';

/** A line's name that stays the same while others come and go. */
export function lineKey({ run, x, y }: LineSeries): string {
  return JSON.stringify([run, x, y]);
}

/**
 * How each line of a plot is shown: what is pinned always; of the others not those that were switched off,
 * nor, on demand, any but those of the last run. Where something is pinned, all lines stand back that are
 * neither pinned nor of the last run.
 */
export function lineChoices({ series }: LineSpec, { hidden, pinned, onlyLast }: PlotView): LineChoice[] {
  const last = series.at(-1)?.run;
  const keys = series.map(lineKey);
  const anyPinned = keys.some((key) => pinned.has(key));
  return series.map(({ run }, at) => {
    const key = keys[at] as string;
    const isPinned = pinned.has(key);
    const isShown = isPinned || (!hidden.has(key) && (!onlyLast || run === last));
    return { isShown, isPinned, isDim: anyPinned && !isPinned && run !== last };
  });
}

/** Shows or hides a line as a press of its entry in the legend does; `only` shows it alone, or all if it is alone. */
export function toggleLine(spec: LineSpec, view: PlotView, line: number, only: boolean): void {
  const keys = spec.series.map(lineKey);
  const choices = lineChoices(spec, view);
  const isAlone = choices.every(({ isShown, isPinned }, at) => isPinned || isShown === (at === line));
  const { isShown = true, isPinned = false } = choices[line] ?? {};
  const stays = (at: number): boolean => {
    if (only) return isAlone || at === line;
    return at === line ? !isShown : (choices[at]?.isShown ?? true);
  };
  // Who hides a line that was pinned wants it no longer.
  if (isPinned && !only) view.pin(keys[line] as string, false);
  view.onlyLast = false;
  view.hide(keys.filter((_, at) => !stays(at)));
}

/** What a plot is drawn with. */
export function plotChoices(spec: LineSpec, view: PlotView): PlotChoices {
  const { x, y, isSwapped, hasGrid, drag } = view;
  return {
    x: { limits: x.limits, isLog: x.isLog },
    y: { limits: y.limits, isLog: y.isLog },
    isSwapped,
    hasGrid,
    drag,
    lines: lineChoices(spec, view),
    zoom: (to) => view.zoom(to),
    home: () => view.home(),
    toggle: (line, only) => toggleLine(spec, view, line, only),
    pin: (line) => {
      const key = lineKey(spec.series[line] as LineSeries);
      view.pin(key, !view.pinned.has(key));
    },
  };
}
