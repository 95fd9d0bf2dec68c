import { describe, expect, it } from 'vitest';
import { inTimeZone } from '../../../tests/instruments/time-zone.js';
import { timeTicksOf, timeTickTexts } from './time-ticks.js';

/** Noon of a day in UTC. */
const NOON = Date.UTC(2026, 10, 24, 12) / 1000;

function texts(low: number, high: number, count = 4): { texts: string[]; note: string } {
  return timeTickTexts(timeTicksOf(low, high, count));
}

describe('the ticks of a time axis', () => {
  it.each([
    [
      'milliseconds',
      0.02,
      ['12:00:00.000', '12:00:00.005', '12:00:00.010', '12:00:00.015', '12:00:00.020'],
      '2026-11-24',
    ],
    ['tenths', 2, ['12:00:00.0', '12:00:00.5', '12:00:01.0', '12:00:01.5', '12:00:02.0'], '2026-11-24'],
    ['seconds', 60, ['12:00:00', '12:00:15', '12:00:30', '12:00:45', '12:01:00'], '2026-11-24'],
    ['minutes', 1200, ['12:00', '12:05', '12:10', '12:15', '12:20'], '2026-11-24'],
    ['half days', 86400, ['11-24 12:00', '11-24 18:00', '11-25 00:00', '11-25 06:00', '11-25 12:00'], '2026'],
    ['days', 4 * 86400, ['11-25', '11-26', '11-27', '11-28'], '2026'],
    ['years', 4 * 366 * 86400, ['2027-01-01', '2028-01-01', '2029-01-01', '2030-01-01'], ''],
  ])('are %s', (_, span, labels, note) => {
    expect(texts(NOON, NOON + span)).toEqual({ texts: labels, note });
  });

  it('are none where clocks are of no use', () => {
    expect(timeTicksOf(NOON, NOON + 0.001, 5)).toEqual([]);
    expect(timeTicksOf(0, 1e14, 5)).toEqual([]);
  });

  it('lie in the range, though it begins between two milliseconds', () => {
    expect(timeTicksOf(NOON + 0.0009, NOON + 0.009, 2)[0]).toBe(NOON + 0.005);
  });

  it('are local times', async () => {
    await inTimeZone('Asia/Tokyo', () => {
      expect(texts(NOON, NOON + 1200).texts[0]).toBe('21:00');
    });
  });

  it('differ when clocks are set back', async () => {
    await inTimeZone('Europe/Berlin', () => {
      const back = Date.UTC(2026, 9, 25, 0) / 1000;
      const { texts: labels } = texts(back, back + 3 * 3600);
      expect(labels).toContain('02:00+2');
      expect(labels).toContain('02:00+1');
      expect(new Set(labels).size).toBe(labels.length);
    });
  });
});
