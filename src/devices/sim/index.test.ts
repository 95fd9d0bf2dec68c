import { expect, it } from 'vitest';

import * as sim from './index.js';

it("has ophyd's devices by ophyd's names", () => {
  const names = Object.values(sim).flatMap((each) => ('name' in each && typeof each === 'object' ? [each.name] : []));
  expect(names.sort()).toEqual(['det', 'det1', 'det2', 'det3', 'motor', 'motor1', 'motor2', 'motor3', 'noisy_det']);
});

it.each([
  [sim.det1, 5, 0.5],
  [sim.det2, 2, 2],
  [sim.det3, 2, 1],
])('has a peak of %s like ophyd', (det, Imax, sigma) => {
  const settings = det.readConfiguration();
  expect([settings[`${det.name}_Imax`]?.value, settings[`${det.name}_sigma`]?.value]).toEqual([Imax, sigma]);
});
