import { describe, expect, it } from 'vitest';
import { descriptorDoc, eventDoc, startDoc } from '../../../tests/instruments/runs.js';
import type { LineSeries } from '../../figures/index.js';
import { linePoints, lineStyle, RunColumns } from '../../figures/index.js';
import { figureSummary } from './figure-summary.js';
import { pointText } from './point-text.js';

const START = startDoc('12345678-rest', { scan_id: 4, plan_name: 'scan' });

const series = (x: string, y: string, more: Partial<LineSeries> = {}): LineSeries => ({
  run: START.uid,
  x,
  y,
  epoch: 'run',
  label: '4',
  style: lineStyle({}),
  ...more,
});

function runOf(...rows: [unknown, unknown][]): RunColumns {
  const run = new RunColumns(START);
  const keys = { motor: { units: 'mm' }, det: { dtype: 'integer', units: 'counts' } } as const;
  run.addDescriptor(descriptorDoc('d', ['motor', 'det'], { run: START.uid, keys }));
  rows.forEach(([motor, det], i) => run.putEvent(eventDoc('d', i + 1, { motor, det }, 1795000000.25 + i)));
  return run;
}

function told(run: RunColumns, of: LineSeries, point: number): string {
  const { title, values } = pointText(run, of, linePoints(run, of), point);
  return [title, ...values.map(({ name, text }) => `${name} = ${text}`)].join('; ');
}

describe('pointText', () => {
  const run = runOf([-1.5, 3], [0.1 + 0.2, 1234567]);

  it('names fields, values, units, number and run', () => {
    expect(told(run, series('motor', 'det'), 1)).toBe(
      'scan 4 · 12345678 · scan; motor = 0.3 mm; det = 1234567 counts; seq_num = 2',
    );
    expect(told(run, series('motor', 'det'), 0)).toContain('motor = −1.5 mm');
  });

  it('writes as many digits as tell a point from the next', () => {
    const close = runOf([1000.00001, 1], [1000.00002, 1]);
    expect(told(close, series('motor', 'det'), 0)).toContain('motor = 1000.00001 mm');
  });

  it('names a line that has a name of its own, and the number only once', () => {
    expect(told(run, series('seq_num', 'det', { label: 'warm' }), 0)).toBe(
      'warm · scan 4 · 12345678 · scan; seq_num = 1; det = 3 counts',
    );
  });

  it('writes Unix time as a date, and time since the start in seconds', () => {
    expect(told(run, series('time', 'det', { epoch: 'unix' }), 0)).toContain('time = 2026-11-18T11:06:40.250000+00:00');
    expect(told(run, series('time', 'det'), 0)).toContain('time = 1794999900 s');
  });

  it('counts events that gave no point', () => {
    const gaps = runOf([0, 'off'], [1, 5], [2, 'off'], [3, 7]);
    expect(told(gaps, series('motor', 'det'), 1)).toContain('motor = 3 mm; det = 7 counts; seq_num = 4');
  });
});

describe('figureSummary', () => {
  const spec = {
    kind: 'line',
    id: 'f',
    description: '',
    xLabel: '',
    yLabel: '',
    legendTitle: '',
    xlim: null,
    ylim: null,
    series: [series('motor', 'det')],
  } as const;

  it('says how many points a plot has, and where they lie', () => {
    const run = runOf([-1.5, 3], [NaN, 9], [2, 5]);
    expect(figureSummary(spec, () => run)).toBe(
      '3 points, motor from −1.5 to 2 mm, det from 3 to 9 counts. Arrow keys go from point to point.',
    );
    expect(figureSummary(spec, () => runOf())).toBe('0 points. Arrow keys go from point to point.');
  });

  it('tells several lines apart', () => {
    const two = { ...spec, series: [series('motor', 'det'), series('motor', 'det', { label: 'warm' })] };
    expect(figureSummary(two, () => runOf([1, 1]))).toMatch(/^2 lines\. 4: 1 point, .*\. warm: 1 point, /);
  });

  it('says how large a table is', () => {
    const table = { kind: 'table', id: 't', description: '', run: START.uid, stream: 'primary', fields: ['motor'] };
    const formats = { minWidth: 12, defaultPrec: 3, extraPad: 1 };
    expect(figureSummary({ ...table, ...formats } as never, () => runOf([1, 1]))).toMatch(/^1 row, 3 columns\./);
    expect(figureSummary({ ...table, ...formats } as never, () => undefined)).toBe('');
  });
});
