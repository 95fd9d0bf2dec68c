// @vitest-environment jsdom
import { scaleLinear } from 'd3';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../tests/instruments/read-number.js';
import { seededRandom } from '../../devices/sim/random.js';
import { drawAxes } from './axes.js';
import type { AxesDrawing } from './axes.js';
import { chooseTicks } from './tick-choice.js';

/** Width of a character where the page has no layout. */
const CHARACTER = 6.8;

interface Label {
  text: string;
  at: number;
}

/** The value of a tick, by what stands at it and in the note: text × factor + offset. */
function valueOf(text: string, note: string): number {
  const parts = note.split(' ').filter(Boolean);
  const factor = parts.find((part) => part.startsWith('×')) ?? '';
  const offset = parts.find((part) => /^[+\u2212]/.test(part)) ?? '+0';
  return readNumber(`${text}${factor}`) + readNumber(offset.replace('+', ''));
}

/** How far the last digit of a text reaches. */
function lastDigit(text: string, note: string): number {
  const decimals = text.split('.')[1]?.length ?? 0;
  return readNumber(`1${note.split(' ').find((part) => part.startsWith('×')) ?? ''}`) * 10 ** -decimals;
}

interface Range {
  limits: [number, number];
  kind?: 'number' | 'integer' | 'time';
}

function draw({ width = 640, height = 400, x, y }: { width?: number; height?: number; x?: Range; y?: Range }): {
  x: Label[];
  y: Label[];
  left: number;
  right: number;
} {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const plain = { limits: [0, 1], kind: 'number', isLog: false } as const;
  const whole: AxesDrawing = {
    width,
    height,
    x: { ...plain, label: 'motor', ...x },
    y: { ...plain, label: 'det', ...y },
    isSwapped: false,
  };
  const axes = drawAxes(svg, whole);
  const labels = (axis: string, part: 0 | 1): Label[] =>
    Array.from(svg.querySelectorAll(`.jp-mod-${axis} .jp-Livesky-tick`), (tick) => ({
      text: tick.textContent ?? '',
      at: Number(/\(([^,]*),([^)]*)\)/.exec(tick.getAttribute('transform') ?? '')?.[part + 1]),
    }));
  return { x: labels('x', 0), y: labels('y', 1), left: axes.left, right: whole.width - axes.left };
}

/** Ranges of all sizes, far from zero and near it. */
function randomRange(random: () => number): [number, number] {
  const size = 10 ** (random() * 500 - 250);
  const low = (random() - 0.5) * 2 * size;
  const span = Math.abs(low) * 10 ** (random() * 16 - 13);
  return [low, low + span];
}

function randomly(name: string, times: number, check: (random: () => number) => void): void {
  const seed = Math.floor(Math.random() * 2 ** 32);
  console.log(`${name}: seed ${seed}`);
  const random = seededRandom(seed);
  for (let i = 0; i < times; i++) check(random);
}

describe('chooseTicks', () => {
  it('writes ticks of any range so that they differ, are short, and read back', () => {
    randomly('ticks', 1500, (random) => {
      const range = randomRange(random);
      const scale = scaleLinear(range, [0, 100 + random() * 600]);
      const { values, texts, note } = chooseTicks(scale, { kind: 'number', space: 84, needed: () => 60 });
      const where = `${range.join(' to ')}: ${texts.join(' ')} (${note})`;
      expect(values.length, where).toBeGreaterThan(0);
      expect(new Set(texts).size, where).toBe(texts.length);
      texts.forEach((text, i) => {
        const value = values[i] as number;
        expect(text.length, where).toBeLessThanOrEqual(11);
        expect(text, where).not.toMatch(/^\u22120(\.0*)?$|-|NaN|Infinity|undefined/);
        // Half of the last digit, and what doubles cannot hold.
        const tolerance = 0.51 * lastDigit(text, note) + 4 * Number.EPSILON * Math.abs(value);
        expect(Math.abs(valueOf(text, note) - value), where).toBeLessThanOrEqual(tolerance);
      });
    });
  });

  it('gives whole numbers whole ticks', () => {
    const scale = scaleLinear([0.8, 3.2], [0, 640]);
    const whole = chooseTicks(scale, { kind: 'integer', space: 84, needed: () => 0 });
    expect(whole.texts).toEqual(['1', '2', '3']);
    const others = chooseTicks(scale, { kind: 'number', space: 84, needed: () => 0 });
    expect(others.texts).toContain('1.4');
  });

  it('keeps fewer ticks where there is no room for more', () => {
    const scale = scaleLinear([-123456, 123456], [0, 60]);
    const { texts } = chooseTicks(scale, { kind: 'number', space: 84, needed: () => 61 });
    expect(texts).toHaveLength(1);
  });
});

describe('the ticks of axes', () => {
  it.each(['number', 'integer', 'time'] as const)('of %s neither touch nor leave the figure', (kind) => {
    randomly(`axes of ${kind}`, 150, (random) => {
      const begin = 1.7e9 + random() * 3e8;
      const x: [number, number] = kind === 'time' ? [begin, begin + 10 ** (random() * 12 - 3)] : randomRange(random);
      const width = Math.round(240 + random() * 480);
      const drawn = draw({
        width,
        height: Math.round(120 + random() * 400),
        x: { limits: x, kind },
        y: { limits: randomRange(random) },
      });
      const where = `${width} px, ${x.join(' to ')}: ${drawn.x.map(({ text }) => text).join(' ')}`;
      expect(new Set(drawn.x.map(({ text }) => text)).size, where).toBe(drawn.x.length);
      drawn.x.forEach(({ text, at }, i) => {
        const half = (text.length * CHARACTER) / 2;
        expect(at - half, where).toBeGreaterThanOrEqual(-drawn.left);
        expect(at + half, where).toBeLessThanOrEqual(drawn.right);
        const before = drawn.x[i - 1];
        if (before) expect(at - half, where).toBeGreaterThan(before.at + (before.text.length * CHARACTER) / 2);
      });
      drawn.y.forEach(({ text, at }, i) => {
        expect(text.length * CHARACTER, text).toBeLessThanOrEqual(drawn.left - 20);
        const before = drawn.y[i - 1];
        if (before) expect(Math.abs(at - before.at)).toBeGreaterThanOrEqual(13.9);
      });
    });
  });

  it('control: one that is too wide for its figure is seen', () => {
    const { x, right } = draw({ width: 60, x: { limits: [-123456, 123456] } });
    expect(x.some(({ text, at }) => at + (text.length * CHARACTER) / 2 > right)).toBe(true);
  });
});
