// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event, EventDescriptor, RunStart, RunStop } from '../../documents/index.js';
import type { FigureSpec, LineSpec, PanelsSpec, TableSpec } from '../../figures/index.js';
import { RunPublisher } from '../../wire/index.js';
import { runModelOf } from '../../../tests/instruments/fake-runs.js';
import { FakeComm, fakeManager } from '../../../tests/instruments/fake-widgets.js';
import { provideTabs } from '../figure-tabs.js';
import type { TabRequest } from '../figure-tabs.js';
import { FigureModel } from './figure-model.js';
import { FigureView } from './figure-view.js';
import type { RunModel } from './run-model.js';

const START: RunStart = { uid: '1a2b3c4d-rest', time: 100, scan_id: 3, plan_name: 'scan' };
const LINE: LineSpec = {
  kind: 'line',
  id: 'figure',
  description: 'det against motor',
  xLabel: 'motor',
  yLabel: 'det',
  legendTitle: '',
  xlim: null,
  ylim: null,
  series: [
    {
      run: START.uid,
      x: 'motor',
      y: 'det',
      epoch: 'run',
      label: '',
      style: { color: null, marker: 'o', markersize: 6, linestyle: '-', linewidth: 1.5 },
    },
  ],
};
const TABLE: TableSpec = {
  kind: 'table',
  id: 'table',
  description: 'scan 3',
  run: START.uid,
  stream: 'primary',
  fields: ['motor', 'det'],
  minWidth: 12,
  defaultPrec: 3,
  extraPad: 1,
};

let comm: FakeComm;
let publisher: RunPublisher;
let run: RunModel;
let view: FigureView;

function begin(start: RunStart = START): void {
  publisher = new RunPublisher(start, () => {});
  publisher.want(['motor', 'det']);
  const key = { source: '', dtype: 'number', shape: [], object_name: 'x' };
  publisher.descriptor({
    uid: 'd',
    time: 100,
    run_start: start.uid,
    name: 'primary',
    data_keys: { motor: { ...key, units: 'mm' }, det: key },
  } as unknown as EventDescriptor);
}

async function sendPoint(seqNum: number, det: unknown): Promise<void> {
  const data = { motor: seqNum, det };
  publisher.event({ uid: '', time: 100, seq_num: seqNum, descriptor: 'd', data, timestamps: {} } as Event);
  await sendFrame();
}

async function sendStop(stop: Partial<RunStop>): Promise<void> {
  publisher.stop({ uid: 's', time: 101, run_start: START.uid, exit_status: 'success', ...stop } as RunStop);
  await sendFrame();
}

async function sendFrame(): Promise<void> {
  const frame = publisher.takeFrame();
  if (frame) await comm.custom(frame.message, frame.buffers);
}

async function figure(spec: FigureSpec, state: Record<string, unknown> = {}): Promise<FigureModel> {
  const manager = fakeManager({ run });
  const whole = { wire: 1, version: '0.1.0', spec, runs: ['IPY_MODEL_run'], ...state };
  const attributes = await FigureModel._deserialize_state(whole as never, manager);
  return new FigureModel(attributes, { model_id: 'figure', comm: new FakeComm(), widget_manager: manager });
}

async function show(spec: FigureSpec = LINE, state: Record<string, unknown> = {}): Promise<void> {
  run ??= await runModelOf(publisher, comm);
  view = new FigureView({ model: await figure(spec, state), options: {} } as never);
  view.render();
  document.body.append(view.el as HTMLElement);
  await drawn();
}

async function drawn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Until buttons that have just taken the place of others answer. */
async function rested(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 450));
}

function find(selector: string): HTMLElement | null {
  return (view.el as HTMLElement).querySelector<HTMLElement>(selector);
}

function text(selector: string): string | undefined {
  return find(selector)?.textContent ?? undefined;
}

function buttons(): (string | undefined)[] {
  return Array.from(
    (view.el as HTMLElement).querySelectorAll<HTMLElement>('.jp-Livesky-controls button'),
    (button) => button.dataset.action,
  );
}

beforeEach(() => {
  // jsdom draws slowly, and figures rest after slow drawings.
  vi.spyOn(performance, 'now').mockReturnValue(0);
  document.body.replaceChildren();
  comm = new FakeComm();
  run = undefined as unknown as RunModel;
  begin();
});

afterEach(() => {
  view.remove();
  vi.restoreAllMocks();
});

describe('FigureView', () => {
  it('shows the run and draws points as they come', async () => {
    await show();
    expect(text('.jp-Livesky-label')).toBe('scan 3 · 1a2b3c4d · scan');
    expect(text('.jp-Livesky-chip')).toBe('running');
    await sendPoint(1, 5);
    await sendPoint(2, 6);
    await drawn();
    expect(find('.jp-Livesky-series')?.dataset.points).toBe('2');
    expect(find('svg[role=img]')?.getAttribute('aria-label')).toBe('det against motor');
  });

  it('draws a table', async () => {
    await show(TABLE);
    await sendPoint(1, 5);
    await drawn();
    expect(text('.jp-Livesky-tableHead')).toContain('motor');
    expect(text('.jp-Livesky-tableRow')).toContain('5.000');
  });

  it('draws many frames once a screen refresh, and never in the handler of a message', async () => {
    await show();
    const frame = vi.spyOn(window, 'requestAnimationFrame');
    for (let i = 1; i <= 20; i++) await sendPoint(i, i);
    expect(find('.jp-Livesky-series')?.dataset.points).toBe('0');
    expect(frame).toHaveBeenCalledTimes(1);
    await drawn();
    expect(find('.jp-Livesky-series')?.dataset.points).toBe('20');
  });

  it('draws nothing while it is hidden, and all of it when it is shown again', async () => {
    await show();
    const element = view.el as HTMLElement;
    element.dataset.testWidth = '0';
    window.dispatchEvent(new Event('resize'));
    const frame = vi.spyOn(window, 'requestAnimationFrame');
    await sendPoint(1, 5);
    expect(frame).not.toHaveBeenCalled();
    await drawn();
    expect(find('.jp-Livesky-series')?.dataset.points).toBe('0');
    element.dataset.testWidth = '500';
    window.dispatchEvent(new Event('resize'));
    await drawn();
    expect(find('.jp-Livesky-series')?.dataset.points).toBe('1');
    expect(find('svg[role=img]')?.getAttribute('width')).toBe('500');
  });

  it('draws nothing out of sight but the end, and what it missed when it comes into sight', async () => {
    await show();
    const element = view.el as HTMLElement;
    element.dataset.testUnseen = '';
    window.dispatchEvent(new Event('scroll'));
    await sendPoint(1, 5);
    await drawn();
    expect(find('.jp-Livesky-series')?.dataset.points).toBe('0');
    delete element.dataset.testUnseen;
    window.dispatchEvent(new Event('scroll'));
    await drawn();
    expect(find('.jp-Livesky-series')?.dataset.points).toBe('1');
    element.dataset.testUnseen = '';
    window.dispatchEvent(new Event('scroll'));
    await sendPoint(2, 5);
    await sendStop({});
    await drawn();
    expect(find('.jp-Livesky-series')?.dataset.points).toBe('2');
  });

  it('stops drawing and listening when it is removed', async () => {
    await show();
    view.remove();
    await sendPoint(1, 5);
    await drawn();
    expect(find('.jp-Livesky-series')?.dataset.points).toBe('0');
    const events = (run as unknown as { _events: Record<string, unknown[]> })._events;
    expect(events['livesky:changed'] ?? []).toEqual([]);
    const element = view.el as HTMLElement;
    document.body.append(element);
    element.dataset.testWidth = '500';
    window.dispatchEvent(new Event('resize'));
    await drawn();
    expect(find('svg[role=img]')?.getAttribute('width')).toBe('640');
  });

  it('shows hostile names as text', async () => {
    const evil = '<img src=x onerror="alert(1)">';
    begin({ ...START, uid: evil, plan_name: evil, scan_id: evil as never });
    await show({ ...LINE, description: evil, xLabel: evil });
    await comm.custom({ kind: 'notice', text: evil });
    await sendStop({ exit_status: 'fail', reason: evil });
    await drawn();
    expect(document.querySelector('img')).toBeNull();
    expect(text('.jp-Livesky-label')).toContain(evil);
    expect(text('.jp-Livesky-notices')).toContain(evil);
  });
});

describe('panels', () => {
  const panels = (more: Partial<PanelsSpec> = {}): PanelsSpec => ({
    kind: 'panels',
    id: 'panels',
    description: 'Two panels',
    rows: 2,
    cols: 1,
    sharex: 'none',
    sharey: 'none',
    panels: [LINE, null],
    ...more,
  });
  const ticks = (panel: number): (string | null)[] =>
    [
      ...(document.querySelectorAll('.jp-Livesky-panel')[panel]?.querySelectorAll('.jp-mod-x .jp-Livesky-tickText') ??
        []),
    ].map((each) => each.textContent);

  it('are drawn each with its axes, empty ones too', async () => {
    await sendPoint(5, 1);
    await sendPoint(6, 'off');
    await show(panels());
    const drawn = [...document.querySelectorAll('.jp-Livesky-panel')];
    expect(drawn.map((each) => each.querySelectorAll('.jp-Livesky-series').length)).toEqual([1, 0]);
    expect(drawn.map((each) => each.getAttribute('aria-label'))).toEqual(['row 1, column 1', 'row 2, column 1']);
    expect(drawn[1]?.querySelector('svg')?.getAttribute('aria-label')).toBe('Nothing yet');
    expect(text('.jp-Livesky-notices')).toBe("row 1, column 1: 1 of 2 points left out: 'det' is not a finite number.");
    const summary = find('.jp-Livesky-stage')?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(summary)?.textContent).toMatch(
      /^2 panels\. row 1, column 1: det against motor\. .*: nothing yet\./,
    );
  });

  it('of a kind that this page does not know are empty, and named', async () => {
    await sendPoint(5, 1);
    await show(panels({ panels: [{ kind: 'hologram', id: 'h' } as never, LINE] }));
    const drawn = [...document.querySelectorAll('.jp-Livesky-panel')];
    expect(drawn.map((each) => each.querySelectorAll('.jp-Livesky-series').length)).toEqual([0, 1]);
    expect(text('.jp-Livesky-notices')).toContain(
      "row 1, column 1: This page does not know figures of the kind 'hologram'",
    );
  });

  it('share the limits of an axis on demand', async () => {
    await sendPoint(5, 1);
    await sendPoint(50, 2);
    await show(panels());
    expect(ticks(1)).not.toEqual(ticks(0));
    view.remove();
    document.body.replaceChildren();
    await show(panels({ sharex: 'all' }));
    expect(ticks(1)).toEqual(ticks(0));
    expect(ticks(0).length).toBeGreaterThan(1);
  });
});

describe('the buttons', () => {
  it('pause a run; the second click asks again', async () => {
    await show();
    expect(buttons()).toEqual(['abort', 'stop', 'pause']);
    find('.jp-Livesky-pause')?.click();
    // Not only when the figure is drawn, which may take its time.
    expect(text('.jp-Livesky-pause')).toBe('pausing…');
    find('.jp-Livesky-pause')?.click();
    const pause = { method: 'custom', content: { kind: 'control', action: 'pause' } };
    expect(comm.sent).toEqual([pause, pause]);
  });

  it('abort, stop or resume a paused run', async () => {
    await show();
    await comm.update({ engine: 'paused' });
    await drawn();
    expect(text('.jp-Livesky-chip')).toBe('paused');
    expect(buttons()).toEqual(['abort', 'stop', 'resume']);
    await rested();
    for (const button of (view.el as HTMLElement).querySelectorAll<HTMLElement>('.jp-Livesky-controls button'))
      button.click();
    expect(comm.sent.map((each) => (each as { content: unknown }).content)).toEqual([
      { kind: 'control', action: 'abort' },
      { kind: 'control', action: 'stop' },
      { kind: 'control', action: 'resume' },
    ]);
    await comm.update({ engine: 'running' });
    await drawn();
    expect(buttons()).toEqual(['abort', 'stop', 'pause']);
    expect(text('.jp-Livesky-pause')).toBe('Pause');
  });

  it('follow the engine without waiting for the figure to be drawn', async () => {
    await show();
    const frames = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
    await comm.update({ engine: 'paused' });
    expect(frames).toHaveBeenCalled();
    expect(buttons()).toEqual(['abort', 'stop', 'resume']);
    expect(text('.jp-Livesky-chip')).toBe('paused');
  });

  it('do not take a second click that was meant for the button before', async () => {
    await show();
    await comm.update({ engine: 'paused' });
    await drawn();
    find('.jp-Livesky-resume')?.click();
    expect(comm.sent).toEqual([]);
    await rested();
    find('.jp-Livesky-resume')?.click();
    expect(comm.sent).toHaveLength(1);
  });

  it('show a refusal and can be pressed again', async () => {
    await show();
    find('.jp-Livesky-pause')?.click();
    await comm.custom({ kind: 'notice', text: 'The run cannot be paused here.' });
    expect(text('.jp-Livesky-pause')).toBe('Pause');
    await drawn();
    expect(text('.jp-Livesky-notices')).toBe('The run cannot be paused here.');
  });

  it("keep the keyboard's focus when they change", async () => {
    await show();
    find('.jp-Livesky-pause')?.focus();
    await comm.update({ engine: 'paused' });
    await drawn();
    expect((document.activeElement as HTMLElement).dataset.action).toBe('resume');
  });

  it('go away with the end of the run, which says how it ended', async () => {
    await show();
    await sendStop({ exit_status: 'fail', reason: 'motor stuck' });
    await drawn();
    expect(buttons()).toEqual([]);
    expect(text('.jp-Livesky-chip')).toBe('fail');
    expect(text('.jp-Livesky-notices')).toBe('Failed: motor stuck');
  });

  it.each([null, 'stopping', 'aborting', 'idle'])('are not offered while the engine is %s', async (engine) => {
    await show();
    await comm.update({ engine });
    await drawn();
    expect(buttons()).toEqual([]);
  });

  it('go away with the kernel', async () => {
    await show();
    expect(buttons()).toEqual(['abort', 'stop', 'pause']);
    run.comm_live = false;
    await drawn();
    expect(buttons()).toEqual([]);
    expect(text('.jp-Livesky-chip')).toBe('kernel gone');
  });
});

describe('notices', () => {
  it('tell of points that were left out', async () => {
    await show();
    await sendPoint(1, 'off');
    await drawn();
    expect(text('.jp-Livesky-notices')).toMatch(/^1 of 1 point left out/);
  });

  it.each([
    [2, '9.0.0', /made by livesky 9\.0\.0.*update livesky in JupyterLab/],
    [undefined, '', /made by an unknown livesky.*update livesky in the kernel/],
  ])('say which side to update for wire %j', async (wire, version, sentence) => {
    await show(LINE, { wire, version });
    expect(text('.jp-Livesky-notices')).toMatch(sentence);
    expect(find('svg')).toBeNull();
    expect(buttons()).toEqual([]);
  });

  it('tell of a run that the kernel has forgotten, and the figure is drawn', async () => {
    await show(LINE, { runs: ['IPY_MODEL_forgotten', 'IPY_MODEL_run'] });
    expect(text('.jp-Livesky-notices')).toMatch(/no longer keeps every run/);
    expect(find('svg[role=img]')).not.toBeNull();
  });

  it('name a kind that this page does not know', async () => {
    await show({ ...LINE, kind: 'hologram' as 'line' });
    expect(text('.jp-Livesky-notices')).toMatch(/kind 'hologram'/);
  });
});

describe('a point that is pointed at', () => {
  it('is told with its units, number and run', async () => {
    await show();
    await sendPoint(1, 5);
    await sendPoint(2, 6);
    await drawn();
    find('.jp-Livesky-stage')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
    expect(text('.jp-Livesky-readout')).toBe('scan 3 · 1a2b3c4d · scanmotor2 mmdet6seq_num2');
    expect(text('.jp-mod-x .jp-Livesky-axisLabel')).toBe('motor (mm)');
    expect(text('.jp-mod-y .jp-Livesky-axisLabel')).toBe('det');
  });
});

describe('for screen readers a figure', () => {
  it('has a name, and a summary that the plot refers to', async () => {
    await show();
    await sendPoint(1, 5);
    await sendStop({});
    await drawn();
    expect((view.el as HTMLElement).getAttribute('role')).toBe('figure');
    expect((view.el as HTMLElement).getAttribute('aria-label')).toBe('det against motor, scan 3 · 1a2b3c4d · scan');
    const summary = find('.jp-Livesky-stage')?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(summary)?.textContent).toMatch(/^1 point, motor from 1 to 1 mm, det from 5 to 5\./);
  });

  it('is not summed up anew with every point', async () => {
    await show();
    const before = text(`#${find('.jp-Livesky-stage')?.getAttribute('aria-describedby')}`);
    await sendPoint(1, 5);
    await drawn();
    expect(find('.jp-Livesky-series')?.dataset.points).toBe('1');
    expect(text(`#${find('.jp-Livesky-stage')?.getAttribute('aria-describedby')}`)).toBe(before);
  });

  it('says of a button what was asked for', async () => {
    await show();
    find('.jp-Livesky-pause')?.click();
    await drawn();
    expect(find('.jp-Livesky-pause')?.getAttribute('aria-label')).toBe('Pause the run, pausing…');
  });
});

describe('the handle', () => {
  const height = (): string | null => find('.jp-Livesky-line')?.getAttribute('height') ?? null;
  const handle = (): HTMLElement => find('.jp-Livesky-handle') as HTMLElement;
  const act = async (event: UIEvent): Promise<void> => {
    handle().dispatchEvent(event);
    await drawn();
  };
  const press = (key: string): Promise<void> => act(new KeyboardEvent('keydown', { key }));

  it('changes the height by keys, within limits, and back', async () => {
    await show({ ...LINE, id: 'by-keys' });
    expect(height()).toBe('400');
    // Nothing has a height in this page but what the user has chosen.
    await press('ArrowDown');
    expect(height()).toBe('120');
    await press('ArrowDown');
    expect(height()).toBe('144');
    expect(handle().getAttribute('aria-valuenow')).toBe('144');
    await press('ArrowUp');
    await press('ArrowUp');
    expect(height()).toBe('120');
    await press('Enter');
    expect(height()).toBe('400');
  });

  it('follows the pointer until it is let go', async () => {
    await show({ ...LINE, id: 'by-mouse' });
    await press('Home');
    await act(new PointerEvent('pointerdown', { clientY: 100 }));
    await act(new PointerEvent('pointermove', { clientY: 250 }));
    expect(height()).toBe('270');
    await act(new PointerEvent('lostpointercapture'));
    await act(new PointerEvent('pointermove', { clientY: 500 }));
    expect(height()).toBe('270');
    await act(new MouseEvent('dblclick'));
    expect(height()).toBe('400');
  });

  it('is remembered when the figure is shown again', async () => {
    await show({ ...LINE, id: 'remembered' });
    await press('Home');
    view.remove();
    await show({ ...LINE, id: 'remembered' });
    expect(height()).toBe('120');
  });

  it('makes a table higher, too', async () => {
    await show({ ...TABLE, id: 'high-table' });
    await press('Home');
    expect(find('.jp-Livesky-table')?.style.height).toBe('120px');
  });
});

describe('a figure that wants a tab', () => {
  let request: TabRequest | undefined;
  const tab = { activate: vi.fn(), dispose: vi.fn() };
  const inTab = (selector: string): Element | null | undefined => request?.node.querySelector(selector);
  beforeEach(() => {
    request = undefined;
    tab.activate.mockReset();
    tab.dispose.mockReset();
    provideTabs((given) => {
      request = given;
      document.body.append(given.node);
      return tab;
    });
  });
  afterEach(() => provideTabs(undefined));

  it('is drawn there, and the cell says so and leads there', async () => {
    await show(LINE, { place: 'tab' });
    expect(request).toMatchObject({ id: 'figure', title: 'det against motor' });
    expect(inTab('.jp-Livesky-body svg')).toBeTruthy();
    expect(find('.jp-Livesky-body')).toBeNull();
    expect(text('.jp-Livesky-tabNote')).toBe('det against motor: in a tab of its own');
    find('.jp-Livesky-tabNote button')?.click();
    expect(tab.activate).toHaveBeenCalledOnce();
    view.remove();
    expect(tab.dispose).toHaveBeenCalledOnce();
  });

  it('is drawn in the cell again when the tab is closed', async () => {
    await show(LINE, { place: 'tab' });
    request?.closed();
    await drawn();
    expect(find('.jp-Livesky-body svg')).toBeTruthy();
    expect(find('.jp-Livesky-tabNote')).toBeNull();
  });

  it('is drawn in the cell where there is no room for tabs', async () => {
    provideTabs(() => undefined);
    await show(LINE, { place: 'tab' });
    expect(find('.jp-Livesky-body svg')).toBeTruthy();
  });

  it('and one that wants none has none', async () => {
    await show();
    expect(request).toBeUndefined();
    expect(find('.jp-Livesky-body svg')).toBeTruthy();
  });
});
