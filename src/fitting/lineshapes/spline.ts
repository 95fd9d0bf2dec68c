import type { Kernel } from './kernel.js';

const DEGREE = 3;

/** The knots of a cubic spline through points at `at`, as scipy's `splrep` places them. */
export function splineKnots(at: readonly number[]): Float64Array {
  const first = at[0] as number;
  const last = at[at.length - 1] as number;
  const inner = at.slice(2, -2);
  return Float64Array.from([first, first, first, first, ...inner, last, last, last, last]);
}

/** A cubic spline whose coefficients are the arguments; the polynomials at the ends go on beyond them. */
export function splineKernel(knots: Float64Array): Kernel {
  return {
    fill: (out, [x], args) => {
      const xs = x as Float64Array;
      for (let i = 0; i < out.length; i++) out[i] = splineAt(xs[i] as number, knots, args);
    },
  };
}

/** The value by de Boor's algorithm. */
function splineAt(x: number, knots: Float64Array, coefficients: Float64Array): number {
  const span = spanOf(x, knots);
  const work = Float64Array.from({ length: DEGREE + 1 }, (_, k) => coefficientAt(coefficients, span - DEGREE + k));
  for (let level = 1; level <= DEGREE; level++) {
    for (let k = DEGREE; k >= level; k--) {
      const from = knots[span - DEGREE + k] as number;
      const to = knots[span + 1 + k - level] as number;
      const share = (x - from) / (to - from);
      work[k] = (1 - share) * (work[k - 1] as number) + share * (work[k] as number);
    }
  }
  return work[DEGREE] as number;
}

/** The last coefficient stands for those that are missing, as in lmfit. */
function coefficientAt(coefficients: Float64Array, at: number): number {
  return coefficients[Math.min(at, coefficients.length - 1)] as number;
}

/** The interval of knots in which x lies, or the outermost one. */
function spanOf(x: number, knots: Float64Array): number {
  let span = DEGREE;
  const last = knots.length - DEGREE - 2;
  while (span < last && x >= (knots[span + 1] as number)) span += 1;
  return span;
}
