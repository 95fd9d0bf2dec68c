import { beforeEach, describe, expect, it } from 'vitest';
import type { LineSpec } from '../../figures/index.js';
import { lineChoices, plotChoices } from './plot-lines.js';
import { PlotView } from './plot-view.js';

const STYLE = { color: null, marker: null, markersize: 6, linestyle: '-', linewidth: 1.5 } as const;

function specOf(...runs: string[]): LineSpec {
  const words = { description: '', xLabel: '', yLabel: '', legendTitle: '' };
  const series = runs.map((run) => ({ run, x: 'x', y: 'y', epoch: 'run', label: run, style: STYLE }) as const);
  return { kind: 'line', id: 'f', ...words, xlim: null, ylim: null, series };
}

let view: PlotView;
let changes: number;
const three = specOf('a', 'b', 'c');

/** The lines that are shown, those that stand back in brackets, those that are pinned with a star. */
function shown(spec = three): string {
  return lineChoices(spec, view)
    .flatMap(({ isShown, isDim, isPinned }, at) => {
      const name = `${spec.series[at]?.run}${isPinned ? '*' : ''}`;
      return isShown ? [isDim ? `(${name})` : name] : [];
    })
    .join(' ');
}

const press = (line: number, only = false): void => plotChoices(three, view).toggle(line, only);
const pin = (line: number): void => plotChoices(three, view).pin(line);

beforeEach(() => {
  changes = 0;
  view = new PlotView(() => (changes += 1));
});

describe('the lines of a plot', () => {
  it('are switched off and on by the legend', () => {
    press(1);
    expect(shown()).toBe('a c');
    expect(changes).toBeGreaterThan(0);
    press(1);
    expect(shown()).toBe('a b c');
  });

  it('are shown alone, and all again', () => {
    press(1, true);
    expect(shown()).toBe('b');
    press(2, true);
    expect(shown()).toBe('c');
    press(2, true);
    expect(shown()).toBe('a b c');
  });

  it('stay switched off when others come or go', () => {
    press(0);
    expect(shown(specOf('a', 'b', 'c', 'd'))).toBe('b c d');
    expect(shown(specOf('b', 'c'))).toBe('b c');
  });

  it('that are pinned stay, and others than the last run stand back', () => {
    pin(0);
    expect(shown()).toBe('a* (b) c');
    press(1, true);
    expect(shown()).toBe('a* (b)');
    press(1, true);
    view.onlyLast = true;
    expect(shown()).toBe('a* c');
    pin(0);
    expect(shown()).toBe('c');
  });

  it('that were pinned are hidden and no longer pinned by their own entry', () => {
    pin(0);
    press(0);
    expect(shown()).toBe('b c');
    press(0);
    expect(shown()).toBe('a b c');
  });

  it('of which only the last was wanted are as they are seen when one is pressed', () => {
    view.onlyLast = true;
    expect(shown()).toBe('c');
    press(0);
    expect(shown()).toBe('a c');
    expect(view.onlyLast).toBe(false);
  });
});

describe('axes', () => {
  it('that are shared are zoomed together, and every plot is told', () => {
    let others = 0;
    const other = new PlotView(() => (others += 1), { x: view.x });
    plotChoices(three, view).zoom({ x: [1, 2], y: [3, 4] });
    expect(plotChoices(three, other).x.limits).toEqual([1, 2]);
    expect(plotChoices(three, other).y.limits).toBeNull();
    expect([changes, others]).toEqual([2, 1]);
    other.home();
    expect(plotChoices(three, view).x.limits).toBeNull();
    expect(plotChoices(three, view).y.limits).toEqual([3, 4]);
  });
});
