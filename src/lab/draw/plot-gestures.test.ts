// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { LineSpec } from '../../figures/index.js';
import { plotChoices } from '../../../tests/instruments/plot-choices.js';
import { drawLine } from './line.js';
import type { DrawnPlot } from './line.js';
import type { PlotChoices } from './plot-choices.js';
import type { Zoom } from './zooming.js';

const STYLE = { color: null, marker: null, markersize: 6, linestyle: '-', linewidth: 1.5 } as const;
const SERIES = { run: 'r', x: 'motor', y: 'det', epoch: 'run', label: '', style: STYLE } as const;
const WORDS = { description: 'det against motor', xLabel: 'motor', yLabel: 'det', legendTitle: '' } as const;
const SPEC: LineSpec = { kind: 'line', id: 'f', ...WORDS, xlim: [0, 10], ylim: [0, 10], series: [SERIES] };

let host: HTMLElement;
let drawn: DrawnPlot;
let zooms: Zoom[];
let homes: number;
/** Events come in time; jsdom's own clock is not that of a user. */
let now: number;

function draw(changes: Partial<PlotChoices> = {}): void {
  const plain = { kind: 'number', units: '' } as const;
  drawn = drawLine(host, {
    spec: SPEC,
    points: [{ x: Float64Array.of(2, 5, 8), y: Float64Array.of(2, 5, 8), leftOut: 0, gaps: 0 }],
    x: plain,
    y: plain,
    choices: plotChoices({ zoom: (to) => zooms.push(to), home: () => (homes += 1), ...changes }),
    describe: () => ({ title: '', values: [] }),
    summary: 'summary',
    width: 640,
    height: 400,
  });
}

const stage = (): HTMLElement => host.querySelector('.jp-Livesky-stage') as HTMLElement;
const box = (): HTMLElement => host.querySelector('.jp-Livesky-zoomBox') as HTMLElement;

/** Where a point of the axes is on the screen. */
function at(x: number, y: number): { clientX: number; clientY: number } {
  const { axes } = drawn;
  return { clientX: axes.left + axes.x(x), clientY: axes.top + axes.y(y) };
}

function mouse(type: string, x: number, y: number, init: PointerEventInit = {}): void {
  stage().dispatchEvent(
    new PointerEvent(type, { ...at(x, y), pointerType: 'mouse', bubbles: true, button: 0, ...init }),
  );
}

function drag(from: [number, number], to: [number, number], init: PointerEventInit = {}): void {
  mouse('pointerdown', ...from, init);
  mouse('pointermove', ...to, { buttons: 1, ...init });
  mouse('pointerup', ...to, init);
}

function wheel(x: number, y: number, init: WheelEventInit = {}, target: EventTarget = stage()): WheelEvent {
  const event = new WheelEvent('wheel', { ...at(x, y), deltaY: 100, bubbles: true, cancelable: true, ...init });
  now += 1000;
  Object.defineProperty(event, 'timeStamp', { value: now });
  target.dispatchEvent(event);
  return event;
}

function press(key: string, init: KeyboardEventInit = {}): void {
  stage().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
}

/** Limits to three digits. */
function rounded(limits: readonly number[] | undefined): number[] | undefined {
  return limits?.map((each) => Number(each.toPrecision(3)));
}

beforeEach(() => {
  document.body.replaceChildren();
  host = document.body.appendChild(document.createElement('div'));
  zooms = [];
  homes = 0;
  now ??= 1e6;
  draw();
});

describe('dragging', () => {
  it('zooms to the box that was drawn, which is shown meanwhile', () => {
    mouse('pointerdown', 2, 2);
    mouse('pointermove', 6, 8, { buttons: 1 });
    expect(box().hidden).toBe(false);
    mouse('pointerup', 6, 8);
    expect(box().hidden).toBe(true);
    expect(zooms.map(({ x, y }) => [rounded(x), rounded(y)])).toEqual([
      [
        [2, 6],
        [2, 8],
      ],
    ]);
  });

  it('along one axis zooms that alone; a click does not zoom', () => {
    drag([2, 5], [6, 5.1]);
    drag([2, 5], [2.02, 8]);
    drag([2, 5], [2, 5]);
    expect(zooms.map(({ x, y }) => [rounded(x), rounded(y)])).toEqual([
      [[2, 6], undefined],
      [undefined, [5, 8]],
    ]);
  });

  it('out of the plot zooms to its edge', () => {
    drag([2, 2], [50, 50]);
    expect(rounded(zooms[0]?.x)).toEqual([2, 10]);
  });

  it.each([
    ['with Shift', { shiftKey: true }],
    ['with the middle button', { button: 1 }],
  ])('%s moves what is shown', (_, init) => {
    drag([2, 2], [3, 4], init);
    expect(zooms.map(({ x, y }) => [rounded(x), rounded(y)])).toEqual([
      [
        [-1, 9],
        [-2, 8],
      ],
    ]);
  });

  it('moves where that was chosen', () => {
    draw({ drag: 'pan' });
    drag([2, 2], [3, 2]);
    expect(rounded(zooms[0]?.x)).toEqual([-1, 9]);
  });

  it('is broken off with Escape', () => {
    mouse('pointerdown', 2, 2);
    mouse('pointermove', 6, 8, { buttons: 1 });
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    mouse('pointerup', 6, 8);
    expect(zooms).toEqual([]);
    expect(box().hidden).toBe(true);
  });

  it('is not for the right button, nor for fingers, which point', () => {
    drag([2, 2], [6, 8], { button: 2 });
    drag([2, 2], [6, 8], { pointerType: 'touch' });
    expect(zooms).toEqual([]);
  });
});

describe('the wheel', () => {
  it('zooms at the pointer with Ctrl, and the page does not scroll', () => {
    const event = wheel(2.5, 5, { ctrlKey: true, deltaY: -500 });
    expect(event.defaultPrevented).toBe(true);
    expect(zooms.map(({ x, y }) => [rounded(x), rounded(y)])).toEqual([
      [
        [1.25, 6.25],
        [2.5, 7.5],
      ],
    ]);
  });

  it('zooms once more before the first is drawn', () => {
    wheel(2.5, 5, { ctrlKey: true, deltaY: -500 });
    wheel(2.5, 5, { ctrlKey: true, deltaY: -500 });
    expect(rounded(zooms[1]?.x)).toEqual([1.88, 4.38]);
  });

  it('scrolls the page over a plot that nobody has clicked', () => {
    expect(wheel(5, 5).defaultPrevented).toBe(false);
    expect(zooms).toEqual([]);
    const hint = host.querySelector('.jp-Livesky-hint') as HTMLElement;
    expect([hint.hidden, hint.textContent]).toEqual([false, expect.stringContaining('Ctrl')]);
  });

  it('zooms a plot that has the focus', () => {
    stage().focus();
    expect(wheel(5, 5).defaultPrevented).toBe(true);
    expect(zooms).toHaveLength(1);
  });

  it('goes on scrolling when the page has brought the plot under the pointer', () => {
    stage().focus();
    wheel(5, 5, {}, document.body);
    // A tenth of a second later: the same turn of the wheel.
    now -= 900;
    expect(wheel(5, 5).defaultPrevented).toBe(false);
    now -= 900;
    expect(wheel(5, 5).defaultPrevented).toBe(false);
    expect(wheel(5, 5).defaultPrevented).toBe(true);
  });

  it('over an axis zooms that one', () => {
    const under = { clientX: drawn.axes.left + 100, clientY: drawn.axes.top + drawn.axes.height + 20 };
    wheel(0, 0, { ctrlKey: true, ...under });
    const beside = { clientX: drawn.axes.left - 20, clientY: drawn.axes.top + 100 };
    wheel(0, 0, { ctrlKey: true, ...beside });
    expect(zooms.map(({ x, y }) => [x !== undefined, y !== undefined])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe('keys and clicks', () => {
  it('move with Shift and the arrows', () => {
    press('ArrowRight', { shiftKey: true });
    press('ArrowUp', { shiftKey: true });
    expect(zooms[0]?.x?.[0]).toBeGreaterThan(0);
    expect(zooms[0]?.y).toBeUndefined();
    expect(zooms[1]?.y?.[0]).toBeGreaterThan(0);
  });

  it('show all with a double click', () => {
    mouse('dblclick', 5, 5);
    expect(homes).toBe(1);
  });
});
