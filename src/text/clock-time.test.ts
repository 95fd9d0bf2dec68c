import { describe, expect, it } from 'vitest';

import { inTimeZone } from '../../tests/instruments/time-zone.js';
import { clockTime, isoTime } from './clock-time.js';

describe('clockTime', () => {
  it.each([
    [1700000000.25, '22:13:20.250000'],
    [1700000000, '22:13:20'],
    [1700000000.000001, '22:13:20.000001'],
    [0.9999999, '00:00:01'],
    [0.0000005, '00:00:00'],
    [0.0000015, '00:00:00.000002'],
    [-0.25, '23:59:59.750000'],
    [-1, '23:59:59'],
  ])('writes %s as %s', (time, text) => {
    expect(clockTime(time)).toBe(text);
  });
});

describe('isoTime', () => {
  it.each([
    ['UTC', 1700000000.25, '2023-11-14T22:13:20.250000+00:00'],
    ['Europe/Berlin', 1700000000, '2023-11-14T23:13:20+01:00'],
    ['Asia/Kathmandu', 1700000000, '2023-11-15T03:58:20+05:45'],
    ['America/New_York', 1690000000, '2023-07-22T00:26:40-04:00'],
    ['UTC', 1700006399.9999999, '2023-11-15T00:00:00+00:00'],
    ['UTC', NaN, 'NaN'],
    ['UTC', 1e300, '1e+300'],
  ])('writes local time in %s: %s', async (zone, time, text) => {
    await inTimeZone(zone, () => expect(isoTime(time)).toBe(text));
  });
});
