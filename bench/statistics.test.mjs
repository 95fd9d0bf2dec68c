import { describe, expect, it } from 'vitest';
import { exitCode, judge, median, summary } from './statistics.mjs';

const rounds = (ours, peers) => ours.map((each, index) => ({ ours: each, peer: peers?.[index] }));

describe('median', () => {
  it('is the middle value, or the mean of two', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  it('leaves the values in their order and says how far they reach', () => {
    const values = [3, 1, 2];
    expect(summary(values)).toEqual({ median: 2, least: 1, most: 3 });
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('a row that asks for a ratio', () => {
  it('is judged by the median of the ratios of the rounds, not by the ratio of medians', () => {
    const { ratio, verdict } = judge(rounds([10, 40, 90], [10, 20, 15]), { ratioAtLeast: 2 });
    expect(ratio).toEqual({ median: 2, least: 1, most: 6 });
    expect(verdict).toBe('passed');
    expect(judge(rounds([10, 10, 10], [10, 10, 10]), { ratioAtLeast: 1.01 }).verdict).toBe('missed');
  });

  it('says nothing when the peer varies by more than twice', () => {
    expect(judge(rounds([90, 90, 90], [10, 20, 20]), { ratioAtLeast: 2 }).verdict).toBe('passed');
    expect(judge(rounds([90, 90, 90], [10, 21, 20]), { ratioAtLeast: 2 }).verdict).toBe('inconclusive');
  });
});

describe('a row that asks for an absolute figure', () => {
  it('needs no peer', () => {
    expect(judge(rounds([1, 2, 3]), { atMost: 2 })).toEqual({ ratio: undefined, verdict: 'passed' });
    expect(judge(rounds([1, 2.1, 3]), { atMost: 2 }).verdict).toBe('missed');
    expect(judge(rounds([1, 2, 3]), { atLeast: 2 }).verdict).toBe('passed');
    expect(judge(rounds([1, 1.9, 3]), { atLeast: 2 }).verdict).toBe('missed');
  });

  it('is beside a peer that does nothing at all, every time', () => {
    const { ratio, verdict } = judge(rounds([30, 31, 29], [0, 0, 0]), { atLeast: 31 });
    expect([ratio?.median, verdict]).toEqual([Infinity, 'missed']);
  });

  it('passes on an unsteady machine, but is not said to miss there', () => {
    expect(judge(rounds([1, 1, 1], [1, 3, 1]), { atMost: 2 }).verdict).toBe('passed');
    expect(judge(rounds([3, 3, 3], [1, 3, 1]), { atMost: 2 }).verdict).toBe('inconclusive');
  });
});

it('the process says the worst', () => {
  expect(exitCode(['passed', 'passed'])).toBe(0);
  expect(exitCode(['passed', 'inconclusive'])).toBe(2);
  expect(exitCode(['inconclusive', 'missed'])).toBe(1);
});
