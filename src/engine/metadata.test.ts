import { describe, expect, it } from 'vitest';

import { MetadataError } from './errors.js';
import { defaultMdValidator, mergeMetadata, nextScanId, ownMetadata } from './metadata.js';

describe('mergeMetadata', () => {
  it('lets the call win over the plan, the plan over its name, and that over the engine', () => {
    const merged = mergeMetadata({
      engine: { a: 'engine', plan_name: 'engine', b: 'engine', c: 'engine' },
      plan: { plan_type: 'generator', plan_name: 'own' },
      openRun: { b: 'plan', c: 'plan', d: 'plan' },
      call: { c: 'call', e: 'call' },
    });
    expect(merged).toEqual({
      a: 'engine',
      plan_name: 'own',
      b: 'plan',
      c: 'call',
      plan_type: 'generator',
      d: 'plan',
      e: 'call',
    });
    expect(Object.keys(merged)).toEqual(['a', 'plan_name', 'b', 'c', 'plan_type', 'd', 'e']);
  });
});

describe('ownMetadata', () => {
  it('copies what it is given, at any depth, but for what is no plain data', () => {
    const pixels = Float64Array.of(1, 2);
    const md = { sample: { name: 'LaB6', tags: [{ a: 1 }] }, pixels };
    const own = ownMetadata(md);
    md.sample.name = 'Si';
    (md.sample.tags[0] as { a: number }).a = 2;
    expect(own).toMatchObject({ sample: { name: 'LaB6', tags: [{ a: 1 }] } });
    expect(own.pixels).toBe(pixels);
  });

  it.each(['uid', 'time'])('refuses %s as metadata', (key) => {
    expect(() => ownMetadata({ [key]: 1 })).toThrow(MetadataError);
    expect(() => ownMetadata({ [key]: 1 })).toThrow(`'${key}'`);
  });
});

describe('nextScanId', () => {
  it.each<[unknown, number]>([
    [undefined, 1],
    [0, 1],
    [7, 8],
    [-1, 0],
  ])('after %j is %i', (last, next) => {
    expect(nextScanId({ scan_id: last })).toBe(next);
  });

  it.each<[unknown, string]>([
    ['7', '"7"'],
    [null, 'null'],
    [1.5, '1.5'],
    [NaN, 'NaN'],
    [7n, '7'],
    [[7], 'a list'],
    [true, 'true'],
  ])('is not counted from %s', (last, shown) => {
    expect(() => nextScanId({ scan_id: last })).toThrow(MetadataError);
    expect(() => nextScanId({ scan_id: last })).toThrow(`RE.md.scan_id is ${shown}, so that no next one`);
  });
});

describe('defaultMdValidator', () => {
  it.each(['LaB6', { name: 'LaB6' }, undefined])('takes the sample %j', (sample) => {
    expect(() => defaultMdValidator({ sample })).not.toThrow();
  });

  it.each([3, null, ['LaB6']])('refuses the sample %j', (sample) => {
    expect(() => defaultMdValidator({ sample })).toThrow(MetadataError);
  });
});
