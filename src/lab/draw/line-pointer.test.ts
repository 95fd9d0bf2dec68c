// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LinePoints, LineSpec } from '../../figures/index.js';
import { plotChoices } from '../../../tests/instruments/plot-choices.js';
import { drawLine } from './line.js';

const SERIES = {
  run: 'r',
  x: 'motor',
  y: 'det',
  epoch: 'run',
  label: '',
  style: { color: null, marker: null, markersize: 6, linestyle: '-', linewidth: 1.5 },
} as const;

let host: HTMLElement;
let described: string[];

/** Draws points at x = 0, 1, 2, ... with fixed limits, so that places are known. */
function draw(...lines: number[][]): void {
  const points = lines.map((y): LinePoints => ({
    x: Float64Array.from(y.keys()),
    y: Float64Array.from(y),
    leftOut: 0,
    gaps: 0,
  }));
  const spec: LineSpec = {
    kind: 'line',
    id: 'f',
    description: 'det against motor',
    xLabel: 'motor',
    yLabel: 'det',
    legendTitle: '',
    xlim: [0, 10],
    ylim: [0, 10],
    series: lines.map(() => SERIES),
  };
  const plain = { kind: 'number', units: '' } as const;
  const describePoint = ({ line, point }: { line: number; point: number }) => {
    described.push(`${line}:${point}`);
    return { title: `line ${line}`, values: [{ name: 'det', text: String(points[line]?.y[point]) }] };
  };
  drawLine(host, {
    spec,
    points,
    x: plain,
    y: plain,
    choices: plotChoices(),
    describe: describePoint,
    summary: 'summary',
    width: 640,
    height: 400,
  });
}

const stage = (): HTMLElement => host.querySelector('.jp-Livesky-stage') as HTMLElement;
const readout = (): string | null => {
  const box = host.querySelector('.jp-Livesky-readout') as HTMLElement;
  return box.hidden ? null : box.textContent;
};

/** Where a point of the axes is in the stage. */
function pixels(x: number, y: number): { clientX: number; clientY: number } {
  const plot = host.querySelector('.jp-Livesky-plot') as Element;
  const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(plot.getAttribute(name)));
  return { clientX: Number(left) + (Number(width) * x) / 10, clientY: Number(top) + Number(height) * (1 - y / 10) };
}

async function point(type: string, x: number, y: number, pointerType = 'mouse'): Promise<void> {
  stage().dispatchEvent(new PointerEvent(type, { ...pixels(x, y), pointerType, bubbles: true }));
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

function press(key: string, target: EventTarget = stage(), init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  document.body.replaceChildren();
  host = document.body.appendChild(document.createElement('div'));
  described = [];
});

describe('the pointer over a plot', () => {
  it('tells of the nearest point and hides when it leaves', async () => {
    draw([1, 2, 3]);
    expect(readout()).toBeNull();
    await point('pointermove', 1.2, 8);
    expect(readout()).toBe('line 0det2');
    await point('pointermove', 1.8, 8);
    expect(readout()).toBe('line 0det3');
    await point('pointerleave', 1.8, 8);
    expect(readout()).toBeNull();
  });

  it('looks once a screen refresh, and leaves the picture alone', async () => {
    draw([1, 2, 3]);
    const changes = new MutationObserver(() => {});
    changes.observe(host.querySelector('.jp-Livesky-line') as Element, {
      subtree: true,
      attributes: true,
      childList: true,
    });
    for (let i = 0; i < 50; i++) stage().dispatchEvent(new PointerEvent('pointermove', pixels(i / 25, 5)));
    await point('pointermove', 2, 5);
    expect(described).toEqual(['0:2']);
    expect(changes.takeRecords()).toEqual([]);
  });

  it('stays with its point while the run grows, and tells of its new value', async () => {
    draw([1, 2, 3]);
    await point('pointermove', 2, 3);
    draw([1, 2, 4, 3, 3]);
    expect(readout()).toBe('line 0det4');
    const count = host.querySelectorAll('*').length;
    draw([1, 2, 4, 3, 3, 3, 3]);
    expect(host.querySelectorAll('*')).toHaveLength(count);
  });

  it('hides with a point that has become a gap', async () => {
    draw([1, 2, 3]);
    await point('pointermove', 2, 3);
    draw([1, 2, NaN]);
    expect(readout()).toBeNull();
  });

  it('tells of nothing beside the plot', async () => {
    draw([1, 2, 3]);
    await point('pointermove', 1, -2);
    expect(readout()).toBeNull();
  });

  it('tells of points that are painted on a canvas', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    draw(Array.from({ length: 6000 }, () => 5));
    expect(host.querySelector('canvas')).not.toBeNull();
    await point('pointermove', 7.1, 5);
    expect(described).toEqual(['0:7']);
  });

  it('leaves the readout of a finger that was lifted', async () => {
    draw([1, 2, 3]);
    await point('pointerdown', 1, 2, 'touch');
    await point('pointerleave', 1, 2, 'touch');
    expect(readout()).toBe('line 0det2');
    stage().dispatchEvent(new FocusEvent('blur'));
    expect(readout()).toBeNull();
  });

  it('lets Escape take the readout away, wherever the focus is, until another point', async () => {
    draw([1, 2, 3]);
    await point('pointermove', 1, 2);
    press('Escape', document.body);
    expect(readout()).toBeNull();
    await point('pointermove', 1.1, 2);
    expect(readout()).toBeNull();
    await point('pointermove', 2, 2);
    expect(readout()).toBe('line 0det3');
  });
});

describe('the keyboard in a plot', () => {
  it('goes from point to point and says where it is', () => {
    draw([1, 2, 3], [4, 5, 6]);
    expect(press('ArrowRight').defaultPrevented).toBe(true);
    press('ArrowRight');
    expect(readout()).toBe('line 0det2');
    press('ArrowDown');
    expect(readout()).toBe('line 1det5');
    expect(stage().querySelector('[aria-live=polite]')?.textContent).toBe('det 5, line 1');
    press('End');
    expect(readout()).toBe('line 1det6');
    press('Escape');
    expect(readout()).toBeNull();
  });

  it("leaves other keys, and keys with Control, to the page; the notebook's shortcuts do not see any", () => {
    draw([1, 2, 3]);
    expect(press('Tab').defaultPrevented).toBe(false);
    expect(press('ArrowRight', stage(), { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(stage().getAttribute('data-lm-suppress-shortcuts')).toBe('true');
    expect(stage().tabIndex).toBe(0);
  });

  it('is not moved by the pointer that stays where it is', async () => {
    draw([1, 2, 3]);
    await point('pointermove', 0, 1);
    press('ArrowRight');
    draw([1, 2, 3, 4]);
    expect(readout()).toBe('line 0det2');
  });
});
