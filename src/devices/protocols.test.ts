import { describe, expect, it } from 'vitest';

import { hasMethod, isReadable, nameOf } from './protocols.js';

describe('nameOf', () => {
  class Stage {}
  it.each([
    [{ name: 'det' }, 'det'],
    ['det', '"det"'],
    [new Stage(), 'Stage without a name'],
    [Object.create(null), 'object without a name'],
    [undefined, 'undefined'],
    [3, '3'],
    [{ name: '' }, 'Object without a name'],
  ])('calls %s by name or kind', (device, name) => {
    expect(nameOf(device)).toBe(name);
  });
});

describe('hasMethod', () => {
  it('finds methods of objects and of functions', () => {
    expect(hasMethod({ set: () => {} }, 'set')).toBe(true);
    expect(
      hasMethod(
        Object.assign(() => {}, { set: () => {} }),
        'set',
      ),
    ).toBe(true);
    expect([null, undefined, 'text', { set: 1 }].some((value) => hasMethod(value, 'set'))).toBe(false);
  });
});

it('isReadable asks for read and describe', () => {
  expect(isReadable({ read: () => ({}), describe: () => ({}) })).toBe(true);
  expect(isReadable({ read: () => ({}) })).toBe(false);
});
