// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOSTILE } from '../../../tests/instruments/hostile-texts.js';
import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../../tests/instruments/runs.js';
import type { LineSpec } from '../../figures/index.js';
import { lineStyle, RunColumns } from '../../figures/index.js';
import { SAVED_FIGURE_MIME } from '../../wire/index.js';
import { cutFigure } from '../../wire/saved-figure.js';
import { drawSavedFigure } from './saved-figure.js';

const SPEC: LineSpec = {
  kind: 'line',
  id: 'f',
  description: 'LivePlot of x',
  xLabel: '',
  yLabel: 'x',
  legendTitle: '',
  xlim: null,
  ylim: null,
  series: [{ run: 'run', x: 'seq_num', y: 'x', epoch: 'run', label: '1', style: lineStyle({}) }],
};

let host: HTMLElement;
let observed: ((width: number) => void)[];

beforeEach(() => {
  observed = [];
  globalThis.ResizeObserver = class {
    constructor(callback: ResizeObserverCallback) {
      observed.push((width) => callback([{ contentRect: { width } }] as never, this as never));
    }
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  globalThis.requestAnimationFrame = (callback) => {
    callback(0);
    return 0;
  };
  host = document.createElement('div');
  document.body.append(host);
});

afterEach(() => host.remove());

function saved(): Record<string, unknown> {
  const run = new RunColumns(startDoc('run', { scan_id: 4 }));
  run.addDescriptor(descriptorDoc('d', ['x']));
  for (let i = 1; i <= 5; i++) run.putEvent(eventDoc('d', i, { x: i }));
  return JSON.parse(JSON.stringify(cutFigure(SPEC, [run], 1e6).saved)) as Record<string, unknown>;
}

/** Elements that no drawn figure has. */
const FOREIGN = 'img, script, iframe, foreignObject, b, i, u, p, a, [onload], [onerror], [onmouseover]';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>';

function draw(figure: unknown): string {
  drawSavedFigure(host, { [SAVED_FIGURE_MIME]: figure, 'image/svg+xml': PICTURE, 'text/plain': '<b>words</b>' });
  for (const resize of observed) resize(600);
  return host.querySelector('.jp-Livesky-notices')?.textContent ?? '';
}

describe('a saved figure in the page', () => {
  it('is drawn as a live one is, without buttons', () => {
    expect(draw(saved())).toBe('');
    expect(host.querySelector('.jp-Livesky-series')?.getAttribute('data-points')).toBe('5');
    expect(host.querySelector('.jp-Livesky-chip')?.textContent).toBe('saved before its end');
    expect(host.querySelector('.jp-Livesky-controls button')).toBeNull();
    expect(host.querySelector('img')).toBeNull();
  });

  it.each<[string, unknown, RegExp]>([
    ['from a newer livesky', { wire: 2, version: '9.0.0' }, /made by livesky 9\.0\.0.*update livesky in JupyterLab/],
    ['of no version', {}, /an unknown livesky/],
    ['that is no object', 'figure', /an unknown livesky/],
    ['with markup for a version', { wire: 99, version: '<img src=x>' }, /<img src=x>/],
    ['without runs', { wire: 1, version: '0.1.0', spec: SPEC }, /could not be read, this is its picture/],
  ])('is a picture that runs nothing, and one line, for a figure %s', (_, figure, line) => {
    expect(draw(figure)).toMatch(line);
    expect(host.querySelectorAll('.jp-Livesky-notice')).toHaveLength(1);
    const images = [...host.querySelectorAll('img')];
    expect(images.map((image) => image.src.slice(0, 19))).toEqual(['data:image/svg+xml,']);
    expect(host.querySelector('script, svg, b')).toBeNull();
  });

  it.each(HOSTILE)('shows what is written in it as text: %#', (text) => {
    const run = new RunColumns(startDoc(text, { plan_name: text }));
    run.addDescriptor(descriptorDoc('d', [text], { name: text, run: text, keys: { [text]: { units: text } } }));
    for (let i = 1; i <= 3; i++) run.putEvent(eventDoc('d', i, { [text]: i }));
    run.putStop({ ...stopDoc(text), exit_status: 'fail', reason: text });
    const [series] = SPEC.series;
    const spec = { ...SPEC, description: text, yLabel: text, series: [{ ...series, run: text, y: text, label: text }] };
    draw(JSON.parse(JSON.stringify(cutFigure(spec as LineSpec, [run], 1e6).saved)));
    expect(host.querySelector('.jp-Livesky-series')?.getAttribute('data-points')).toBe('3');
    expect(host.querySelector(FOREIGN)).toBeNull();
    expect(host.querySelector('.jp-Livesky-notices')?.textContent).toContain(`Failed: ${text.slice(0, 1900)}`);
  });

  it('control: text that is parsed is found out', () => {
    host.innerHTML = HOSTILE.join('');
    expect(host.querySelector(FOREIGN)).not.toBeNull();
    delete (globalThis as { hacked?: unknown }).hacked;
  });

  it('is words where there is no picture either', () => {
    drawSavedFigure(host, { [SAVED_FIGURE_MIME]: null, 'text/plain': ['<b>', 'words</b>'] });
    expect(host.querySelector('pre')?.textContent).toBe('<b>words</b>');
    expect(host.querySelector('b')).toBeNull();
  });
});
