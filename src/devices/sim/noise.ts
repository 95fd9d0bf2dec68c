import { EnumSignal } from '../enum-signal.js';
import type { DataKeys } from '../protocols.js';
import { poisson } from './random.js';

/** How a simulated detector scatters. */
export type Noise = 'none' | 'poisson' | 'uniform';

const NOISES: readonly Noise[] = ['none', 'poisson', 'uniform'];

/** The kind of noise of a simulated detector; ophyd describes it as the integer that it is inside. */
export class NoiseSignal extends EnumSignal<Noise> {
  constructor(name: string, value: Noise) {
    super({ name, value, enumStrings: NOISES });
  }

  override describe(): DataKeys {
    const { [this.name]: key } = super.describe() as DataKeys;
    return { [this.name]: { ...(key as DataKeys[string]), dtype: 'integer' } };
  }
}

/** A value with noise; `multiplier` is half the width of uniform noise. */
export function scattered(value: number, noise: Noise, multiplier: number, random: () => number): number {
  if (noise === 'poisson') return poisson(Math.round(value), random);
  if (noise === 'uniform') return value + (2 * random() - 1) * multiplier;
  return value;
}
