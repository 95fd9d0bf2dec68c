// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LineSpec } from '../../figures/index.js';
import { RunColumns } from '../../figures/index.js';
import { FigureStage } from './figure-stage.js';
import { savedState } from './run-state.js';

const STYLE = { color: null, marker: null, markersize: 6, linestyle: '-', linewidth: 1.5 } as const;
const SERIES = { run: 'run', x: 'motor', y: 'det', epoch: 'run', label: '1', style: STYLE } as const;
const WORDS = { description: 'det against motor', xLabel: 'motor', yLabel: 'det', legendTitle: '' } as const;
const SPEC: LineSpec = { kind: 'line', id: 'f', ...WORDS, xlim: null, ylim: null, series: [SERIES] };

let run: RunColumns;
const stages: FigureStage[] = [];

function point(motor: unknown, det: unknown): void {
  const seq = (run.streams.get('primary')?.length ?? 0) + 1;
  const event = { uid: String(seq), descriptor: 'd', seq_num: seq, time: seq, timestamps: {} };
  run.putEvent({ ...event, data: { motor, det } });
}

async function stage(spec: LineSpec = SPEC): Promise<HTMLElement> {
  const host = document.body.appendChild(document.createElement('div'));
  const staged = { columns: run, state: savedState(run), notice: '' };
  const content = { spec, runs: [staged], unreadable: '', notices: [] };
  stages.push(new FigureStage(host, { figure: 'f', content: () => content }));
  stages.at(-1)?.request();
  await drawn();
  return host;
}

async function drawn(): Promise<void> {
  for (const each of stages) each.request();
  await new Promise((resolve) => setTimeout(resolve));
  for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

const tool = (host: HTMLElement, name: string): HTMLButtonElement =>
  host.querySelector(`.jp-Livesky-tools [data-action=${name}]`) as HTMLButtonElement;
const ticks = (host: HTMLElement, axis: string): (string | null)[] =>
  Array.from(host.querySelectorAll(`.jp-mod-${axis} .jp-Livesky-tickText`), (text) => text.textContent);
const notices = (host: HTMLElement): (string | null)[] =>
  Array.from(host.querySelectorAll('.jp-Livesky-notice'), (notice) => notice.textContent);

async function click(host: HTMLElement, name: string): Promise<void> {
  tool(host, name).click();
  await drawn();
}

beforeEach(() => {
  // jsdom draws slowly, and figures rest after slow drawings.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  document.body.replaceChildren();
  run = new RunColumns({ uid: 'run', time: 0 });
  const key = { source: '', dtype: 'number', shape: [] } as const;
  const keys = { motor: { ...key, units: 'mm' }, det: key };
  run.addDescriptor({ uid: 'd', run_start: 'run', time: 0, name: 'primary', data_keys: keys });
});

afterEach(() => {
  for (const each of stages.splice(0)) each.dispose();
  vi.restoreAllMocks();
});

describe('a plot with its tools', () => {
  it('stays as it was chosen while points come, and a second view has its own choice', async () => {
    for (let i = 1; i <= 10; i++) point(i, i);
    const [one, other] = [await stage(), await stage()];
    await click(one, 'zoom-in');
    const zoomed = ticks(one, 'x');
    expect(ticks(other, 'x')).not.toEqual(zoomed);
    for (let i = 11; i <= 40; i++) point(i, i);
    await drawn();
    expect(ticks(one, 'x')).toEqual(zoomed);
    expect(tool(one, 'home').getAttribute('aria-disabled')).toBeNull();
    await click(one, 'home');
    expect(ticks(one, 'x')).toEqual(ticks(other, 'x'));
  });

  it('goes back to the limits that the figure asks for', async () => {
    point(1, 1);
    const host = await stage({ ...SPEC, xlim: [0, 100] });
    await click(host, 'zoom-in');
    await click(host, 'home');
    expect(ticks(host, 'x').at(-1)).toBe('100');
  });

  it('says what logarithmic axes leave out, and shows it again', async () => {
    for (let i = -2; i <= 7; i++) point(i, i * i);
    const host = await stage();
    await click(host, 'logX');
    expect(notices(host)).toEqual(['3 of 10 points left out: a logarithmic x axis shows positive numbers only.']);
    await click(host, 'logY');
    expect(notices(host)).toEqual(['3 of 10 points left out: logarithmic axes show positive numbers only.']);
    await click(host, 'logX');
    expect(notices(host)).toEqual(['1 of 10 points left out: a logarithmic y axis shows positive numbers only.']);
    await click(host, 'logY');
    expect(notices(host)).toEqual([]);
  });

  it('has its labels where its axes are when they are swapped', async () => {
    point(1, 2);
    const host = await stage();
    await click(host, 'swap');
    expect(host.querySelector('.jp-mod-y .jp-Livesky-axisLabel')?.textContent).toBe('motor (mm)');
    expect(host.querySelector('.jp-mod-x .jp-Livesky-axisLabel')?.textContent).toBe('det');
  });

  it.each([
    ['no points', []],
    ['one point', [[5, 7]]],
    [
      'nothing positive',
      [
        [-1, -1],
        [0, 0],
      ],
    ],
    [
      'constant data',
      [
        [0, 3],
        [1, 3],
      ],
    ],
    [
      'NaN and infinities',
      [
        [NaN, 1],
        [1, NaN],
        [Infinity, -Infinity],
      ],
    ],
    [
      'huge numbers',
      [
        [-1.7e308, 1.7e308],
        [1.7e308, -1.7e308],
      ],
    ],
    [
      'tiny numbers',
      [
        [5e-324, 1e-320],
        [1e-323, 5e-324],
      ],
    ],
    [
      'strings and booleans',
      [
        ['a', 1],
        [1, true],
        [null, 2],
      ],
    ],
  ] as [string, [unknown, unknown][]][])('can do all of it with %s', async (_, points) => {
    for (const [x, y] of points) point(x, y);
    const host = await stage();
    for (const name of ['zoom-in', 'logX', 'zoom-out', 'logY', 'swap', 'zoom-in', 'grid', 'home', 'logX', 'zoom-out']) {
      await click(host, name);
      const drawing = host.querySelector('.jp-Livesky-stage')?.innerHTML;
      expect(drawing).not.toMatch(/NaN|Infinity|undefined/);
      expect(ticks(host, 'x').length).toBeGreaterThan(0);
      expect(notices(host).join()).not.toContain('could not be drawn');
    }
  });
});
