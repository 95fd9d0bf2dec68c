import { describe, expect, it } from 'vitest';

import { MetadataError } from './errors.js';
import { checkKeys, composeStart, defaultMdValidator, mergeMetadata } from './metadata.js';

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

describe('composeStart', () => {
  it('begins with uid and time', () => {
    const start = composeStart({ scan_id: 1 });
    expect(Object.keys(start)).toEqual(['uid', 'time', 'scan_id']);
    expect(start.uid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(Math.abs(start.time - Date.now() / 1000)).toBeLessThan(1);
  });

  it('copies what it is given, at any depth, but for what is no plain data', () => {
    const pixels = Float64Array.of(1, 2);
    const md = { sample: { name: 'LaB6', tags: [{ a: 1 }] }, pixels };
    const start = composeStart(md);
    md.sample.name = 'Si';
    (md.sample.tags[0] as { a: number }).a = 2;
    expect(start).toMatchObject({ sample: { name: 'LaB6', tags: [{ a: 1 }] } });
    expect(start.pixels).toBe(pixels);
  });

  it.each(['uid', 'time'])('refuses %s as metadata', (key) => {
    expect(() => composeStart({ [key]: 1 })).toThrow(MetadataError);
    expect(() => composeStart({ [key]: 1 })).toThrow(`'${key}'`);
  });
});

describe('checkKeys', () => {
  it.each([
    [{ 'a.b': 1 }, "'a.b'"],
    [{ a: { 'b/c': 1 } }, "'a > b/c'"],
    [{ a: [{ 'b.c': 1 }] }, "'a > 0 > b.c'"],
  ])('refuses a key with a dot or a slash, at any depth (%#)', (md, key) => {
    expect(() => checkKeys('start', md)).toThrow(MetadataError);
    expect(() => checkKeys('start', md)).toThrow(`The start document has the key ${key}.`);
  });

  it('leaves values alone', () => {
    expect(() => checkKeys('start', { a: 'b.c', list: ['x/y'], data: new Float64Array(3) })).not.toThrow();
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
