import { afterEach, describe, expect, it } from 'vitest';

import { FakeScreen } from '../../tests/instruments/fake-screen.js';
import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import type { LineSpec, PanelsSpec } from '../figures/index.js';
import { installHost } from '../host/index.js';
import { LivePlot } from './live-plot.js';
import { OptionError } from './options.js';
import { subplots } from './subplots.js';

afterEach(() => installHost({}));

function record(run: string, ...plots: LivePlot[]): void {
  const documents = [
    ['start', startDoc(run, { scan_id: 1 })],
    ['descriptor', descriptorDoc(`${run}-d`, ['motor', 'det1', 'det2'], { run })],
    ['event', eventDoc(`${run}-d`, 1, { motor: 1, det1: 10, det2: 20 })],
    ['stop', stopDoc(run)],
  ] as const;
  for (const document of documents) for (const plot of plots) plot.receive(...document);
}

function screened(): FakeScreen {
  const screen = new FakeScreen();
  installHost({ screen });
  return screen;
}

describe('subplots', () => {
  it('gives what matplotlib gives: one, a list, or rows of lists', () => {
    const [figure, ax] = subplots();
    expect(ax.figure).toBe(figure);
    const [column, [top, bottom]] = subplots(2);
    expect(column.axes).toEqual([top, bottom]);
    const [row, [left, middle, right]] = subplots(1, 3);
    expect(row.axes).toEqual([left, middle, right]);
    const [grid, [[a, b], [c, d]]] = subplots(2, 2);
    expect(grid.axes).toEqual([a, b, c, d]);
    const [, [[only]]] = subplots(1, 1, { squeeze: false });
    expect(only.figure.rows).toBe(1);
    const [, lone] = subplots({ sharex: true });
    expect(lone.figure.cols).toBe(1);
    const [, pair] = subplots(2, { sharex: true });
    expect(pair).toHaveLength(2);
  });

  it.each([
    [() => subplots(0), 'subplots: rows is 0; give a whole number from 1 to 20.'],
    [() => subplots(1, 2.5), 'subplots: cols is 2.5; give a whole number from 1 to 20.'],
    [() => subplots(21), 'rows is 21'],
    [() => subplots(2, 1, { sharx: true } as never), "subplots knows no option 'sharx'. Did you mean 'sharex'?"],
    [() => subplots(2, 1, { sharey: 'column' as never }), "subplots: sharey is column; give true, false, 'all', 'row'"],
    [() => new LivePlot('det', { ax: subplots(2)[1] as never }), 'LivePlot: ax is a list; give one of its axes'],
    [() => new LivePlot('det', { ax: 3 as never }), 'LivePlot: ax is 3; give axes that subplots() has made'],
  ])('names what cannot be (%#)', (make, message) => {
    expect(make).toThrow(OptionError);
    expect(make).toThrow(message);
  });

  it('shows its figure at once, and again where something is drawn on it', () => {
    const screen = screened();
    const [, [top, bottom]] = subplots(2, 1, { sharex: true, sharey: 'row' });
    const empty = screen.specs[0] as PanelsSpec;
    expect(empty).toMatchObject({ kind: 'panels', rows: 2, cols: 1, sharex: 'all', sharey: 'row' });
    expect(empty.panels).toEqual([null, null]);
    expect(screen.shown).toEqual([empty.id]);
    record('a', new LivePlot('det1', 'motor', { ax: top }));
    const half = screen.specs.at(-1) as PanelsSpec;
    expect(half.panels.map((panel) => panel?.yLabel)).toEqual(['det1', undefined]);
    record('b', new LivePlot('det2', 'motor', { ax: bottom }));
    const full = screen.specs.at(-1) as PanelsSpec;
    expect(full.panels.map((panel) => panel?.series.map(({ run, y }) => [run, y]))).toEqual([
      [['a', 'det1']],
      [['b', 'det2']],
    ]);
    expect(new Set(screen.specs.map(({ id }) => id)).size).toBe(1);
    expect(screen.shown).toEqual([empty.id, empty.id, empty.id]);
    expect(full.description).toBe(
      'Figure of 2 × 1 panels; LivePlot of det1 against motor; LivePlot of det2 against motor',
    );
  });

  it('is a figure of lines where there is one panel', () => {
    const screen = screened();
    const [, ax] = subplots();
    expect(screen.specs[0]).toMatchObject({ kind: 'line', series: [] });
    record('a', new LivePlot('det1', 'motor', { ax }));
    expect(screen.specs.at(-1)).toMatchObject({ kind: 'line', id: screen.specs[0]?.id, yLabel: 'det1' });
  });

  it('draws several callbacks on one pair of axes, with one legend', () => {
    const screen = screened();
    const [, ax] = subplots();
    const plots = [
      new LivePlot('det1', 'motor', { ax, xlim: [0, 5] }),
      new LivePlot('det2', 'motor', { ax, label: 'mine' }),
    ];
    record('a', ...plots);
    record('b', ...plots);
    const spec = screen.specs.at(-1) as LineSpec;
    expect(spec).toMatchObject({
      xLabel: 'motor',
      yLabel: 'det1, det2',
      legendTitle: 'y :: scan_id',
      xlim: [0, 5],
      ylim: null,
    });
    expect(spec.series.map(({ run, label }) => [run, label])).toEqual([
      ['a', 'det1 :: 1'],
      ['a', 'mine'],
      ['b', 'det1 :: 1'],
      ['b', 'mine'],
    ]);
  });

  it('needs no screen', () => {
    const [, ax] = subplots();
    const plot = new LivePlot('det1', 'motor', { ax });
    record('a', plot);
    expect(plot.ax).toBe(ax);
    expect([plot.xData, plot.yData]).toEqual([[1], [10]]);
  });
});
