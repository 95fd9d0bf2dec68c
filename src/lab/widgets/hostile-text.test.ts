// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runModelOf } from '../../../tests/instruments/fake-runs.js';
import { FakeComm, fakeManager } from '../../../tests/instruments/fake-widgets.js';
import { HOSTILE } from '../../../tests/instruments/hostile-texts.js';
import { descriptorDoc, eventDoc, startDoc } from '../../../tests/instruments/runs.js';
import type { FigureSpec, LineSpec, TableSpec } from '../../figures/index.js';
import { RunPublisher } from '../../wire/index.js';
import { drawControls } from './controls.js';
import { buildFrame, drawNotices } from './figure-frame.js';
import { FigureModel } from './figure-model.js';
import { FigureView } from './figure-view.js';

/** The elements that figures are made of. */
const ELEMENTS = new Set([
  'div',
  'span',
  'button',
  'input',
  'svg',
  'g',
  'path',
  'line',
  'rect',
  'circle',
  'text',
  'canvas',
]);

/** What an element has that no figure gives it; empty if all is well. */
function foreign(root: Element): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName;
    const handlers = [...element.attributes].filter((each) => /^on|^(src|srcdoc|href|xlink:href)$/i.test(each.name));
    return [...(ELEMENTS.has(name) ? [] : [`<${name}>`]), ...handlers.map((each) => `${name}[${each.name}]`)];
  });
}

/** What is shown to people and to screen readers, piece by piece. */
function shown(root: Element): Set<string> {
  const texts = [...root.querySelectorAll('*')].flatMap((element) => [
    element.children.length === 0 ? (element.textContent ?? '') : '',
    element.getAttribute('title') ?? '',
    element.getAttribute('aria-label') ?? '',
  ]);
  return new Set(texts);
}

function lineOf(text: string): LineSpec {
  const style = { color: text, marker: text, markersize: 6, linestyle: text, linewidth: 1.5 };
  return {
    kind: 'line',
    id: text,
    description: text,
    xLabel: text,
    yLabel: text,
    legendTitle: text,
    xlim: null,
    ylim: null,
    series: [{ run: text, x: 'seq_num', y: text, epoch: 'run', label: text, style }],
  };
}

function tableOf(text: string): TableSpec {
  const sizes = { minWidth: 12, defaultPrec: 3, extraPad: 1 };
  return { kind: 'table', id: text, description: text, run: text, stream: text, fields: [text], ...sizes };
}

/** What of a run is otherwise than a run should be. */
interface Odd {
  engine?: string;
  stop?: object;
  dtype?: string;
}

/** A run in which every name and value is the text. */
function publisherOf(text: string, { stop, dtype = 'number' }: Odd): RunPublisher {
  const publisher = new RunPublisher(startDoc(text, { plan_name: text, scan_id: text, [text]: text }), () => {});
  publisher.want([text, 'words']);
  const words = { dtype: 'string', units: text } as const;
  const name = { name: text, run: text, keys: { words, [text]: { units: text, dtype: dtype as 'number' } } };
  publisher.descriptor(descriptorDoc('d', [text, 'words'], name));
  for (let i = 1; i <= 3; i++) publisher.event(eventDoc('d', i, { [text]: i, words: text }));
  publisher.stop({ uid: 's', time: 1, run_start: text, exit_status: 'fail', reason: text, ...stop });
  return publisher;
}

let view: FigureView | undefined;

async function show(spec: FigureSpec, text: string, odd: Odd = {}): Promise<HTMLElement> {
  const engine = odd.engine ?? 'running';
  const run = await runModelOf(publisherOf(text, odd), new FakeComm(), { engine });
  const state = { wire: 1, version: '0.1.0', spec, runs: ['IPY_MODEL_run'] };
  const manager = fakeManager({ run });
  const attributes = await FigureModel._deserialize_state(state as never, manager);
  const model = new FigureModel(attributes, { model_id: 'figure', comm: new FakeComm(), widget_manager: manager });
  view = new FigureView({ model, options: {} } as never);
  view.render();
  document.body.append(view.el as HTMLElement);
  await new Promise((resolve) => setTimeout(resolve, 0));
  for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  return view.el as HTMLElement;
}

const hacked = (): boolean => 'hacked' in globalThis;

beforeEach(() => {
  // jsdom draws slowly, and figures rest after slow drawings.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  document.body.replaceChildren();
});

afterEach(() => {
  view?.remove();
  view = undefined;
});

describe.each(HOSTILE.map((text) => [text.slice(0, 30), text] as const))('a figure of %j', (_, text) => {
  it('draws lines, labels, legend, label and reason as text', async () => {
    const figure = await show(lineOf(text), text);
    expect(foreign(figure)).toEqual([]);
    expect(hacked()).toBe(false);
    expect(figure.querySelector('.jp-Livesky-series')?.getAttribute('data-points')).toBe('3');
    expect(figure.querySelector('svg[role=img]')?.getAttribute('aria-label')).toBe(text);
    const seen = shown(figure);
    expect(seen).toContain(text);
    expect(seen).toContain(`Failed: ${text}`);
    expect(seen).toContain(`scan ${text} · ${text.slice(0, 8)} · ${text}`);
    expect(figure.querySelector('.jp-Livesky-legendTitle')?.textContent).toBe(text);
    const label = figure.querySelector('.jp-Livesky-axisLabel')?.textContent ?? '';
    // What is longer than the axis is cut.
    expect(text.length > 1000 ? text.startsWith(label.replace(/…$/, '')) && label.length > 40 : label === text).toBe(
      true,
    );
    expect(figure.querySelector('.jp-Livesky-legendToggle span')?.textContent).toBe(text);
  });

  it('draws panels as text', async () => {
    const [shape, sharing] = [
      { rows: 1, cols: 2 },
      { sharex: 'all', sharey: 'none' },
    ] as const;
    const panels = [lineOf(text), null];
    const figure = await show({ kind: 'panels', id: text, description: text, ...shape, ...sharing, panels }, text);
    expect(foreign(figure)).toEqual([]);
    expect(hacked()).toBe(false);
    expect(figure.querySelectorAll('.jp-Livesky-panel svg[role=img]')).toHaveLength(2);
    expect(figure.querySelector('.jp-Livesky-series')?.getAttribute('data-points')).toBe('3');
    expect(shown(figure)).toContain(text);
  });

  it('tells of a point in text', async () => {
    const figure = await show(lineOf(text), text);
    const stage = figure.querySelector('.jp-Livesky-stage');
    stage?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    const readout = figure.querySelector<HTMLElement>('.jp-Livesky-readout');
    expect(readout?.hidden).toBe(false);
    expect(readout?.textContent).toContain(text);
    expect(foreign(figure)).toEqual([]);
    expect(hacked()).toBe(false);
  });

  it('draws a table with headings and cells as text', async () => {
    const figure = await show({ ...tableOf(text), fields: [text, 'words'] }, text);
    expect(foreign(figure)).toEqual([]);
    expect(hacked()).toBe(false);
    const headings = [...figure.querySelectorAll('[role=columnheader]')].map((each) => each.textContent);
    expect(headings).toContain(text);
    expect(figure.querySelectorAll('[role=row]')).toHaveLength(4);
    const cells = [...figure.querySelectorAll('[role=cell]')].map((each) => each.textContent ?? '');
    expect(cells.some((cell) => cell !== '' && text.startsWith(cell.trim().slice(0, 8)))).toBe(true);
  });

  it('says an unknown state of the engine and an unknown end as text', async () => {
    const figure = await show(lineOf(text), text, { engine: text, stop: { exit_status: text } });
    expect(foreign(figure)).toEqual([]);
    const chip = figure.querySelector('.jp-Livesky-chip');
    expect([chip?.textContent, chip?.className]).toEqual([text, 'jp-Livesky-chip jp-mod-gone']);
    expect(figure.querySelectorAll('.jp-Livesky-controls button')).toHaveLength(0);
  });

  it('says an unknown dtype as text', async () => {
    const figure = await show(tableOf(text), text, { dtype: text });
    expect(foreign(figure)).toEqual([]);
    expect(figure.querySelector('.jp-Livesky-notices')?.textContent).toContain(`the dtype ${text}`);
  });

  it('says an unknown kind and an unknown version as text', async () => {
    const odd = { ...lineOf(text), kind: text } as unknown as FigureSpec;
    const figure = await show(odd, text);
    expect(foreign(figure)).toEqual([]);
    expect(figure.textContent).toContain(`figures of the kind '${text}'`);
  });

  it('shows notices as text, and no button for a state that it does not know', () => {
    const { notices, controls } = buildFrame(document.body);
    drawNotices(notices, [text]);
    drawControls(controls, text, text as never, () => {});
    expect(notices.textContent).toBe(text);
    expect(controls.childElementCount).toBe(0);
    expect(foreign(document.body)).toEqual([]);
  });
});

describe('control', () => {
  const parsed = HOSTILE.filter((text) => text.startsWith('<') || text.includes('<b ') || text.includes('<script>'));

  it.each(parsed)('a label that is parsed is found out: %s', (text) => {
    document.body.innerHTML = `<div title="x">${text}</div>`;
    expect(foreign(document.body)).not.toEqual([]);
    delete (globalThis as { hacked?: unknown }).hacked;
  });

  it('an entity that is decoded is not the text', () => {
    const entities = HOSTILE.find((text) => text.startsWith('&')) as string;
    document.body.innerHTML = `<div>${entities}</div>`;
    expect(shown(document.body)).not.toContain(entities);
  });
});
