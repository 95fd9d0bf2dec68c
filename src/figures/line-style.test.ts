import { describe, expect, it } from 'vitest';

import { lineStyle, readLineStyle } from './line-style.js';
import type { LineStyle } from './spec.js';
import { StyleError } from './style-checks.js';

describe('lineStyle', () => {
  it("fills in matplotlib's defaults", () => {
    expect(lineStyle({})).toEqual({ color: null, marker: null, markersize: 6, linestyle: '-', linewidth: 1.5 });
    expect(lineStyle({ color: null, marker: null, mew: null, alpha: undefined })).toEqual(lineStyle({}));
  });

  it.each([
    [
      { c: 'red', ls: 'dashed', lw: 2, ms: 10 },
      { color: '#ff0000', linestyle: '--', linewidth: 2, markersize: 10 },
    ],
    [
      { mec: 'k', mew: 0, mfc: 'none', mfcalt: 'auto' },
      { markeredgecolor: '#000000', markeredgewidth: 0, markerfacecolor: 'none', markerfacecoloralt: 'auto' },
    ],
    [{ color: [1, 0.5, 0, 0.2] }, { color: '#ff800033' }],
    [
      { color: ['C0', 0.5] as const, alpha: 0.3 },
      { color: '#1f77b480', alpha: 0.3 },
    ],
    [{ linestyle: [1, [3, 1]] as const }, { linestyle: [1, [3, 1]] }],
    [{ linestyle: 'None' }, { linestyle: null }],
    [{ marker: '' }, { marker: null }],
    [{ marker: 2 }, { marker: 2 }],
    [{ marker: '2' }, { marker: '2' }],
    [{ ds: 'steps' }, { drawstyle: 'steps-pre' }],
    [{ fillstyle: 'left' }, { fillstyle: 'left' }],
    [{ markevery: 3 }, { markevery: [0, 3] }],
    [{ markevery: [1, 2] }, { markevery: [1, 2] }],
  ])('brings %j into one form', (options, style) => {
    expect(lineStyle(options)).toEqual({ ...lineStyle({}), ...style });
  });

  it.each([
    [{ marker: 'q' }, /^marker is "q", but must be one of 'none', '\.', ',', 'o', .*, '_', 0, 1, .*, 11\.$/],
    [{ marker: 12 }, /^marker is 12, but/],
    [{ linestyle: 'toString' }, /^linestyle is "toString", but must be one of '-', .*'none', or \[offset/],
    [{ ls: 'dased' }, /^ls is "dased".* Did you mean 'dashed'\?$/],
    [{ linestyle: [0, [0, 0]] as const }, /^linestyle is \[0,\[0,0\]\], but/],
    [{ linewidth: -1 }, /^linewidth is -1, but must be a number of points, 0 or more\.$/],
    [{ markersize: NaN }, /^markersize is NaN/],
    [{ color: '' }, /^color is "", but must be a name such as 'red'/],
    [{ color: 'crimsom' }, /xkcd's names are not known\. Did you mean 'crimson'\?$/],
    [{ mfc: 'tab:bleu' }, /^mfc is "tab:bleu".* Did you mean 'tab:blue'\?$/],
    [{ color: 'auto' }, /^color is "auto"/],
    [{ color: [2, 0, 0] }, /^color is \[2,0,0\]/],
    [{ alpha: 2 }, /^alpha is 2, but must be a number from 0 to 1\.$/],
    [{ fillstyle: 'lift' }, /^fillstyle is "lift", .* Did you mean 'left'\?$/],
    [{ drawstyle: 'step' }, /^drawstyle is "step".*'steps-post'/],
    [{ markevery: 0.1 }, /^markevery is 0\.1, but must be a whole number from 1, or \[start, step\]/],
    [{ markevery: [1, 2, 3] }, /^markevery is \[1,2,3\]/],
    [{ color: 'red', c: 'red' }, /^Got both 'color' and 'c', which are aliases of one another$/],
  ])('names the option that it cannot draw: %j', (options, message) => {
    expect(() => lineStyle(options)).toThrow(StyleError);
    expect(() => lineStyle(options)).toThrow(message);
  });
});

describe('readLineStyle', () => {
  it('leaves a style as it is', () => {
    const style = lineStyle({ c: 'r', ls: 'none', marker: 4, mfc: 'none', markevery: [1, 2], ds: 'steps', alpha: 0.5 });
    expect(readLineStyle(style)).toEqual(style);
    expect(readLineStyle(lineStyle({ ls: [1, [2, 3]] }))).toEqual(lineStyle({ ls: [1, [2, 3]] }));
  });

  it('passes over what cannot be drawn, and nothing else', () => {
    const style = {
      color: 'url(#evil)',
      marker: 'x',
      markersize: NaN,
      linestyle: 5,
      linewidth: '2',
      markevery: [0, 0],
      fillstyle: 'toString',
      unknown: 1,
    };
    expect(readLineStyle(style as unknown as LineStyle)).toEqual(lineStyle({ marker: 'x' }));
  });
});
