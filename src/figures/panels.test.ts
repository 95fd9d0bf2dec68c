// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';

import { descriptorDoc, eventDoc, startDoc } from '../../tests/instruments/runs.js';
import { asSvg } from './as-svg.js';
import { asText } from './as-text.js';
import { lineStyle } from './line-style.js';
import { RunColumns } from './run-columns.js';
import type { LineSpec, PanelsSpec } from './spec.js';

function runOf(uid: string, points: readonly (readonly [x: number, y: unknown])[]): RunColumns {
  const run = new RunColumns(startDoc(uid, { scan_id: 1 }));
  run.addDescriptor(descriptorDoc(`${uid}-d`, ['x', 'y'], { run: uid }));
  points.forEach(([x, y], i) => run.putEvent(eventDoc(`${uid}-d`, i + 1, { x, y })));
  return run;
}

const plot = (run: string, more: Partial<LineSpec> = {}): LineSpec => ({
  kind: 'line',
  id: run,
  description: `LivePlot of ${run}`,
  xLabel: `x of ${run}`,
  yLabel: 'y',
  legendTitle: 'scan_id',
  xlim: null,
  ylim: null,
  series: [{ run, x: 'x', y: 'y', epoch: 'run', label: run, style: lineStyle({}) }],
  ...more,
});

const figure = (more: Partial<PanelsSpec> = {}): PanelsSpec => ({
  kind: 'panels',
  id: 'f',
  description: 'Figure <of> panels',
  rows: 2,
  cols: 1,
  sharex: 'none',
  sharey: 'none',
  panels: [plot('a'), plot('b')],
  ...more,
});

const RUNS = new Map([
  ['a', runOf('a', [[0, 1], [10, 2]])], // prettier-ignore
  ['b', runOf('b', [[100, 5], [200, 'off'], [300, NaN]])], // prettier-ignore
]);
const run = (uid: string): RunColumns | undefined => RUNS.get(uid);

function drawn(spec: PanelsSpec): Document {
  const document = new DOMParser().parseFromString(asSvg(spec, run), 'image/svg+xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document;
}

/** The texts of a panel's ticks, and its labels. */
const textsOf = (spec: PanelsSpec, panel: number): string[] =>
  [...(drawn(spec).querySelectorAll('svg > svg')[panel]?.querySelectorAll('text') ?? [])].map(
    (each) => each.textContent ?? '',
  );

describe('panels as a picture', () => {
  it('stand in rows and columns', () => {
    const places = [
      ...drawn(figure({ rows: 2, cols: 2, panels: [plot('a'), null, null, plot('b')] })).querySelectorAll('svg > svg'),
    ];
    expect(places.map((each) => [each.getAttribute('x'), each.getAttribute('y')])).toEqual([
      ['0', '0'],
      ['640', '0'],
      ['0', '400'],
      ['640', '400'],
    ]);
    expect(drawn(figure()).querySelector('title')?.textContent).toBe('Figure <of> panels');
  });

  it('have axes of their own, or share them', () => {
    expect(textsOf(figure(), 0)).toContain('10');
    expect(textsOf(figure(), 0)).not.toContain('300');
    expect(textsOf(figure({ sharex: 'all' }), 0)).toContain('300');
    expect(textsOf(figure({ sharex: 'col' }), 0)).toContain('300');
    expect(textsOf(figure({ sharex: 'row' }), 0)).not.toContain('300');
    expect(textsOf(figure({ sharex: 'all', panels: [plot('a'), plot('b', { xlim: [0, 7] })] }), 0)).toContain('7');
  });

  it('are empty axes where there is nothing yet', () => {
    expect(textsOf(figure({ panels: [null, plot('a')] }), 0)).toContain('1');
    expect(drawn(figure({ panels: [null, null] })).querySelectorAll('svg > svg')).toHaveLength(2);
  });

  it('say below what they left out, and of which panel', () => {
    const notices = [...drawn(figure()).documentElement.children]
      .filter(({ localName }) => localName === 'text')
      .map((each) => each.textContent);
    expect(notices).toEqual(["row 2, column 1: 2 of 3 points left out: 'y' is not a finite number."]);
  });
});

it('panels in words name each panel and what it left out', () => {
  expect(asText(figure({ panels: [plot('a'), plot('b')] }), run)).toBe(
    [
      'Figure <of> panels',
      'row 1, column 1: LivePlot of a',
      'a: 2 points, x from 0 to 10, y from 1 to 2',
      'row 2, column 1: LivePlot of b',
      'b: 2 points, x from 100 to 300, y from 5 to 5',
      "2 of 3 points left out: 'y' is not a finite number.",
    ].join('\n'),
  );
});

it('a picture of a line says below it what was left out', () => {
  const svg = asSvg(plot('b'), run);
  expect(svg).toContain('height="416"');
  expect(svg).toContain('2 of 3 points left out: &#39;y&#39; is not a finite number.');
  expect(asSvg(plot('a'), run)).toContain('height="400"');
});
