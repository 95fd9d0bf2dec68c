/**
 * Simulated devices to try things with; names and formulas are those of ophyd's.
 *
 * @module
 */
import { SynAxis } from './syn-axis.js';
import { SynGauss } from './syn-gauss.js';

export { SynAxis } from './syn-axis.js';
export type { SynAxisOptions } from './syn-axis.js';
export { SynGauss } from './syn-gauss.js';
export type { Noise, SynGaussOptions } from './syn-gauss.js';

/** A simulated motor; `motor.delay = 0.2` makes its moves take time. */
export const motor: SynAxis = new SynAxis({ name: 'motor' });
/** A second simulated motor. */
export const motor1: SynAxis = new SynAxis({ name: 'motor1' });
/** A third simulated motor. */
export const motor2: SynAxis = new SynAxis({ name: 'motor2' });
/** A fourth simulated motor. */
export const motor3: SynAxis = new SynAxis({ name: 'motor3' });

/** Sees a peak of height 1 and width 1 where `motor` is 0. */
export const det: SynGauss = new SynGauss({ name: 'det', motor });
/** Like `det`, with noise of plus or minus 0.1. */
export const noisyDet: SynGauss = new SynGauss({
  name: 'noisy_det',
  motor,
  noise: 'uniform',
  noiseMultiplier: 0.1,
});
/** Sees a peak of height 5 and width 0.5 where `motor1` is 0. */
export const det1: SynGauss = new SynGauss({ name: 'det1', motor: motor1, Imax: 5, sigma: 0.5 });
/** Sees a peak of height 2 and width 2 where `motor2` is 1. */
export const det2: SynGauss = new SynGauss({ name: 'det2', motor: motor2, center: 1, Imax: 2, sigma: 2 });
/** Sees a peak of height 2 and width 1 where `motor3` is -1. */
export const det3: SynGauss = new SynGauss({ name: 'det3', motor: motor3, center: -1, Imax: 2, sigma: 1 });
