import { describe, expect, it } from 'vitest';

import { lineStyle, StyleError } from './line-style.js';

describe('lineStyle', () => {
  it("fills in matplotlib's defaults", () => {
    expect(lineStyle({})).toEqual({ color: null, marker: null, markersize: 6, linestyle: '-', linewidth: 1.5 });
  });

  it('takes long and short names, and none', () => {
    expect(lineStyle({ linestyle: 'dashed', marker: 'x', color: 'red', markersize: 10 })).toEqual({
      color: 'red',
      marker: 'x',
      markersize: 10,
      linestyle: '--',
      linewidth: 1.5,
    });
    expect([lineStyle({ linestyle: 'None' }).linestyle, lineStyle({ marker: '' }).marker]).toEqual([null, null]);
  });

  it.each([
    [{ marker: 'q' }, /^marker is "q", but must be one of '\.', .*'none'\.$/],
    [{ linestyle: 'toString' }, /^linestyle is "toString"/],
    [{ linewidth: -1 }, /^linewidth is -1/],
    [{ markersize: NaN }, /^markersize is NaN/],
    [{ color: '' }, /^color is ; give a CSS colour/],
  ])('names the option that it cannot draw: %j', (options, message) => {
    expect(() => lineStyle(options)).toThrow(StyleError);
    expect(() => lineStyle(options)).toThrow(message);
  });
});
