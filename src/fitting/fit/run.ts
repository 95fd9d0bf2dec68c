import type { Stepper } from '../least-squares/levenberg-marquardt.js';

/** Does all steps at once. */
export function run<R>(steps: Stepper<R>): R {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
