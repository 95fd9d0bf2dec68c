import { describe, expect, test } from 'vitest';
import { BufferPathError, removeBuffers, restoreBuffers } from './buffers.js';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

describe('buffers', () => {
  test('keys vanish, slots become null, at any depth; the state given stays', () => {
    const inner = new Float64Array([1, 2]);
    const state = { plain: 1, x: bytes(1), list: [bytes(2), 'text', { deep: inner }], ab: bytes(3).buffer };
    const separated = removeBuffers(state);
    expect(separated.state).toEqual({ plain: 1, list: [null, 'text', {}] });
    expect(separated.bufferPaths).toEqual([['x'], ['list', 0], ['list', 2, 'deep'], ['ab']]);
    expect(separated.buffers[2]).toBe(inner);
    expect(state.list[0]).toEqual(bytes(2));
  });

  test('restoring is the inverse', () => {
    const state = { a: [bytes(1), { b: bytes(2) }] };
    const { state: rest, bufferPaths, buffers } = removeBuffers(state);
    restoreBuffers(rest, bufferPaths, buffers);
    expect(rest).toEqual(state);
  });

  test('a path to nowhere or without bytes is refused', () => {
    expect(() => restoreBuffers({}, [['a', 'b']], [bytes(1)])).toThrow(BufferPathError);
    expect(() => restoreBuffers({}, [['a']], [])).toThrow(BufferPathError);
  });

  test('null, dates and undefined are left alone', () => {
    const when = new Date(0);
    expect(removeBuffers({ a: null, when, b: undefined }).state).toEqual({ a: null, when });
  });
});
