import { describe, expect, it } from 'vitest';
import { lineStyle } from './line-style.js';
import type { LineStyleOptions } from './line-style-options.js';
import { lineMarks, svgColor } from './line-svg-marks.js';

const POINTS = [
  { x: 0, y: 0 },
  { x: 10, y: 20 },
  { x: 20, y: NaN },
  { x: 30, y: 20 },
];

/** The paths of a style, each as its attributes. */
function pathsOf(options: LineStyleOptions): Record<string, string>[] {
  const marks = lineMarks(lineStyle(options), '#123456', POINTS);
  return Array.from(marks.matchAll(/<path ([^>]*)\/>/g), ([, attributes]) =>
    Object.fromEntries(
      Array.from((attributes as string).matchAll(/([\w-]+)="([^"]*)"/g), ([, name, value]) => [name, value]),
    ),
  );
}

describe('lineMarks', () => {
  it('draws a line in its colour, with gaps, and no marker', () => {
    expect(pathsOf({})).toEqual([
      {
        d: 'M0 0L10 20M30 20',
        fill: 'none',
        stroke: '#123456',
        'stroke-width': '2',
        'stroke-linecap': 'square',
        'stroke-linejoin': 'round',
      },
    ]);
  });

  it.each([
    ['steps-pre', 'M0 0V20H10M30 20'],
    ['steps-post', 'M0 0H10V20M30 20'],
    ['steps-mid', 'M0 0H5V20H10M30 20'],
  ] as const)('connects points by %s', (drawstyle, d) => {
    expect(pathsOf({ drawstyle })[0]?.d).toBe(d);
  });

  it('fills halves, edges and opacity as the style says', () => {
    const paths = pathsOf({ ls: 'none', marker: 's', fillstyle: 'left', mfc: 'r', mfcalt: 'g', mec: 'k', alpha: 0.5 });
    expect(paths.map(({ fill, stroke }) => [fill, stroke])).toEqual([
      ['#ff0000', '#000000'],
      ['#008000', '#000000'],
    ]);
    expect(paths[0]).toMatchObject({ 'fill-opacity': '0.5', 'stroke-opacity': '0.5' });
  });

  it('leaves hollow markers empty and draws one marker a place, of the points that are wanted', () => {
    expect(pathsOf({ ls: 'none', marker: 'o', mfc: 'none' })[0]?.fill).toBe('none');
    const every = pathsOf({ ls: 'none', marker: '+', markevery: [1, 2] })[0]?.d ?? '';
    expect(every.match(/M/g)).toHaveLength(2);
    expect(every.startsWith('M10 20')).toBe(true);
  });

  it('draws nothing that is not there', () => {
    expect(pathsOf({ ls: 'none' })).toEqual([]);
    expect(pathsOf({ color: 'none' })).toEqual([]);
  });
});

describe('svgColor', () => {
  it.each([
    ['r', '#ff0000'],
    ['tab:blue', '#1f77b4'],
    ['url(#x)', '#fallback'],
    ['"/><script>', '#fallback'],
    [null, '#fallback'],
  ])('of %j is %s', (color, css) => {
    expect(svgColor(color, '#fallback')).toBe(css);
  });
});
