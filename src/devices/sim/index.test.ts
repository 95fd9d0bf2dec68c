import { expect, it } from 'vitest';

import * as sim from './index.js';

it.each([
  [sim.det1, 5, 0.5],
  [sim.det2, 2, 2],
  [sim.det3, 2, 1],
])('has a peak of %s like ophyd', (det, Imax, sigma) => {
  const settings = det.readConfiguration();
  expect([settings[`${det.name}_Imax`]?.value, settings[`${det.name}_sigma`]?.value]).toEqual([Imax, sigma]);
});
