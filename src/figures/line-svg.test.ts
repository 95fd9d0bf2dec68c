// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { LineSpec, LineStyle } from './spec.js';
import { lineSvg } from './line-svg.js';
import { RunColumns } from './run-columns.js';

const STYLE: LineStyle = { color: null, marker: null, markersize: 6, linestyle: '-', linewidth: 1.5 };

function runOf(points: readonly (readonly [x: unknown, y: unknown])[]): RunColumns {
  const run = new RunColumns({ uid: 'run', time: 0, scan_id: 1 });
  const key = { source: 'test', dtype: 'number', shape: [] } as const;
  run.addDescriptor({ uid: 'd', run_start: 'run', time: 0, name: 'primary', data_keys: { x: key, y: key } });
  points.forEach(([x, y], index) => {
    run.putEvent({
      uid: String(index),
      descriptor: 'd',
      seq_num: index + 1,
      time: index,
      data: { x, y },
      timestamps: {},
    });
  });
  return run;
}

function specOf(style: Partial<LineStyle> = {}, rest: Partial<LineSpec> = {}): LineSpec {
  const series = { run: 'run', x: 'x', y: 'y', epoch: 'run', label: '1', style: { ...STYLE, ...style } } as const;
  const words = { description: 'y against x', xLabel: 'motor', yLabel: 'det', legendTitle: 'scan_id' };
  return { kind: 'line', id: 'f', ...words, xlim: null, ylim: null, series: [series], ...rest };
}

function draw(spec: LineSpec, run: RunColumns): { text: string; svg: Document } {
  const text = lineSvg(spec, (uid) => (uid === 'run' ? run : undefined));
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(svg.querySelector('parsererror')).toBeNull();
  return { text, svg };
}

const pathOf = (svg: Document): string => svg.querySelector('g[clip-path] path')?.getAttribute('d') ?? '';
const wordsOf = (svg: Document): string[] => [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);

describe('lineSvg', () => {
  const slope = runOf([
    [0, 0],
    [5, 5],
    [10, 10],
  ]);

  test('draws the points where the axes put them, with ticks and words', () => {
    const { svg } = draw(specOf({}, { xlim: [0, 10], ylim: [0, 10] }), slope);
    expect(pathOf(svg)).toBe('M72 352L348 184L624 16');
    expect(wordsOf(svg)).toEqual([
      '0',
      '2',
      '4',
      '6',
      '8',
      '10',
      '0',
      '2',
      '4',
      '6',
      '8',
      '10',
      'motor',
      'det',
      'scan_id',
      '1',
    ]);
  });

  test('leaves room around the data, and breaks the line where there is no number', () => {
    expect(pathOf(draw(specOf(), slope).svg)).toBe('M118 324L348 184L578 44');
    const gap = runOf([
      [0, 0],
      [1, 1],
      [2, NaN],
      [3, 3],
      [4, 4],
    ]);
    expect(pathOf(draw(specOf(), gap).svg).match(/M/g)).toHaveLength(2);
    expect(pathOf(draw(specOf(), runOf([])).svg)).toBe('');
    expect(pathOf(draw(specOf(), runOf([[3, 7]])).svg)).toMatch(/^M348 184$/);
  });

  test('draws the markers and dashes of the style', () => {
    const x = draw(specOf({ marker: 'x', markersize: 10, linestyle: null, color: 'red' }), slope).svg;
    expect(x.querySelectorAll('g[clip-path] path')).toHaveLength(1);
    expect(pathOf(x)).toMatch(/^M118 324m-6.7 6.7l13.3 -13.3m-6.7 6.7m-6.7 -6.7l13.3 13.3m-6.7 -6.7M348 184m/);
    expect(x.querySelector('g[clip-path] path')?.getAttribute('stroke')).toBe('#ff0000');
    const dashed = draw(specOf({ linestyle: '--', linewidth: 3 }), slope).svg;
    expect(dashed.querySelector('g[clip-path] path')?.getAttribute('stroke-dasharray')).toBe('14.8 6.4');
    expect(pathOf(draw(specOf({ marker: 'o', linestyle: null }), slope).svg)).toContain(
      'm4 0a4 4 0 0 0 -8 0a4 4 0 0 0 8 0z',
    );
  });

  test('is bounded in size and keeps the peaks of what it thins out', () => {
    const many = Array.from({ length: 200_000 }, (_each, i) => [i, i === 77_777 ? 1000 : Math.sin(i / 100)] as const);
    const { text, svg } = draw(specOf({ marker: '+' }, { ylim: [0, 1000] }), runOf(many));
    expect(text.length).toBeLessThan(200_000);
    expect(pathOf(svg)).toContain(' 16L');
  });

  test('escapes every word and refuses colours that are none', () => {
    const evil = '"/><script>alert(1)</script>';
    const words = { description: evil, xLabel: evil, yLabel: evil, legendTitle: evil };
    const [line] = specOf().series as [LineSpec['series'][0]];
    const series = [{ ...line, label: evil, style: { ...STYLE, color: `url(http://x)${evil}` } }];
    const { text, svg } = draw({ ...specOf(), ...words, series }, slope);
    expect(svg.querySelector('script')).toBeNull();
    expect(text).not.toContain('http://x');
    expect(wordsOf(svg)).toContain(evil);
  });
});
