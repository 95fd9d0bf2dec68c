// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';

import { Model } from '../fitting/index.js';
import { fitSvg } from './fit-svg.js';
import type { FittedCurves } from './fit-svg.js';
import { pictureOfFit } from './fit-picture.js';

function curves(points: number, changes: Partial<FittedCurves> = {}): FittedCurves {
  const x = Float64Array.from({ length: points }, (_, i) => i / points);
  const wave = x.map((each) => Math.sin(7 * each));
  const zero = new Float64Array(points);
  return { x, xLabel: 'motor', data: wave, bestFit: wave, initFit: zero, residual: zero, ...changes };
}

function parsed(svg: string): Document {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed;
}

/** How many dots the widest path of dots has. */
function dots(svg: string): number {
  return Math.max(
    ...Array.from(parsed(svg).querySelectorAll('path'), (path) => (path.getAttribute('d')?.match(/h0/g) ?? []).length),
  );
}

describe('fitSvg', () => {
  it('draws data, best fit, start and residuals, each once', () => {
    const svg = fitSvg(curves(40));
    expect(dots(svg)).toBe(40);
    const lines = Array.from(parsed(svg).querySelectorAll('path')).filter((path) =>
      /L/.test(path.getAttribute('d') ?? ''),
    );
    expect(lines).toHaveLength(2);
    const labels = Array.from(parsed(svg).querySelectorAll('text'), ({ textContent }) => textContent);
    expect(labels).toEqual(expect.arrayContaining(['motor', 'data', 'best fit', 'initial fit']));
  });

  it('stays small however many points there are, and keeps the extremes', () => {
    const data = new Float64Array(200_000).fill(1);
    data[123_456] = 9;
    const svg = fitSvg(curves(200_000, { data }));
    expect(svg.length).toBeLessThan(60_000);
    expect(dots(svg)).toBeLessThanOrEqual(562);
    expect(svg).not.toBe(fitSvg(curves(200_000, { data: new Float64Array(200_000).fill(1) })));
  });

  it('leaves gaps where there is no number, and draws even nothing', () => {
    const data = Float64Array.of(1, NaN, 3, Infinity, 2);
    expect(dots(fitSvg(curves(5, { data, residual: new Float64Array(2) })))).toBe(3);
    expect(() => parsed(fitSvg(curves(0)))).not.toThrow();
    expect(fitSvg(curves(3, { data: new Float64Array(3).fill(NaN) }))).not.toContain('NaN');
  });

  it('escapes what names hold', () => {
    const svg = fitSvg(curves(3, { xLabel: '<script>alert("x")</script>&' }));
    expect(svg).not.toContain('<script');
    expect(parsed(svg).documentElement.textContent).toContain('<script>alert("x")</script>&');
  });
});

describe('pictureOfFit', () => {
  it('knows a result by its brand', () => {
    const model = new Model((x: number, a: number) => a * x, { params: ['a'] });
    const result = model.fit([1, 2, 3], { a: 2 }, { x: [1, 2, 3] });
    expect(pictureOfFit(result)).toMatch(/^<svg/);
    expect(pictureOfFit({ ...result })).toBeUndefined();
    expect(pictureOfFit(3)).toBeUndefined();
  });

  it('draws over points where there are several variables', () => {
    const model = new Model((x: number, y: number, a: number) => a * x * y, {
      independentVars: ['x', 'y'],
      params: ['a'],
    });
    const result = model.fit([1, 4, 9], { a: 2 }, { x: [1, 2, 3], y: [1, 2, 3] });
    expect(pictureOfFit(result)).toContain('>point</text>');
  });
});
