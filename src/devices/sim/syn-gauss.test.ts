import { describe, expect, it } from 'vitest';

import type { SynGaussOptions } from './syn-gauss.js';
import { SynAxis } from './syn-axis.js';
import { SynGauss } from './syn-gauss.js';

function values(options: Partial<SynGaussOptions>, count = 5): number[] {
  const det = new SynGauss({ name: 'det', motor: new SynAxis({ name: 'motor' }), ...options });
  return Array.from({ length: count }, () => {
    det.trigger();
    return det.read().det?.value as number;
  });
}

describe('SynGauss', () => {
  it('sees its peak where the motor is, when it is triggered', () => {
    const motor = new SynAxis({ name: 'motor' });
    const det = new SynGauss({ name: 'det', motor, center: 1, Imax: 2, sigma: 0.5 });
    motor.set(1);
    expect(det.read().det?.value).not.toBe(2);
    expect(det.trigger().success).toBe(true);
    expect(det.read().det?.value).toBe(2);
    motor.set(1.5);
    det.trigger();
    expect(det.read().det?.value).toBeCloseTo(2 * Math.exp(-0.5), 12);
  });

  it('repeats its noise with the same seed only', () => {
    const noise = { noise: 'uniform', noiseMultiplier: 0.1 } as const;
    expect(values({ ...noise, seed: 7 })).toEqual(values({ ...noise, seed: 7 }));
    expect(values({ ...noise, seed: 7 })).not.toEqual(values({ ...noise, seed: 8 }));
    for (const value of values({ ...noise, seed: 7 }, 200)) expect(Math.abs(value - 1)).toBeLessThanOrEqual(0.1);
  });

  it.each([20, 5000])('counts like Poisson around %s', (Imax) => {
    const counts = values({ noise: 'poisson', Imax, seed: 3 }, 2000);
    const mean = counts.reduce((sum, each) => sum + each, 0) / counts.length;
    const variance = counts.reduce((sum, each) => sum + (each - mean) ** 2, 0) / counts.length;
    expect(counts.every((each) => Number.isInteger(each) && each >= 0)).toBe(true);
    expect(mean / Imax).toBeCloseTo(1, 1);
    expect(variance / Imax).toBeGreaterThan(0.85);
    expect(variance / Imax).toBeLessThan(1.15);
  });

  it('takes its exposure time', async () => {
    const det = new SynGauss({ name: 'det', motor: new SynAxis({ name: 'motor' }), exposureTime: 0.02 });
    const status = det.trigger();
    expect(status.done).toBe(false);
    await status.wait();
    expect(status.success).toBe(true);
  });

  it('names what it cannot use', () => {
    const motor = new SynAxis({ name: 'motor' });
    expect(() => new SynGauss({ name: 'det', motor, motorField: 'angle' })).toThrow(
      "SynGauss det needs a number in the field 'angle' of motor, not undefined.",
    );
    expect(() => new SynGauss({ name: 'det', motor, noise: 'pink' as 'none' })).toThrow(
      /det_noise cannot be "pink"; it is one of none, poisson, uniform/,
    );
  });

  it('takes options that are undefined as not given', () => {
    expect(values({ center: undefined as never, Imax: undefined as never })).toEqual([1, 1, 1, 1, 1]);
  });

  it('describes every field that it reads', () => {
    const det = new SynGauss({ name: 'det', motor: new SynAxis({ name: 'motor' }) });
    expect(Object.keys(det.describe())).toEqual(Object.keys(det.read()));
    expect(Object.keys(det.describeConfiguration())).toEqual(Object.keys(det.readConfiguration()));
  });
});
