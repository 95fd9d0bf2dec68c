import { describe, expect, it } from 'vitest';
import { seriesColor } from './color.js';

describe('seriesColor', () => {
  it.each([
    [null, 'var(--jp-livesky-series-2)'],
    ['C1', 'var(--jp-livesky-series-1)'],
    ['C12', 'var(--jp-livesky-series-2)'],
    ['tab:red', 'var(--jp-livesky-series-3)'],
    ['tab:nonsense', 'var(--jp-livesky-series-0)'],
    ['r', 'red'],
    ['k', 'var(--jp-ui-font-color0)'],
    ['0.5', 'rgb(128, 128, 128)'],
    ['#abc', '#abc'],
    ['crimson', 'crimson'],
  ])('translates %s', (color, css) => {
    expect(seriesColor(color, 2)).toBe(css);
  });
});
