// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { lineSvg } from './line-svg.js';
import { RunColumns } from './run-columns.js';
import type { SeenPlot } from './seen-plot.js';
import type { LineSpec } from './spec.js';

const STYLE = { color: null, marker: null, markersize: 6, linestyle: '-', linewidth: 1.5 } as const;
const SERIES = { run: 'run', x: 'x', y: 'y', epoch: 'run', label: '1', style: STYLE } as const;
const WORDS = { description: 'y against x', xLabel: 'motor', yLabel: 'det', legendTitle: 'scan_id' };
const SPEC: LineSpec = { kind: 'line', id: 'f', ...WORDS, xlim: null, ylim: null, series: [SERIES, SERIES] };

function runOf(points: readonly (readonly [x: number, y: number])[]): RunColumns {
  const run = new RunColumns({ uid: 'run', time: 0 });
  const key = { source: 'test', dtype: 'number', shape: [] } as const;
  run.addDescriptor({ uid: 'd', run_start: 'run', time: 0, name: 'primary', data_keys: { x: key, y: key } });
  points.forEach(([x, y], index) => {
    const event = { uid: String(index), descriptor: 'd', seq_num: index + 1, time: index, timestamps: {} };
    run.putEvent({ ...event, data: { x, y } });
  });
  return run;
}

/** A plot of 100 by 100 pixels, 10 from the corner of its picture, that shows 1 to 100 on both axes. */
function seen(changes: Partial<SeenPlot> = {}): SeenPlot {
  const axis = {
    limits: [1, 100],
    isLog: false,
    label: 'x (mm)',
    ticks: { values: [10, 20, 50], texts: ['a', '', 'b'], note: '×10³' },
  } as const;
  return {
    width: 120,
    height: 120,
    area: { left: 10, top: 10, width: 100, height: 100 },
    x: axis,
    y: { ...axis, label: 'y' },
    isSwapped: false,
    hasGrid: true,
    lines: [
      { isShown: true, isDim: false },
      { isShown: false, isDim: false },
    ],
    colors: { background: '#111', ink: 'rgb(1, 2, 3)', grid: '#333', series: ['#abcdef', '#123456'] },
    ...changes,
  };
}

function draw(points: readonly (readonly [number, number])[], changes: Partial<SeenPlot> = {}): Document {
  const text = lineSvg(SPEC, () => runOf(points), undefined, seen(changes));
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(svg.querySelector('parsererror')).toBeNull();
  return svg;
}

const paths = (svg: Document): string[] =>
  [...svg.querySelectorAll('g[clip-path] path')].map((path) => path.getAttribute('d') ?? '');
const words = (svg: Document): string[] => [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);

describe('a picture of what is seen', () => {
  const ends = [
    [1, 1],
    [100, 100],
  ] as const;

  test('has its size, colours, ticks and shown lines', () => {
    const svg = draw(ends);
    expect(svg.documentElement.getAttribute('width')).toBe('120');
    expect(svg.querySelector('rect')?.getAttribute('fill')).toBe('#111');
    expect(paths(svg)).toEqual(['M10 110L110 10']);
    expect(svg.querySelector('g[clip-path] path')?.getAttribute('stroke')).toBe('#abcdef');
    expect(words(svg)).toEqual(['a', 'b', 'a', 'b', 'x (mm)', '×10³', 'y', '×10³', 'scan_id', '1']);
    expect(svg.querySelectorAll('path[stroke="#333"]')).toHaveLength(4);
    expect(draw(ends, { hasGrid: false }).querySelectorAll('path[stroke="#333"]')).toHaveLength(0);
  });

  test('has logarithmic and swapped axes', () => {
    const log = { ...seen().x, isLog: true };
    const points = [...ends, [10, 1], [-5, 5], [0, 5], [10, 100]] as const;
    expect(paths(draw(points, { x: log }))).toEqual(['M10 110L110 10L60 110M60 10']);
    expect(
      paths(
        draw(
          [
            [1, 100],
            [100, 1],
            [1, 1],
          ],
          { isSwapped: true },
        ),
      ),
    ).toEqual(['M110 110L10 10L10 110']);
  });

  test('cuts off what lies far outside, and keeps its slope', () => {
    const far = [
      [1, 1],
      [1 + 99e9, 1 + 99e9],
      [50, 50],
    ] as const;
    const [path = ''] = paths(draw(far));
    const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
    expect(Math.max(...numbers.map(Math.abs))).toBeLessThanOrEqual(100_000);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers;
    expect((y1 - y0) / (x1 - x0)).toBeCloseTo(-1, 3);
  });

  test('sets back what stands back', () => {
    const lines = [
      { isShown: true, isDim: true },
      { isShown: true, isDim: false },
    ];
    const svg = draw(ends, { lines });
    expect(svg.querySelectorAll('g[clip-path] g[opacity]')).toHaveLength(1);
    expect(paths(svg)).toHaveLength(2);
  });

  test('escapes colours and words', () => {
    const evil = '"/><script>alert(1)</script>';
    const colors = { background: evil, ink: evil, grid: evil, series: [evil] };
    const svg = draw(ends, {
      colors,
      x: { ...seen().x, label: evil, ticks: { values: [2], texts: [evil], note: evil } },
    });
    expect(svg.querySelector('script')).toBeNull();
    expect(words(svg)).toContain(evil);
  });
});
