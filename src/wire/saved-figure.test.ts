import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import type { FigureSpec, LineSpec, PanelsSpec, ProgressSpec, TableSpec } from '../figures/index.js';
import { linePoints, lineStyle, progressBars, RunColumns, tableView } from '../figures/index.js';
import { SpecError } from './check-spec.js';
import { lastingBundle } from './lasting-bundle.js';
import { cutFigure, openFigure } from './saved-figure.js';
import type { SavedFigure } from './saved-figure.js';
import { SAVED_FIGURE_MIME } from './versions.js';

const LINE: LineSpec = {
  kind: 'line',
  id: 'f',
  description: 'LivePlot of y against x',
  xLabel: 'x',
  yLabel: 'y',
  legendTitle: '',
  xlim: null,
  ylim: null,
  series: [{ run: 'run', x: 'x', y: 'y', epoch: 'run', label: '1', style: lineStyle({}) }],
};
const TABLE: TableSpec = {
  kind: 'table',
  id: 't',
  description: 'LiveTable of x, name',
  run: 'run',
  stream: 'primary',
  fields: ['x', 'name'],
  minWidth: 12,
  defaultPrec: 3,
  extraPad: 1,
};

const PROGRESS: ProgressSpec = {
  kind: 'progress',
  id: 'p',
  description: 'Progress of the plan <scan>',
  run: 'run',
  devices: [
    { name: '<b>motor</b>', state: 'failed', current: 1, target: 2, unit: 'mm', precision: 1, done: 0.5, left: null },
  ],
};

/** A run of some events, with one peak that nobody may lose. */
function runOf(events: number, name: (i: number) => string = (i) => `row ${i}`): RunColumns {
  const run = new RunColumns(startDoc('run', { scan_id: 4, plan_name: 'scan', secret: 'of the user' }));
  run.addDescriptor(descriptorDoc('d', ['x', 'y', 'name'], { keys: { name: { dtype: 'string' } } }));
  for (let i = 1; i <= events; i++) {
    const y = i === Math.round(events / 3) ? 1000 : Math.sin(i / 50);
    run.putEvent(eventDoc('d', i, { x: i / 10, y, name: name(i) }));
  }
  run.putStop(stopDoc());
  return run;
}

/** What a notebook file does to it. */
const throughFile = (saved: SavedFigure): unknown => JSON.parse(JSON.stringify(saved));

function reopened(spec: FigureSpec, run: RunColumns, bytes: number): { run: RunColumns; notices: readonly string[] } {
  const { runs, notices } = openFigure(throughFile(cutFigure(spec, [run], bytes).saved));
  return { run: runs.get('run') as RunColumns, notices };
}

describe('a saved figure', () => {
  it('tells of progress how far it was, with nothing but the last row', () => {
    const before = runOf(300);
    const saved = cutFigure(PROGRESS, [before], 1e6).saved;
    expect(JSON.stringify(saved).length).toBeLessThan(2000);
    const opened = openFigure(throughFile(saved));
    const bars = progressBars(opened.spec as ProgressSpec, opened.runs.get('run'));
    expect(bars).toEqual(progressBars(PROGRESS, before));
    expect(bars[0]?.text).toMatch(/^300 in /);
    expect(opened.notices).toEqual([]);
  });

  it('shows progress as a picture and in words, with names as text', () => {
    const { bundle } = lastingBundle(PROGRESS, [runOf(7)], 1e6);
    const { 'image/svg+xml': svg, 'text/plain': text } = bundle as Record<string, string>;
    expect(text).toMatch(/\npoints: 7 in .*\n<b>motor<\/b>: failed at 1\.0 mm$/);
    expect(svg).toContain('&lt;b&gt;motor&lt;/b&gt;');
    expect(svg).not.toContain('<b>');
  });

  it.each([
    ['state', 'flying'],
    ['done', '1'],
    ['name', 4],
  ])('refuses progress whose %s is %j', (key, value) => {
    const saved = throughFile(cutFigure(PROGRESS, [runOf(7)], 1e6).saved) as {
      spec: { devices: Record<string, unknown>[] };
    };
    (saved.spec.devices[0] as Record<string, unknown>)[key] = value;
    expect(() => openFigure(saved)).toThrow("'devices' is not what it must be");
  });

  it('is drawn of the same points as before, and says nothing of left out ones', () => {
    const before = runOf(300);
    const { run, notices } = reopened(LINE, before, 1e6);
    const series = LINE.series[0] as LineSpec['series'][number];
    expect(linePoints(run, series)).toEqual(linePoints(before, series));
    expect(notices).toEqual([]);
    expect(run.stop?.exit_status).toBe('success');
    expect([run.start.scan_id, run.start.plan_name]).toEqual([4, 'scan']);
  });

  it('keeps the points of all panels, and refuses panels that are none', () => {
    const other = { ...LINE, id: 'g', series: LINE.series.map((each) => ({ ...each, y: 'x' })) };
    const panels: PanelsSpec = {
      kind: 'panels',
      id: 'p',
      description: 'Panels',
      rows: 3,
      cols: 1,
      sharex: 'all',
      sharey: 'none',
      panels: [LINE, null, other],
    };
    const before = runOf(300);
    const { run } = reopened(panels, before, 1e6);
    for (const { series } of [LINE, other]) {
      const [only] = series as [LineSpec['series'][number]];
      expect(linePoints(run, only)).toEqual(linePoints(before, only));
    }
    for (const wrong of [
      { rows: 0 },
      { cols: 1e9 },
      { sharex: 'both' },
      { panels: [3] },
      { panels: [{ kind: 'line' }] },
    ]) {
      expect(() => openFigure(throughFile(cutFigure({ ...panels, ...wrong } as never, [], 1e6).saved))).toThrow(
        SpecError,
      );
    }
  });

  it('holds only what the figure shows', () => {
    const text = JSON.stringify(cutFigure(LINE, [runOf(10)], 1e6).saved);
    expect(text).not.toContain('of the user');
    expect(text).not.toContain('row 3');
  });

  it('keeps within its bytes, the peaks among what is kept, and names the run of the rest', () => {
    const before = runOf(20_000);
    const saved = cutFigure(LINE, [before], 50_000).saved;
    expect(JSON.stringify(saved.runs).length).toBeLessThan(51_000);
    const { run, notices } = reopened(LINE, before, 50_000);
    const { x, y } = linePoints(run, LINE.series[0] as LineSpec['series'][number]);
    expect(x.length).toBeGreaterThan(500);
    expect([x[0], x.at(-1), Math.max(...y)]).toEqual([0.1, 2000, 1000]);
    expect(notices).toEqual([`The notebook holds ${x.length} of 20000 rows of run run.`]);
  });

  // Of a bucket of a smooth line only the first and the last point are kept.
  it.each<{ spec: FigureSpec; part: number }>([
    { spec: LINE, part: 0.45 },
    { spec: TABLE, part: 0.8 },
  ])('uses the room that it has: a $spec.kind', ({ spec, part }) => {
    const size = (rows: number, bytes: number): number =>
      JSON.stringify(cutFigure(spec, [runOf(rows)], bytes).saved.runs[0]).length;
    const whole = size(40, 1e6);
    expect(size(40, whole + 200)).toBe(whole);
    for (const bytes of [20_000, 300_000]) {
      const rows = Math.ceil((1.05 * bytes) / (whole / 40));
      expect(size(rows, bytes)).toBeLessThanOrEqual(bytes);
      expect(size(rows, bytes)).toBeGreaterThan(part * bytes);
    }
  });

  it('keeps the beginning and the end of a table, however long its texts', () => {
    const before = runOf(5000, (i) => `${i} ${'ä'.repeat(50)}`);
    const saved = cutFigure(TABLE, [before], 30_000).saved;
    expect(JSON.stringify(saved.runs).length).toBeLessThan(31_000);
    const view = tableView(openFigure(throughFile(saved)).runs.get('run') as RunColumns, TABLE);
    expect(view.cell(0, 0)).toBe('1');
    expect(view.cell(view.rows - 1, 0)).toBe('5000');
  });

  it('shows every kind of value again: nothing, NaN, infinities, big integers, lists', () => {
    const before = new RunColumns(startDoc('run'));
    before.addDescriptor(descriptorDoc('d', ['x', 'name']));
    const values = [NaN, Infinity, 0.5, 2n ** 70n, [1, [2]], 'x', undefined];
    values.forEach((name, i) => before.putEvent(eventDoc('d', i + 1, name === undefined ? { x: i } : { x: i, name })));
    const { run } = reopened(TABLE, before, 1e6);
    const names = run.streams.get('primary')?.columns.get('name');
    expect(values.map((_, row) => names?.at(row))).toEqual(values);
  });

  it('goes with a picture and words of at most 200 kB', () => {
    const { bundle } = lastingBundle(TABLE, [runOf(500)], 1e6);
    expect(Object.keys(bundle)).toEqual([SAVED_FIGURE_MIME, 'image/svg+xml', 'text/plain']);
    const text = String(bundle['text/plain']).split('\n');
    expect(text).toHaveLength(4 + 100 + 1);
    expect(text[53]).toBe('… 400 rows more …');
    expect(String(bundle['image/svg+xml'])).toContain('>row 451<');
    expect(String(bundle['image/svg+xml'])).not.toContain('>row 51<');
    for (const spec of [LINE, TABLE]) {
      const svg = String(lastingBundle(spec, [runOf(50_000)], 1e6).bundle['image/svg+xml']);
      expect(svg.length).toBeLessThanOrEqual(200_000);
      expect(svg.length).toBeGreaterThan(5000);
    }
  });

  it('is a picture with a sentence where there is no room for its columns', () => {
    const { bundle } = lastingBundle(LINE, [runOf(100)], 0);
    const saved = bundle[SAVED_FIGURE_MIME] as SavedFigure;
    expect(saved.runs).toEqual([]);
    expect(saved.notices[0]).toContain('of run run it holds a picture');
    expect(String(bundle['image/svg+xml'])).toContain('<path');
  });
});

describe('the fixture of the first form', () => {
  const text = readFileSync(new URL('../../ui-tests/fixtures/wire-1.ipynb', import.meta.url), 'utf8');
  const { outputs } = (JSON.parse(text) as { cells: { outputs: { data: Record<string, unknown> }[] }[] }).cells[0] ?? {
    outputs: [],
  };
  const figures = outputs.flatMap(({ data }) => data[SAVED_FIGURE_MIME] ?? []);

  it('can be read for ever', () => {
    const opened = figures.map(openFigure);
    expect(opened.map(({ spec }) => spec.kind)).toEqual(['table', 'line']);
    for (const { runs } of opened) {
      const [run] = runs.values();
      expect([run?.streams.get('primary')?.length, run?.stop?.exit_status]).toEqual([21, 'success']);
    }
  });
});

describe('a saved figure that was damaged', () => {
  const good = (): Record<string, unknown> =>
    throughFile(cutFigure(LINE, [runOf(20)], 1e6).saved) as Record<string, unknown>;
  const run = (saved: Record<string, unknown>): Record<string, any> =>
    (saved.runs as Record<string, unknown>[])[0] as object;

  it.each<[string, (saved: Record<string, any>) => unknown]>([
    ['nothing', () => null],
    ['a text', () => '<img src=x onerror=alert(1)>'],
    ['no specification', (saved) => ({ ...saved, spec: undefined })],
    ['an unknown kind', (saved) => ({ ...saved, spec: { ...saved.spec, kind: 'hologram' } })],
    ['a series that is no object', (saved) => ({ ...saved, spec: { ...saved.spec, series: [7] } })],
    ['limits of texts', (saved) => ({ ...saved, spec: { ...saved.spec, xlim: ['a', 'b'] } })],
    ['a table of huge columns', (saved) => ({ ...saved, spec: { ...TABLE, minWidth: 1e9 } })],
    ['no runs', (saved) => ({ ...saved, runs: 'many' })],
    ['a run without a uid', (saved) => ({ ...saved, runs: [{ ...run(saved), start: {} }] })],
    ['buffers that are no texts', (saved) => ({ ...saved, runs: [{ ...run(saved), buffers: [1, 2, 3, 4] }] })],
    ['buffers that are no base64', (saved) => ({ ...saved, runs: [{ ...run(saved), buffers: ['%%%', '', '', ''] }] })],
    [
      'a truncated column',
      (saved) => {
        const buffers = run(saved).buffers as string[];
        return { ...saved, runs: [{ ...run(saved), buffers: [buffers[0]?.slice(0, 40), ...buffers.slice(1)] }] };
      },
    ],
    [
      'a huge count',
      (saved) => {
        run(saved).body.rows[0].length = 2 ** 40;
        return saved;
      },
    ],
    [
      'a column beyond the buffers',
      (saved) => {
        run(saved).body.rows[0].columns[0].values = { f8: 99 };
        return saved;
      },
    ],
    [
      'thousands of columns that share their bytes',
      (saved) => {
        const [chunk] = run(saved).body.rows;
        const values = chunk.columns[0].values;
        chunk.columns = Array.from({ length: 1_000_001 }, (_, i) => ({ field: `x${i}`, values }));
        return saved;
      },
    ],
    [
      'rows without values in thousands of columns',
      (saved) => {
        const { body, buffers } = run(saved);
        const [chunk] = body.rows;
        const columns = Array.from({ length: 100_000 }, (_, i) => ({ field: `x${i}`, values: [] }));
        buffers.push('', btoa('\0'.repeat(8 * 300)));
        const f8 = buffers.length - 1;
        body.rows = [
          { ...chunk, length: 0, seqNum: { f8: f8 - 1 }, time: { f8: f8 - 1 }, columns },
          { ...chunk, length: 300, seqNum: { f8 }, time: { f8 }, columns: [] },
        ];
        return saved;
      },
    ],
    [
      'lines that draw the same points again and again',
      () => {
        const series = Array.from({ length: 10_000 }, () => LINE.series[0]);
        return throughFile(cutFigure({ ...LINE, series } as LineSpec, [runOf(2001)], 1e6).saved);
      },
    ],
    [
      'panels that draw the same points again and again',
      () => {
        const panel = { ...LINE, series: Array.from({ length: 100 }, () => LINE.series[0]) } as LineSpec;
        const panels = Array.from({ length: 100 }, () => panel);
        const spec: PanelsSpec = {
          kind: 'panels',
          id: 'p',
          description: '',
          rows: 10,
          cols: 10,
          sharex: 'none',
          sharey: 'none',
          panels,
        };
        return throughFile(cutFigure(spec, [runOf(2001)], 1e6).saved);
      },
    ],
    [
      'rows of a descriptor that is not there',
      (saved) => {
        run(saved).body.descriptors = [];
        return saved;
      },
    ],
  ])('is refused: %s', (_, damage) => {
    expect(() => openFigure(good())).not.toThrow();
    expect(() => openFigure(damage(good()))).toThrow(/figure|frame|buffer|run|column/i);
  });
});
