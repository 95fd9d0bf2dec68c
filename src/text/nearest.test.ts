import { describe, expect, it } from 'vitest';

import { didYouMean, nearest } from './nearest.js';

const NAMES = ['all', 'start', 'stop', 'event', 'event_page', 'descriptor', 'stream_datum'];

describe('nearest', () => {
  it.each([
    ['evnt', 'event'],
    ['evnet', 'event'],
    ['events', 'event'],
    ['Event', 'event'],
    ['START', 'start'],
    ['stp', 'stop'],
    ['al', 'all'],
    ['eventPage', 'event_page'],
    ['event-page', 'event_page'],
    ['descriptors', 'descriptor'],
    ['desciptor', 'descriptor'],
    ['streamDatums', 'stream_datum'],
  ])('takes %s for %s', (word, meant) => {
    expect(nearest(word, NAMES)).toBe(meant);
  });

  it.each(['', 'x', 'motor', 'reading', 'descriptively', 'e'.repeat(10_000)])('has no idea what %s was', (word) => {
    expect(nearest(word, NAMES)).toBeUndefined();
  });

  it.each([
    ['colour', 'color'],
    ['marker_size', 'markersize'],
    ['sl', 'ls'],
    ['-', undefined],
    ['--.', undefined],
    ['q', undefined],
  ])('takes the option %s for %s', (word, meant) => {
    expect(nearest(word, ['color', 'marker', 'markersize', 'ls', '-', '--', 'p'])).toBe(meant);
  });

  it('does not compare words that are longer than names are', () => {
    expect(nearest('x'.repeat(200), ['x'.repeat(199)])).toBe('x'.repeat(199));
    expect(nearest('x'.repeat(10_000), ['x'.repeat(9_999)])).toBeUndefined();
  });

  it('takes the first of equally close words', () => {
    expect(nearest('abc', ['abd', 'abe'])).toBe('abd');
  });

  it('is asked at the end of a message', () => {
    expect(didYouMean('evnt', NAMES)).toBe(" Did you mean 'event'?");
    expect(didYouMean('motor', NAMES)).toBe('');
  });
});
