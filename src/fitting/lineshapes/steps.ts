import { erf } from '../special/erf.js';
import { atLeastTiny } from './kernel.js';

/** How a step rises. */
export type StepForm = 'linear' | 'atan' | 'arctan' | 'erf' | 'logistic';

/** What a form makes of the distance from the edge: for a step from 0 to 1, for a side from -1/2 to 1/2. */
interface Edge {
  step(distance: number): number;
  side(distance: number): number;
}

const ARCTANGENT: Edge = {
  step: (distance) => 0.5 + Math.atan(distance) / Math.PI,
  side: (distance) => Math.atan(distance) / Math.PI,
};

const EDGES: Readonly<Record<StepForm, Edge>> = {
  linear: {
    step: (distance) => Math.min(1, Math.max(0, distance + 0.5)),
    side: (distance) => 0.5 * Math.min(1, Math.max(-1, distance)),
  },
  atan: ARCTANGENT,
  arctan: ARCTANGENT,
  erf: { step: (distance) => 0.5 * (1 + erf(distance)), side: (distance) => 0.5 * erf(distance) },
  logistic: {
    step: (distance) => 1 - 1 / (1 + Math.exp(distance)),
    side: (distance) => 0.5 - 1 / (1 + Math.exp(distance)),
  },
};

function edgeOf(form: StepForm): Edge {
  if (Object.hasOwn(EDGES, form)) return EDGES[form];
  throw new RangeError(
    `Invalid value ('${form}') for argument 'form'; should be one of 'erf', 'logistic', 'atan', 'arctan', or 'linear'.`,
  );
}

/** A step from 0 to `amplitude` at `center`; it falls where `sigma` is negative. */
export function stepAt(x: number, amplitude = 1, center = 0, sigma = 1, form: StepForm = 'linear'): number {
  return amplitude * edgeOf(form).step((Math.sign(sigma) * (x - center)) / Math.max(1e-30, Math.abs(sigma)));
}

/** A step up at `center1` and down at `center2`. */
export function rectangleAt(
  x: number,
  amplitude = 1,
  center1 = 0,
  sigma1 = 1,
  center2 = 1,
  sigma2 = 1,
  form: StepForm = 'linear',
): number {
  const { side } = edgeOf(form);
  return amplitude * (side((x - center1) / atLeastTiny(sigma1)) + side((center2 - x) / atLeastTiny(sigma2)));
}

/** A logistic curve from 0 to `amplitude`. */
export function logisticAt(x: number, amplitude = 1, center = 0, sigma = 1): number {
  return amplitude * (1 - 1 / (1 + Math.exp((x - center) / atLeastTiny(sigma))));
}
