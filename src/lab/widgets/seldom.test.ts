import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Seldom } from './seldom.js';

let made: number;
let seldom: Seldom;

beforeEach(() => {
  vi.useFakeTimers();
  made = 0;
  seldom = new Seldom(() => (made += 1), 5000);
});

afterEach(() => {
  vi.useRealTimers();
});

describe('Seldom', () => {
  it('makes the first at once and those that follow every five seconds', () => {
    for (let i = 0; i < 600; i++) {
      seldom.request('running');
      vi.advanceTimersByTime(16);
    }
    expect(made).toBe(2);
    vi.advanceTimersByTime(5000);
    expect(made).toBe(3);
    vi.advanceTimersByTime(60_000);
    expect(made).toBe(3);
  });

  it('does not let a new state wait', () => {
    seldom.request('running');
    seldom.request('running');
    seldom.request('success');
    expect(made).toBe(2);
    vi.advanceTimersByTime(60_000);
    expect(made).toBe(2);
  });

  it('makes nothing after it was disposed of', () => {
    seldom.request('running');
    seldom.request('running');
    seldom.dispose();
    vi.advanceTimersByTime(60_000);
    expect(made).toBe(1);
  });
});
