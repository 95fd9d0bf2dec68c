import type { FitOptions } from '../fit/fit-options.js';
import type { Kernel } from '../lineshapes/kernel.js';
import type { GuessOptions, Independent, ResultKeys } from '../models/model.js';
import type { Guess, Parameters } from '../parameters/index.js';
import type { ModelResult } from '../results/model-result.js';
import type { Complex } from '../special/complex.js';
import { BuiltInModel } from './built-in-model.js';
import type { BuiltInOptions, Definition, Prefixed } from './built-in-model.js';

/** Real and imaginary parts in turn, as lmfit lays complex residuals out. */
const PAIRS: Kernel = {
  fill(out, _, args) {
    for (let i = 0; i < out.length; i++) out[i] = args[i % 2] as number;
  },
};

const DEFINITION: Definition = {
  name: 'constant',
  params: { re: 0, im: 0 },
  kernel: PAIRS,
  guess: ({ data }) => {
    const half = data.length / 2;
    const sums = [0, 0];
    data.forEach((value, i) => (sums[i % 2] = (sums[i % 2] as number) + value));
    return { re: (sums[0] as number) / half, im: (sums[1] as number) / half };
  },
};

/**
 * The same complex number everywhere.
 *
 * Data are complex numbers `{ re, im }` or real ones; curves and residuals have the real and the imaginary
 * part of each point in turn.
 *
 * @example
 * const model = new ComplexConstantModel()
 * model.fit([{ re: 1, im: 2 }, { re: 1.1, im: 1.9 }], { re: 0, im: 0 }, { x: [0, 1] }).values
 */
export class ComplexConstantModel<P extends string = ''> extends BuiltInModel<Prefixed<P, 're' | 'im'>, 'x'> {
  constructor(options: BuiltInOptions<P> = {}) {
    super(DEFINITION, options);
  }

  override guess(
    data: ArrayLike<number | Complex>,
    independent: Independent<'x'> | ArrayLike<number>,
    options: GuessOptions = {},
  ): Parameters<Prefixed<P, 're' | 'im'>> {
    return super.guess(pairs(data), twice(independent), options);
  }

  override fit<G extends Readonly<Record<string, Guess>>>(
    data: ArrayLike<number | Complex>,
    params: Parameters<Prefixed<P, 're' | 'im'>> | G,
    independent: Independent<'x'> & Readonly<Record<string, unknown>>,
    options: FitOptions = {},
  ): ModelResult<ResultKeys<Prefixed<P, 're' | 'im'>, G>> {
    const both = { ...independent, ...twice(independent) };
    return super.fit(pairs(data), params as G, both, options);
  }
}

function pairs(data: ArrayLike<number | Complex>): Float64Array {
  return Float64Array.from(
    Array.from(data, (each) => (typeof each === 'number' ? [each, 0] : [each.re, each.im])).flat(),
  );
}

function twice(independent: Independent<'x'> | ArrayLike<number>): { x: number[] } {
  const x = 'x' in independent ? independent.x : independent;
  const list = typeof x === 'number' ? [x] : Array.from(x);
  return { x: list.flatMap((each) => [each, each]) };
}
