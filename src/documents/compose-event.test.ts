import { describe, expect, it } from 'vitest';

import { composeRun } from './compose-run.js';
import type { ComposedDescriptor } from './compose-descriptor.js';
import type { EventFields } from './compose-event.js';
import { EventModelValidationError } from './errors.js';

const key = { source: 'SIM', dtype: 'number', shape: [] } as const;

function stream(fields: readonly string[], uid = 'descriptor', counters?: Map<string, number>): ComposedDescriptor {
  const run = composeRun(counters ? { eventCounters: counters } : {});
  const keys = Object.fromEntries(fields.map((field) => [field, key]));
  return run.composeDescriptor({ name: 'primary', data_keys: keys, uid }, { validate: false });
}

class Values {
  det = 1;
}

describe('composeEvent refuses what the schema refuses, though it looks at most events only briefly', () => {
  const good = { data: { det: 1 }, timestamps: { det: 1 } };

  it.each<[string, unknown]>([
    ['no data', { timestamps: { det: 1 } }],
    ['a list as data', { ...good, data: [1] }],
    ['an instance of a class as data', { ...good, data: new Values() }],
    ['a list as timestamps', { ...good, timestamps: [1] }],
    ['a map as timestamps', { ...good, timestamps: new Map([['det', 1]]) }],
    ['a number as uid', { ...good, uid: 3 }],
    ['a text as time', { ...good, time: 'now' }],
    ['a number between as seq_num', { ...good, seq_num: 1.5 }],
    ['a number as filled', { ...good, filled: { det: 3 } }],
    ['other fields', { ...good, data: { other: 1 } }],
    ['a field too many', { ...good, data: { det: 1, other: 1 } }],
    ['a field too few', { ...good, timestamps: {} }],
    ['a field that only its prototype has', { ...good, data: Object.create({ det: 1 }) as object }],
  ])('%s', (_, fields) => {
    const { composeEvent } = stream(['det']);
    expect(() => composeEvent(fields as EventFields)).toThrow(EventModelValidationError);
    expect(composeEvent(good).seq_num).toBe(1);
  });

  it('an array of numbers, which has the keys of such a record', () => {
    const { composeEvent } = stream(['dtype', 'shape', 'data']);
    const array = { dtype: '<f8', shape: [1], data: Float64Array.of(1) };
    const timestamps = { dtype: 1, shape: 1, data: 1 };
    expect(() => composeEvent({ data: array, timestamps })).toThrow(EventModelValidationError);
    expect(composeEvent({ data: { dtype: 'x', shape: [], data: 1 }, timestamps }).seq_num).toBe(1);
  });

  it('a descriptor whose uid is none, and a counter that is no whole number', () => {
    expect(() => stream(['det'], 3 as never).composeEvent(good)).toThrow(/descriptor/);
    const counters = new Map<string, number>();
    const { composeEvent } = stream(['det'], 'd', counters);
    counters.set('primary', 2.5);
    expect(() => composeEvent(good)).toThrow(/seq_num/);
  });

  it('fields in another order are the same fields', () => {
    const { composeEvent } = stream(['a', 'b']);
    expect(composeEvent({ data: { b: 2, a: 1 }, timestamps: { b: 2, a: 1 } }).data).toEqual({ a: 1, b: 2 });
  });
});
