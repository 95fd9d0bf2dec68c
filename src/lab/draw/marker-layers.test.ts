import { describe, expect, it } from 'vitest';
import type { LineStyleOptions } from '../../figures/index.js';
import { lineStyle } from '../../figures/index.js';
import { lookOf } from './look.js';

/** The layers of a marker as `fill/stroke width`. */
function layers(options: LineStyleOptions): string[] | undefined {
  return lookOf(lineStyle({ marker: 's', mew: 3, ...options }), 0).marker?.map(
    ({ fill, stroke, width }) => `${fill?.css ?? '-'}/${stroke ? `${stroke.css} ${width}` : '-'}`,
  );
}

const ON_LIGHT = 'var(--jp-livesky-halo-on-light)';
const ON_DARK = 'var(--jp-livesky-halo-on-dark)';

describe('markerLayers', () => {
  it.each<[string, LineStyleOptions, string[] | undefined]>([
    ['one layer', { c: 'r' }, ['currentColor/currentColor 4']],
    ['none for no marker', { marker: 'none' }, undefined],
    ['none for no size', { ms: 0 }, undefined],
    ['nothing of what is transparent', { c: 'r', mfc: 'none', mec: 'none' }, []],
    ['a pixel without an edge', { c: 'r', marker: ',' }, ['currentColor/-']],
    [
      'halves, and an edge around both',
      { c: 'r', fillstyle: 'left', mfcalt: 'b' },
      ['currentColor/-', '#0000ff/-', '-/currentColor 4'],
    ],
    ['one half', { c: 'r', fillstyle: 'left', mec: 'g' }, ['currentColor/-', '-/#008000 4']],
  ])('makes %s', (_, options, expected) => {
    expect(layers(options)).toEqual(expected);
  });

  it.each<[LineStyleOptions, string | undefined]>([
    [{ c: 'w' }, `-/${ON_LIGHT} 6`],
    [{ c: 'k' }, `-/${ON_DARK} 6`],
    [{ c: 'k', mew: 0 }, `-/${ON_DARK} 2`],
    [{ c: 'w', mec: 'none' }, `-/${ON_LIGHT} 2`],
    [{ c: 'k', mfc: 'none' }, `-/${ON_DARK} 6`],
    [{ c: 'k', marker: 'x', mfc: 'r' }, `-/${ON_DARK} 6`],
    [{ c: 'k', mfc: 'r' }, undefined],
    [{ c: 'k', mfc: 'w' }, undefined],
    [{ c: 'k', fillstyle: 'left', mfcalt: 'r' }, undefined],
    [{ c: 'k', mfcalt: 'r' }, `-/${ON_DARK} 6`],
    [{ c: 'r' }, undefined],
    [{}, undefined],
  ])('puts a halo below what would be seen in one theme only: %j', (options, halo) => {
    expect(layers(options)?.find((each) => each.includes('halo'))).toBe(halo);
  });
});
