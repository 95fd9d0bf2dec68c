/** What a least-squares solver minimizes: the sum of squares of so many residuals of so many variables. */
export interface LeastSquaresProblem {
  readonly points: number;
  readonly variables: number;
  /** Writes the residuals at a point; throws to end the fit. */
  evaluate(at: Float64Array, residual: Float64Array): void;
  /** Writes the residuals and their derivatives, by columns, in one pass; absent where none are known. */
  differentiate?(at: Float64Array, residual: Float64Array, jacobian: Float64Array): void;
}

/** Bounds that the solver itself respects. */
export interface Limits {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** How derivatives are taken. */
export type JacobianKind = 'forward' | 'central' | 'analytic';

/** When and how the solver steps; the names are MINPACK's. */
export interface SolverSettings {
  /** Relative reduction of the sum of squares below which the fit has converged. */
  readonly ftol: number;
  /** Relative change of the variables below which the fit has converged. */
  readonly xtol: number;
  /** Cosine of the angle between residual and Jacobian's columns below which the fit has converged. */
  readonly gtol: number;
  /** Relative error of the residuals, from which the step of forward differences is made. */
  readonly epsfcn: number;
  /** The first step is at most so many times the scaled length of the start. */
  readonly factor: number;
  /** Evaluations after which the solver gives up. */
  readonly maxEvaluations: number;
  readonly jacobian: JacobianKind;
  readonly limits?: Limits | undefined;
  /** Errors of an evaluation that only mean that a trial step was too long. Default: none. */
  readonly isTooFar?: ((error: unknown) => boolean) | undefined;
}

/** Where and why the solver stopped. */
export interface Solution {
  /** MINPACK's number for the reason: 1 to 4 converged, 5 too many evaluations, 6 to 8 at rounding. */
  readonly info: number;
  readonly at: Float64Array;
  readonly residual: Float64Array;
  readonly evaluations: number;
  readonly factors: JacobianFactors;
  /** Which variables rest on a bound that they press against; only with limits. */
  readonly pegged: Uint8Array;
}

/** R of the pivoted QR factorization of the last Jacobian. */
export interface JacobianFactors {
  /** By columns, `stride` numbers each; only the upper triangle counts. */
  readonly triangle: Float64Array;
  readonly stride: number;
  readonly pivot: Int32Array;
}
