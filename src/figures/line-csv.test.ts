import { describe, expect, test } from 'vitest';
import { lineCsv, lineTsv } from './line-csv.js';
import { RunColumns } from './run-columns.js';
import type { LineSeries, LineSpec } from './spec.js';

const STYLE = { color: null, marker: null, markersize: 6, linestyle: '-', linewidth: 1.5 } as const;

function runOf(uid: string, points: readonly (readonly [x: unknown, y: unknown])[]): RunColumns {
  const run = new RunColumns({ uid, time: 0 });
  const key = { source: 'test', dtype: 'number', shape: [] } as const;
  run.addDescriptor({ uid: 'd', run_start: uid, time: 0, name: 'primary', data_keys: { x: key, y: key } });
  points.forEach(([x, y], index) => {
    const event = { uid: String(index), descriptor: 'd', seq_num: index + 1, time: index, timestamps: {} };
    run.putEvent({ ...event, data: { x, y } });
  });
  return run;
}

function seriesOf(run: string, label: string, fields: Partial<LineSeries> = {}): LineSeries {
  return { run, x: 'x', y: 'y', epoch: 'run', label, style: STYLE, ...fields };
}

function specOf(...series: LineSeries[]): LineSpec {
  const words = { description: '', xLabel: '', yLabel: '', legendTitle: '' };
  return { kind: 'line', id: 'f', ...words, xlim: null, ylim: null, series };
}

/** What a reader of comma-separated values finds, by RFC 4180. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n)/y;
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const [, raw = '', end] = cell.exec(text) ?? [];
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('lineCsv', () => {
  const numbers = [0.1, 1 / 3, 5e-324, 1.7976931348623157e308, -0, 2 ** 53, 1e21];

  test('writes every point with its run and name, and every digit', () => {
    const run = runOf(
      'r',
      numbers.map((each) => [each, -each] as const),
    );
    const rows = read(lineCsv(specOf(seriesOf('r', '3')), () => run));
    expect(rows[0]).toEqual(['run', 'label', 'x', 'y']);
    expect(rows.slice(1).map(([uid, label]) => [uid, label])).toEqual(numbers.map(() => ['r', '3']));
    expect(rows.slice(1).map(([, , x]) => Number(x))).toEqual(numbers);
    expect(rows.slice(1).map(([, , , y]) => Number(y))).toEqual(numbers.map((each) => -each));
  });

  test('writes what is no finite number as Python reads it', () => {
    const run = runOf('r', [
      [1, NaN],
      [2, Infinity],
      [3, -Infinity],
    ]);
    expect(read(lineCsv(specOf(seriesOf('r', '')), () => run)).map((row) => row[3])).toEqual([
      'y',
      'nan',
      'inf',
      '-inf',
    ]);
  });

  test.each(['=1+1', '+x', '-x', '@sum', '\t=1', '\r=1'])('makes no formula of the name %j', (label) => {
    const [, row] = read(lineCsv(specOf(seriesOf('r', label)), () => runOf('r', [[1, 2]])));
    expect(row?.[1]).toBe(`'${label}`);
  });

  test.each(['a,b', 'say "hi"', 'two\r\nlines', ' around ', ''])('keeps the name %j as it is', (label) => {
    const rows = read(lineCsv(specOf(seriesOf('r', label)), () => runOf('r', [[1, 2]])));
    expect(rows[1]).toEqual(['r', label, '1', '2']);
  });

  test('gives columns the names of fields on which all lines agree, escaped', () => {
    const field = '=cmd(),x';
    const run = new RunColumns({ uid: 'r', time: 0 });
    const spec = specOf(seriesOf('r', 'a', { x: field, y: 'p' }), seriesOf('r', 'b', { x: field, y: 'q' }));
    expect(read(lineCsv(spec, () => run))).toEqual([['run', 'label', `'${field}`, 'y']]);
  });

  test('leaves out lines that are not wanted, and runs that are gone', () => {
    const runs = new Map([
      ['a', runOf('a', [[1, 2]])],
      ['b', runOf('b', [[3, 4]])],
    ]);
    const spec = specOf(seriesOf('a', '1'), seriesOf('b', '2'), seriesOf('c', '3'));
    const rows = read(
      lineCsv(
        spec,
        (uid) => runs.get(uid),
        (line) => line !== 0,
      ),
    );
    expect(rows.slice(1)).toEqual([['b', '2', '3', '4']]);
  });
});

test('lineTsv has one line a point whatever is in a name', () => {
  const text = lineTsv(specOf(seriesOf('r', 'a\tb\nc')), () =>
    runOf('r', [
      [1, 2],
      [3, 4],
    ]),
  );
  expect(text.split('\n').map((row) => row.split('\t'))).toEqual([
    ['run', 'label', 'x', 'y'],
    ['r', 'a b c', '1', '2'],
    ['r', 'a b c', '3', '4'],
  ]);
});
