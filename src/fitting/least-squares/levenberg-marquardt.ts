import { clipInto, confineStep, pegVariables } from './active-set.js';
import { centralDifferences, forwardDifferences } from './differences.js';
import { euclideanNorm } from './euclidean-norm.js';
import { EPSILON } from './machine.js';
import { applyReflection, factorize } from './pivoted-qr.js';
import type { PivotedQr } from './pivoted-qr.js';
import type { LeastSquaresProblem, Solution, SolverSettings } from './problem.js';
import { levenbergMarquardtParameter } from './trust-region.js';
import type { TriangularSystem, TrustRegionRoom } from './trust-region.js';
import { takeWorkspace } from './workspace.js';
import type { Workspace } from './workspace.js';

/** A fit that can be done in slices: each `next()` does one evaluation of the model. */
export type Stepper<R> = Generator<undefined, R, undefined>;

/**
 * Minimizes a sum of squares by the Levenberg-Marquardt method with a scaled trust region.
 *
 * J. J. More, "The Levenberg-Marquardt algorithm: implementation and theory", LNM 630 (1978), and the
 * description of `lmdif` and `lmder` in the MINPACK-1 user guide; see ./NOTICE.md. With the same settings
 * it takes the same path as MINPACK, evaluation by evaluation.
 *
 * @param workspace - where the solution is worked out; its residuals and factors stay there
 *
 * @example
 * const steps = leastSquaresSteps(problem, start, settings)
 * let step = steps.next()
 * while (!step.done) step = steps.next() // pause here as you like
 * step.value.at
 */
export function leastSquaresSteps(
  problem: LeastSquaresProblem,
  start: Float64Array,
  settings: SolverSettings,
  workspace: Workspace = takeWorkspace(problem.points, problem.variables),
): Stepper<Solution> {
  return new LevenbergMarquardt(problem, start, settings, workspace).steps();
}

/** A step that was tried, and how well it did. */
interface Trial {
  /** The length of the residuals after it. */
  norm: number;
  stepLength: number;
  /** Relative reduction of the sum of squares that the step brought, and that the linear model promised. */
  actual: number;
  predicted: number;
  slope: number;
}

class LevenbergMarquardt {
  readonly #problem: LeastSquaresProblem;
  readonly #settings: SolverSettings;
  readonly #at: Float64Array;
  readonly #trialAt: Float64Array;
  #residual: Float64Array;
  #trialResidual: Float64Array;
  #jacobian: Float64Array;
  readonly #spare: Float64Array;
  /** The Jacobian at the trial point, where it comes with the residuals. */
  #trialJacobian: Float64Array | undefined;
  readonly #qr: PivotedQr;
  readonly #room: TrustRegionRoom;
  readonly #rightSide: Float64Array;
  readonly #scale: Float64Array;
  readonly #projected: Float64Array;
  readonly #pegged: Uint8Array;
  #system: TriangularSystem;
  /** Whether the Jacobian at hand has been factorized. */
  #factorized = false;
  #evaluations = 0;
  #norm = 0;
  #scaledNorm = 0;
  #radius = 0;
  #parameter = 0;
  #gradient = 0;

  constructor(problem: LeastSquaresProblem, start: Float64Array, settings: SolverSettings, workspace: Workspace) {
    this.#problem = problem;
    this.#settings = settings;
    this.#at = start.slice();
    this.#pegged = new Uint8Array(start.length);
    this.#trialAt = workspace.trialAt;
    [this.#residual, this.#trialResidual] = workspace.residuals;
    this.#jacobian = workspace.jacobians[0];
    this.#spare = workspace.jacobians[1];
    this.#qr = workspace.qr;
    this.#room = workspace.room;
    this.#rightSide = workspace.rightSide;
    this.#scale = workspace.scale;
    this.#projected = workspace.projected;
    this.#system = this.#systemOf(this.#jacobian);
  }

  *steps(): Stepper<Solution> {
    const analytic = this.#settings.jacobian === 'analytic' && this.#problem.differentiate !== undefined;
    if (analytic) this.#trialJacobian = this.#spare;
    this.#evaluate(this.#at, this.#residual, this.#jacobian);
    this.#norm = euclideanNorm(this.#residual, 0, this.#residual.length);
    yield;
    for (let first = true; ; first = false) {
      if (!analytic) yield* this.#differences();
      this.#prepare(first);
      if (this.#gradient <= this.#settings.gtol) return this.#solution(4);
      for (let isFirstTrial = first, accepted = false; !accepted; isFirstTrial = false) {
        const trial = this.#try(isFirstTrial);
        yield;
        const ratio = trial.predicted === 0 ? 0 : trial.actual / trial.predicted;
        this.#adaptRadius(trial, ratio);
        accepted = ratio >= 1e-4;
        if (accepted) this.#accept(trial);
        const info = this.#verdict(trial, ratio);
        if (info !== 0) return this.#solution(info);
      }
    }
  }

  #evaluate(at: Float64Array, residual: Float64Array, jacobian: Float64Array | undefined): void {
    this.#evaluations += 1;
    if (this.#trialJacobian && jacobian && this.#problem.differentiate) {
      this.#problem.differentiate(at, residual, jacobian);
    } else this.#problem.evaluate(at, residual);
  }

  #evaluateTrial(): void {
    try {
      this.#evaluate(this.#trialAt, this.#trialResidual, this.#trialJacobian);
    } catch (error) {
      if (!this.#settings.isTooFar?.(error)) throw error;
      this.#trialResidual.fill(Infinity);
    }
  }

  *#differences(): Stepper<void> {
    const { jacobian, limits } = this.#settings;
    const central = jacobian !== 'forward';
    if (central) yield* centralDifferences(this.#problem, this.#at, this.#jacobian, limits);
    else yield* forwardDifferences(this.#problem, this.#at, this.#residual, this.#jacobian, this.#settings);
    this.#evaluations += this.#problem.variables * (central ? 2 : 1);
  }

  /** Factorizes the Jacobian, applies its reflections to the residuals, and scales the variables. */
  #prepare(first: boolean): void {
    const { points, variables: n } = this.#problem;
    const { limits, factor } = this.#settings;
    if (limits) pegVariables(this.#at, this.#residual, this.#jacobian, limits, this.#pegged);
    factorize(this.#jacobian, points, n, this.#qr);
    this.#factorized = true;
    const { columnNorms } = this.#qr;
    if (first) {
      for (let j = 0; j < n; j++) this.#scale[j] = columnNorms[j] === 0 ? 1 : (columnNorms[j] as number);
      this.#scaledNorm = this.#scaledLength(this.#at);
      this.#radius = factor * this.#scaledNorm || factor;
    }
    this.#project();
    this.#gradient = this.#largestCosine();
    for (let j = 0; j < n; j++) {
      const norm = columnNorms[j] as number;
      if (norm > (this.#scale[j] as number)) this.#scale[j] = norm;
    }
  }

  /** The first n components of Q^T f; R's diagonal goes to its place on the way. */
  #project(): void {
    const { points, variables: n } = this.#problem;
    const turned = this.#trialResidual;
    turned.set(this.#residual);
    for (let j = 0; j < n; j++) {
      const head = j * points + j;
      if (this.#jacobian[head] !== 0) applyReflection(this.#jacobian, head, (j + 1) * points, turned, j);
      this.#jacobian[head] = this.#qr.diagonal[j] as number;
      this.#rightSide[j] = turned[j] as number;
    }
  }

  /** The largest cosine of the angle between the residuals and a column of the Jacobian. */
  #largestCosine(): number {
    const { points, variables: n } = this.#problem;
    let largest = 0;
    if (this.#norm === 0) return 0;
    for (let j = 0; j < n; j++) {
      const length = this.#qr.columnNorms[this.#qr.pivot[j] as number] as number;
      if (length === 0) continue;
      let sum = 0;
      for (let i = 0; i <= j; i++) {
        sum += (this.#jacobian[j * points + i] as number) * ((this.#rightSide[i] as number) / this.#norm);
      }
      const cosine = Math.abs(sum / length);
      if (cosine > largest) largest = cosine;
    }
    return largest;
  }

  /** Takes a trial step and weighs it. */
  #try(isFirst: boolean): Trial {
    const { limits } = this.#settings;
    const { step } = this.#room;
    this.#parameter = levenbergMarquardtParameter(this.#system, this.#radius, this.#parameter, this.#room);
    for (let j = 0; j < step.length; j++) step[j] = -(step[j] as number);
    if (limits) confineStep(this.#at, step, limits);
    for (let j = 0; j < step.length; j++) this.#trialAt[j] = (this.#at[j] as number) + (step[j] as number);
    if (limits) clipInto(this.#trialAt, limits);
    const stepLength = this.#scaledLength(step);
    if (isFirst) this.#radius = Math.min(this.#radius, stepLength);
    this.#evaluateTrial();
    const norm = euclideanNorm(this.#trialResidual, 0, this.#trialResidual.length);
    let actual = -1;
    if (0.1 * norm < this.#norm) actual = 1 - (norm / this.#norm) ** 2;
    return { norm, stepLength, actual, ...this.#promise(stepLength) };
  }

  /** What the linear model promises of the step in `room.step`. */
  #promise(stepLength: number): { predicted: number; slope: number } {
    const { points, variables: n } = this.#problem;
    const projected = this.#projected.fill(0);
    for (let j = 0; j < n; j++) {
      const move = this.#room.step[this.#qr.pivot[j] as number] as number;
      for (let i = 0; i <= j; i++) {
        projected[i] = (projected[i] as number) + (this.#jacobian[j * points + i] as number) * move;
      }
    }
    const linear = euclideanNorm(projected, 0, n) / this.#norm;
    if (this.#settings.limits) return this.#confinedPromise(linear);
    const damped = (Math.sqrt(this.#parameter) * stepLength) / this.#norm;
    return { predicted: linear * linear + (damped * damped) / 0.5, slope: -(linear * linear + damped * damped) };
  }

  /** A step that was shortened at a bound does not solve the damped equations. */
  #confinedPromise(linear: number): { predicted: number; slope: number } {
    let along = 0;
    for (let j = 0; j < this.#projected.length; j++) {
      along += (this.#projected[j] as number) * (this.#rightSide[j] as number);
    }
    const slope = along / (this.#norm * this.#norm);
    return { predicted: -2 * slope - linear * linear, slope };
  }

  #adaptRadius({ actual, slope, norm, stepLength }: Trial, ratio: number): void {
    if (ratio <= 0.25) {
      let shrink = actual >= 0 ? 0.5 : (0.5 * slope) / (slope + 0.5 * actual);
      if (0.1 * norm >= this.#norm || shrink < 0.1) shrink = 0.1;
      this.#radius = shrink * Math.min(this.#radius, stepLength / 0.1);
      this.#parameter /= shrink;
    } else if (this.#parameter === 0 || ratio >= 0.75) {
      this.#radius = stepLength / 0.5;
      this.#parameter *= 0.5;
    }
  }

  #accept({ norm }: Trial): void {
    this.#at.set(this.#trialAt);
    [this.#residual, this.#trialResidual] = [this.#trialResidual, this.#residual];
    if (this.#trialJacobian) {
      [this.#jacobian, this.#trialJacobian] = [this.#trialJacobian, this.#jacobian];
      this.#system = this.#systemOf(this.#jacobian);
      this.#factorized = false;
    }
    this.#scaledNorm = this.#scaledLength(this.#at);
    this.#norm = norm;
  }

  /** MINPACK's number for why to stop, or 0 to go on. */
  #verdict({ actual, predicted }: Trial, ratio: number): number {
    const { ftol, xtol, maxEvaluations } = this.#settings;
    const size = Math.abs(actual);
    const flat = size <= ftol && predicted <= ftol && 0.5 * ratio <= 1;
    const close = this.#radius <= xtol * this.#scaledNorm;
    if (flat || close) return flat && close ? 3 : flat ? 1 : 2;
    if (this.#gradient <= EPSILON) return 8;
    if (this.#radius <= EPSILON * this.#scaledNorm) return 7;
    if (size <= EPSILON && predicted <= EPSILON && 0.5 * ratio <= 1) return 6;
    return this.#evaluations >= maxEvaluations ? 5 : 0;
  }

  #scaledLength(vector: Float64Array): number {
    const { scaled } = this.#room;
    for (let j = 0; j < vector.length; j++) scaled[j] = (this.#scale[j] as number) * (vector[j] as number);
    return euclideanNorm(scaled, 0, vector.length);
  }

  #systemOf(matrix: Float64Array): TriangularSystem {
    return {
      matrix,
      stride: this.#problem.points,
      size: this.#problem.variables,
      pivot: this.#qr.pivot,
      rightSide: this.#rightSide,
      scale: this.#scale,
    };
  }

  #solution(info: number): Solution {
    if (!this.#factorized) this.#prepare(false);
    return {
      info,
      at: this.#at,
      residual: this.#residual,
      evaluations: this.#evaluations,
      factors: { triangle: this.#jacobian, stride: this.#problem.points, pivot: this.#qr.pivot },
      pegged: this.#pegged,
    };
  }
}
