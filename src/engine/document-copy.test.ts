import { describe, expect, it } from 'vitest';

import { eventDoc, startDoc } from '../../tests/instruments/runs.js';
import type { EventDescriptor } from '../documents/index.js';
import { documentCopy } from './document-copy.js';

describe('documentCopy', () => {
  it('copies an event and its records, and shares the values', () => {
    const image = [
      [1, 2],
      [3, 4],
    ];
    const doc = eventDoc('d', 1, { det: 1, image });
    const copy = documentCopy('event', doc);
    expect(copy).toEqual(doc);
    copy.data.det = 2;
    delete copy.timestamps.det;
    copy.seq_num = 9;
    expect(doc).toEqual({ ...eventDoc('d', 1, { det: 1, image }), uid: doc.uid, time: doc.time });
    expect(copy.data.image).toBe(image);
  });

  it('copies a start document at any depth, but no binary values', () => {
    const mask = new Uint8Array(3);
    const doc = { ...startDoc(), sample: { layers: [{ name: 'Si' }] }, mask };
    const copy = documentCopy('start', doc) as typeof doc;
    expect(copy).toEqual(doc);
    (copy.sample.layers[0] as { name: string }).name = 'Ge';
    expect(doc.sample.layers).toEqual([{ name: 'Si' }]);
    expect(copy.mask).toBe(mask);
  });

  it('copies a descriptor down to its data keys', () => {
    const doc = { uid: 'd', time: 1, run_start: 'u', data_keys: { det: { shape: [] } } } as unknown as EventDescriptor;
    const copy = documentCopy('descriptor', doc);
    Object.assign(copy.data_keys.det as object, { units: 'mm' });
    expect(doc.data_keys.det).toEqual({ shape: [] });
  });
});
