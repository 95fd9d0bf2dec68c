// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LinePoints, LineSeries, LineSpec, LineStyle } from '../../figures/index.js';
import { plotChoices } from '../../../tests/instruments/plot-choices.js';
import { markup } from '../../../tests/instruments/markup.js';
import { drawLine } from './line.js';

const PLAIN: LineStyle = { color: null, marker: null, markersize: 6, linestyle: '-', linewidth: 1.5 };

function series(label: string, style: Partial<LineStyle> = {}): LineSeries {
  return { run: 'r', x: 'motor', y: 'det', epoch: 'run', label, style: { ...PLAIN, ...style } };
}

function spec(...all: LineSeries[]): LineSpec {
  return {
    kind: 'line',
    id: 'f',
    description: 'det against motor',
    xLabel: 'motor',
    yLabel: 'det',
    legendTitle: '',
    xlim: null,
    ylim: null,
    series: all,
  };
}

function points(...pairs: [number, number][]): LinePoints {
  const column = (at: 0 | 1): Float64Array => Float64Array.from(pairs, (pair) => pair[at]);
  return { x: column(0), y: column(1), leftOut: 0, gaps: 0 };
}

function many(count: number): LinePoints {
  return points(...Array.from({ length: count }, (_, i): [number, number] => [i, Math.sin(i / 50)]));
}

const AROUND = {
  x: { kind: 'number', units: '' },
  y: { kind: 'number', units: '' },
  choices: plotChoices(),
  describe: () => ({ title: '', values: [] }),
  summary: 'summary',
} as const;

let host: HTMLElement;

function draw(drawn: LineSpec, ...all: LinePoints[]): void {
  drawLine(host, { ...AROUND, spec: drawn, points: all, width: 640, height: 400 });
}

beforeEach(() => {
  document.body.replaceChildren();
  host = document.body.appendChild(document.createElement('div'));
});

describe('drawLine', () => {
  it('draws a line with markers', async () => {
    draw(spec(series('', { marker: 'x', color: 'red' })), points([-1, 0], [0, 1], [1, 0.25]));
    await expect(markup(host)).toMatchFileSnapshot('__snapshots__/line-markers.html');
  });

  it('draws both halves of a marker, under steps, on every other point', async () => {
    const halves: Partial<LineStyle> = { marker: 's', fillstyle: 'left', markerfacecoloralt: '#ffff00', alpha: 0.5 };
    const style: Partial<LineStyle> = { ...halves, color: '#0000ff', drawstyle: 'steps-mid', markevery: [1, 2] };
    draw(spec(series('half', style)), points([0, 1], [1, 2], [2, 0], [3, 1]));
    await expect(markup(host)).toMatchFileSnapshot('__snapshots__/line-halves.html');
  });

  it('draws a halo under what could not be seen in a theme', async () => {
    const white: Partial<LineStyle> = { color: '#ffffff', linestyle: [1, [2, 1]], marker: 'o', markeredgewidth: 0 };
    draw(spec(series('white', white)), points([0, 1], [1, 2]));
    await expect(markup(host)).toMatchFileSnapshot('__snapshots__/line-halo.html');
  });

  it('leaves a gap at NaN', async () => {
    draw(spec(series('')), points([0, 1], [1, 2], [2, NaN], [3, 2], [4, Infinity], [5, 1]));
    await expect(markup(host)).toMatchFileSnapshot('__snapshots__/line-gap.html');
  });

  it('draws two series with a legend', async () => {
    const two = { ...spec(series('3'), series('4', { marker: 'o', linestyle: '--' })), legendTitle: 'scan_id' };
    draw(two, points([0, 1], [1, 2]), points([0, 2], [1, 1]));
    await expect(markup(host)).toMatchFileSnapshot('__snapshots__/line-two.html');
  });

  it.each([
    ['no points', points()],
    ['one point', points([5, 7])],
    ['constant data', points([0, 0], [1, 0])],
    ['only NaN', points([NaN, NaN])],
    ['huge numbers', points([-1.7e308, 1], [1.7e308, 2])],
  ])('draws finite coordinates for %s', (_, some) => {
    draw(spec(series('', { marker: 'o' })), some);
    expect(host.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    expect(host.querySelectorAll('.jp-Livesky-tick').length).toBeGreaterThan(3);
  });

  it('keeps to fixed limits and to ten percent of margin otherwise', () => {
    draw({ ...spec(series('')), xlim: [0, 100] }, points([10, 0], [20, 10]));
    const ticks = (axis: string): (string | null)[] =>
      Array.from(host.querySelectorAll(`.jp-mod-${axis} .jp-Livesky-tickText`), (text) => text.textContent);
    expect(ticks('x')).toEqual(['0', '20', '40', '60', '80', '100']);
    expect(ticks('y')).toEqual(['0', '2', '4', '6', '8', '10']);
    // 0 and 10 lie a twelfth of the axis away from its ends.
    const height = Number(host.querySelector('.jp-Livesky-plot')?.getAttribute('height'));
    const first = host.querySelector('.jp-mod-y .jp-Livesky-tick')?.getAttribute('transform');
    expect(first).toBe(`translate(0,${Math.round(((height * 11) / 12) * 100) / 100})`);
  });

  it('moves ticks that stay the same and does not make them anew', () => {
    draw(spec(series('')), points([0, 0], [10, 10]));
    const before = [...host.querySelectorAll('.jp-mod-y .jp-Livesky-tickText')];
    const places = before.map((text) => text.parentElement?.getAttribute('transform'));
    draw(spec(series('')), points([0, 0], [10, 10.1]));
    const after = [...host.querySelectorAll('.jp-mod-y .jp-Livesky-tickText')];
    expect(after).toEqual(before);
    expect(after[0]).toBe(before[0]);
    expect(after.map((text) => text.parentElement?.getAttribute('transform'))).not.toEqual(places);
  });

  it('draws lines that stand back first, whichever they are, and hidden ones not at all', () => {
    const order = (...dim: boolean[]): (string | undefined)[] => {
      const lines = dim.map((isDim) => ({ isShown: true, isDim, isPinned: false }));
      const all = [points([0, 1], [1, 2]), points([0, 2], [1, 3]), points([0, 3], [1, 5])];
      const drawing = { ...AROUND, spec: spec(...all.map(() => series(''))), points: all, width: 640, height: 400 };
      drawLine(host, { ...drawing, choices: plotChoices({ lines }) });
      return Array.from(host.querySelectorAll<SVGGElement>('.jp-Livesky-series'), ({ dataset }) => dataset.line);
    };
    expect(order(false, true, false)).toEqual(['1', '0', '2']);
    expect(order(true, false, false)).toEqual(['0', '1', '2']);
    const colors = Array.from(host.querySelectorAll<SVGGElement>('.jp-Livesky-series'), ({ style }) => style.color);
    expect(colors).toEqual([0, 1, 2].map((at) => `var(--jp-livesky-series-${at})`));
    const hidden = [{ isShown: false, isDim: false, isPinned: false }];
    drawLine(host, {
      ...AROUND,
      spec: spec(series(''), series('')),
      points: [points([0, 1], [1, 2]), points([5, 50], [6, 60])],
      width: 640,
      height: 400,
      choices: plotChoices({ lines: [{ isShown: true, isDim: false, isPinned: false }, ...hidden] }),
    });
    expect(host.querySelectorAll('.jp-Livesky-series path')).toHaveLength(1);
    // Axes fit what is shown.
    expect(host.querySelector('.jp-mod-y .jp-Livesky-tick:last-of-type')?.textContent).toBe('2.0');
  });

  it('shows hostile labels as text', () => {
    const evil = '<img src=x onerror="alert(1)">';
    const hostile = { ...spec(series(evil), series('b')), xLabel: evil, legendTitle: evil, description: evil };
    draw(hostile, points([0, 1]), points([0, 1]));
    expect(host.querySelector('img')).toBeNull();
    expect(host.querySelector('.jp-mod-x .jp-Livesky-axisLabel')?.textContent).toBe(evil);
    expect(host.querySelector('svg.jp-Livesky-line')?.getAttribute('aria-label')).toBe(evil);
  });

  it("takes the theme's colours in turn and gives colours that are none their place", () => {
    draw(spec(series('a'), series('b'), series('c', { color: 'no such colour' })), points(), points(), points());
    const colors = Array.from(host.querySelectorAll<SVGGElement>('.jp-Livesky-series'), (group) => group.style.color);
    expect(colors).toEqual(['var(--jp-livesky-series-0)', 'var(--jp-livesky-series-1)', 'var(--jp-livesky-series-2)']);
  });
});

describe('more points than 500', () => {
  const strokes: string[] = [];

  beforeEach(() => {
    strokes.length = 0;
    const context = new Proxy(
      {},
      {
        get: (_, name) => (name === 'canvas' ? document.createElement('canvas') : () => strokes.push(String(name))),
        set: (_, name, value) => strokes.push(`${String(name)} = ${value}`) > 0,
      },
    );
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
  });

  it('are painted on a canvas, reduced to what can be seen', () => {
    draw(spec(series('')), many(5001));
    expect(host.querySelector('canvas')).not.toBeNull();
    expect(host.querySelector('.jp-Livesky-series path')).toBeNull();
    expect(host.querySelector('.jp-Livesky-series')?.getAttribute('data-points')).toBe('5001');
    const lines = strokes.filter((name) => name === 'lineTo').length;
    expect(lines).toBeGreaterThan(500);
    expect(lines).toBeLessThan(4 * 640);
  });

  it('are painted as they would be drawn: over a halo, dashed, and as faint', () => {
    const style = { color: '#ffffff80', linestyle: [1, [2, 1]], linewidth: 3 } as const;
    draw(spec(series('', style)), many(5001));
    const shapes = strokes.filter((each) => !/lineTo|moveTo/.test(each));
    const from = shapes.indexOf('lineCap = butt');
    expect(shapes.slice(from, shapes.indexOf('globalAlpha = 1', from + 8) + 1)).toEqual([
      'lineCap = butt',
      'setLineDash',
      'lineDashOffset = 4',
      'strokeStyle = ',
      `globalAlpha = ${128 / 255}`,
      'lineWidth = 6',
      'beginPath',
      'stroke',
      'strokeStyle = rgb(255, 255, 255)',
      `globalAlpha = ${128 / 255}`,
      'lineWidth = 4',
      'beginPath',
      'stroke',
      'globalAlpha = 1',
    ]);
  });

  it('are shapes again once there are fewer', () => {
    draw(spec(series('')), many(5001));
    draw(spec(series('')), many(500));
    expect(host.querySelector('canvas')).toBeNull();
    expect(host.querySelectorAll('.jp-Livesky-series path').length).toBe(1);
  });
});
