// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { canvasColor, paintOf, paletteColor } from './color.js';

describe('paintOf', () => {
  it.each([
    ['r', undefined, { css: '#ff0000', opacity: 1 }],
    ['#1f77b480', undefined, { css: '#1f77b4', opacity: 128 / 255 }],
    ['#1f77b480', 0.3, { css: '#1f77b4', opacity: 0.3 }],
    ['none', 0.3, { css: '#000000', opacity: 0, faintOn: 'dark' }],
  ])('takes %s with alpha %s', (color, alpha, paint) => {
    expect(paintOf(color, alpha)).toEqual(paint);
  });

  it.each([null, undefined, 'no such colour', 'url(#evil)'])('leaves %s to the theme', (color) => {
    expect(paintOf(color, undefined)).toBeUndefined();
  });

  it.each([
    ['w', 'light'],
    ['yellow', 'light'],
    ['k', 'dark'],
    ['navy', 'dark'],
    ['y', undefined],
    ['orange', undefined],
    ['blue', undefined],
    ['0.5', undefined],
    ...Array.from({ length: 10 }, (_, i): [string, undefined] => [`C${i}`, undefined]),
  ])('knows where %s is faint: %s', (color, background) => {
    expect(paintOf(color, undefined)?.faintOn).toBe(background);
  });
});

describe('paletteColor', () => {
  it('begins again after the tenth', () => {
    expect([paletteColor(9), paletteColor(12)]).toEqual(['var(--jp-livesky-series-9)', 'var(--jp-livesky-series-2)']);
  });
});

describe('canvasColor', () => {
  it('reads what a canvas does not know where an element is', () => {
    document.body.innerHTML = '<p style="color: rgb(1, 2, 3); --halo: #757575"></p>';
    const css = (name: string): string =>
      canvasColor(document.querySelector('p') as Element, { css: name, opacity: 1 });
    expect([css('currentColor'), css('var(--halo)'), css('#abcdef')]).toEqual(['rgb(1, 2, 3)', '#757575', '#abcdef']);
  });
});
