import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

import { messageOf } from './thrown.js';

describe('messageOf', () => {
  it.each([
    [new RangeError('no ink'), 'no ink'],
    [new Error(''), ''],
    [runInContext("new Error('elsewhere')", createContext({})), 'elsewhere'],
    ['no ink', 'no ink'],
    ['', ''],
    [undefined, 'undefined'],
    [null, 'null'],
    [3n, '3'],
    [Symbol('ink'), 'Symbol(ink)'],
    [{ message: 'no ink' }, 'no ink'],
    [{ message: 3 }, '[object Object]'],
    [Object.create(null), '[object Object]'],
    [[1, 2], '[object Array]'],
  ])('gives the words of thrown thing %#', (thrown, words) => {
    expect(messageOf(thrown)).toBe(words);
  });
});
