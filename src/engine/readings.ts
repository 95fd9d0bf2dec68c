import type { Reading, Readings } from '../devices/index.js';

/** Whether `value` is a value with its time. */
export function isReading(value: unknown): value is Reading {
  if (typeof value !== 'object' || value === null) return false;
  return 'value' in value && typeof (value as { timestamp?: unknown }).timestamp === 'number';
}

/** Whether `value` is what `read()` gives: at least one field with a reading, and nothing else. */
export function isReadings(value: unknown): value is Readings {
  if (typeof value !== 'object' || value === null) return false;
  const readings: unknown[] = Object.values(value);
  return readings.length > 0 && readings.every(isReading);
}

/** Readings as values and times side by side, as documents hold them. */
export function separate(readings: Readings): {
  data: Record<string, unknown>;
  timestamps: Record<string, number>;
} {
  const data: Record<string, unknown> = {};
  const timestamps: Record<string, number> = {};
  addSeparate(readings, data, timestamps);
  return { data, timestamps };
}

/** Adds readings to values and times side by side. */
export function addSeparate(
  readings: Readings,
  data: Record<string, unknown>,
  timestamps: Record<string, number>,
): void {
  for (const field in readings) {
    const reading = readings[field] as Reading;
    data[field] = reading.value;
    timestamps[field] = reading.timestamp;
  }
}
