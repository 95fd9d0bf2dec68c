import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { OpenLine } from './open-line.js';

let said: number;
let line: OpenLine;

beforeEach(() => {
  vi.useFakeTimers();
  said = 0;
  line = new OpenLine(() => (said += 1));
});

afterEach(() => {
  vi.useRealTimers();
});

describe('OpenLine', () => {
  it('says something every few milliseconds until the answer has come', () => {
    vi.advanceTimersByTime(1000);
    expect(said).toBe(0);
    line.open();
    vi.advanceTimersByTime(20);
    expect(said).toBe(2);
    line.close();
    vi.advanceTimersByTime(1000);
    expect(said).toBe(2);
  });

  it('gives up after a tenth of a second, and begins anew when it is asked again', () => {
    line.open();
    vi.advanceTimersByTime(1000);
    expect(said).toBe(12);
    line.open();
    line.open();
    vi.advanceTimersByTime(8);
    expect(said).toBe(13);
  });
});
