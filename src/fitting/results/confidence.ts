import { FitError } from '../fit-error.js';
import type { Parameter, ParameterSet } from '../parameters/index.js';
import { fCumulative, probabilityOf } from '../special/distributions.js';
import { bracketedRoot } from './bracketed-root.js';

/** One limit: the probability that the true value lies between the two limits of it, and the value. */
export type ConfidenceLimit = [probability: number, value: number];

/** What intervals are asked for. */
export interface ConfidenceOptions {
  /** Of these parameters. Default: all that vary. */
  pNames?: readonly string[] | undefined;
  /** Numbers of standard deviations, or probabilities if less than 1. Default: 1, 2 and 3. */
  sigmas?: readonly number[] | undefined;
  /** Steps outward after which a limit is given up. Default: 200. */
  maxiter?: number | undefined;
  /** Least relative change of the probability for one step. Default: 1e-5. */
  minRelChange?: number | undefined;
  /** Where warnings go. */
  onWarning?: ((text: string) => void) | undefined;
}

/** The best fit, and a way to fit again with other parameters. */
export interface Profiled {
  readonly params: ParameterSet;
  readonly chisqr: number;
  readonly nfree: number;
  /** Fits with these parameters and gives chi-square. */
  refit(params: ParameterSet): number;
}

/**
 * Confidence intervals by profiles: a parameter is fixed at values around the best one, the others are
 * fitted again, and an F-test says how probable the rise of chi-square is.
 */
export function confidenceIntervals(fit: Profiled, options: ConfidenceOptions): Record<string, ConfidenceLimit[]> {
  const varied = [...fit.params.values()].filter(({ vary }) => vary);
  const names = options.pNames ?? varied.map(({ name }) => name);
  const bad = names.find((name) => !((fit.params.get(name).stderr ?? NaN) >= 0));
  if (bad !== undefined) {
    throw new FitError(
      'Cannot determine Confidence Intervals without sensible uncertainty estimates: ' +
        `the parameter '${bad}' has no standard error.`,
    );
  }
  if (varied.length < 2) throw new FitError('Cannot determine Confidence Intervals with < 2 variables');
  return Object.fromEntries(names.map((name) => [name, new Profile(fit, name, options).limits()]));
}

class Profile {
  readonly #fit: Profiled;
  readonly #name: string;
  readonly #best: Parameter;
  readonly #probabilities: readonly number[];
  readonly #options: ConfidenceOptions;

  constructor(fit: Profiled, name: string, options: ConfidenceOptions) {
    this.#fit = fit;
    this.#name = name;
    this.#best = fit.params.get(name);
    this.#options = options;
    this.#probabilities = [...(options.sigmas ?? [1, 2, 3])].sort((a, b) => a - b).map(probabilityOf);
  }

  limits(): ConfidenceLimit[] {
    return [...this.#side(-1).reverse(), [0, this.#best.value], ...this.#side(1)];
  }

  #side(direction: number): ConfidenceLimit[] {
    const { limit, probability: most } = this.#reach(direction);
    const limits: ConfidenceLimit[] = [];
    const known = new Map<number, number>();
    let inner = this.#best.value;
    for (const probability of this.#probabilities) {
      if (probability > most) limits.push([probability, direction * Infinity]);
      else {
        inner = bracketedRoot((value) => this.#cached(known, value) - probability, inner, limit);
        limits.push([probability, inner]);
      }
    }
    return limits;
  }

  /** Steps outward until the probability covers all that is asked for. */
  #reach(direction: number): { limit: number; probability: number } {
    const { value, min, max } = this.#best;
    const { maxiter = 200, minRelChange = 1e-5 } = this.#options;
    const wanted = Math.max(...this.#probabilities);
    const step = this.#step();
    let limit = value;
    let probability = 0;
    for (let i = 1; probability < wanted; i++) {
      const next = limit + step * direction;
      limit = Math.min(Math.max(next, min), max);
      const before = probability;
      probability = this.#probability(limit);
      const change = (probability - before) / Math.max(probability, before, 1e-12);
      if (probability >= wanted) break;
      const where = `prob(${this.#name}=${limit}) = ${probability} < max(sigmas)`;
      if (limit !== next) return this.#giveUp(`Bound reached with ${where}`, limit, probability);
      if (i > maxiter) return this.#giveUp(`maxiter=${maxiter} reached and ${where}`, limit, probability);
      if (change < minRelChange) {
        const text = `rel_change=${change} < ${minRelChange} at iteration ${i} and ${where}`;
        return this.#giveUp(text, limit, probability);
      }
    }
    return { limit, probability };
  }

  #giveUp(text: string, limit: number, probability: number): { limit: number; probability: number } {
    this.#options.onWarning?.(text);
    return { limit, probability };
  }

  #step(): number {
    const { stderr, value } = this.#best;
    const error = stderr ?? 0;
    return error > 0 && error < Math.abs(value) ? error : Math.max(Math.abs(value) * 0.2, 0.001);
  }

  #cached(known: Map<number, number>, value: number): number {
    const probability = known.get(value) ?? this.#probability(value);
    known.set(value, probability);
    return probability;
  }

  /** How probable it is that the true value is nearer to the best one than this. */
  #probability(value: number): number {
    const params = this.#fit.params.copy();
    const parameter = params.get(this.#name);
    parameter.vary = false;
    parameter.value = value;
    const rise = this.#fit.refit(params) / this.#fit.chisqr - 1;
    return fCumulative(rise * this.#fit.nfree, 1, this.#fit.nfree);
  }
}
