import { exponential, logarithm, squareRoot } from '../special/complex.js';
import { erf, erfc } from '../special/erf.js';
import { faddeeva } from '../special/faddeeva.js';
import { complexLogGamma, gamma, logBeta, logGamma } from '../special/gamma.js';
import { ExpressionError } from './expression-error.js';
import { asComplex, binary, isComplex, itemsOf, negated, real, truth } from './value.js';
import type { Value } from './value.js';

/** A function that expressions may call. */
export type ExpressionFunction = (args: readonly Value[]) => Value;

/** The names that stand for numbers. */
export const CONSTANTS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['pi', Math.PI],
  ['e', Math.E],
  ['inf', Infinity],
  ['nan', NaN],
  ['True', true],
  ['False', false],
]);

/** Functions of one real number. */
const OF_ONE: Readonly<Record<string, (x: number) => number>> = {
  exp2: (x) => 2 ** x,
  expm1: Math.expm1,
  log10: Math.log10,
  log2: Math.log2,
  log1p: Math.log1p,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  arcsinh: Math.asinh,
  arccosh: Math.acosh,
  arctanh: Math.atanh,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  fix: Math.trunc,
  rint: (x) => halfEven(x),
  sign: (x) => (Number.isNaN(x) ? NaN : Math.sign(x)),
  fabs: Math.abs,
  degrees: (x) => (x * 180) / Math.PI,
  radians: (x) => (x * Math.PI) / 180,
  reciprocal: (x) => 1 / x,
  sinc: (x) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)),
  cbrt: Math.cbrt,
  erf,
  erfc,
  gamfcn: gamma,
  factorial: (x) => (Number.isInteger(x) && x >= 0 ? Math.round(gamma(x + 1)) : NaN),
};

/** Functions of two real numbers. */
const OF_TWO: Readonly<Record<string, (a: number, b: number) => number>> = {
  arctan2: Math.atan2,
  hypot: (a, b) => Math.hypot(a, b),
  copysign: (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)),
  fmod: (a, b) => a % b,
  maximum: Math.max,
  minimum: Math.min,
  fmax: (a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b)),
  fmin: (a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.min(a, b)),
  logaddexp: (a, b) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b))),
  betalnfnc: logBeta,
};

/** Questions about one real number. */
const TESTS: Readonly<Record<string, (x: number) => boolean>> = {
  isnan: Number.isNaN,
  isfinite: Number.isFinite,
  isinf: (x) => Math.abs(x) === Infinity,
};

/** Functions whose arguments or values are more than real numbers. */
const GENERAL: Readonly<Record<string, ExpressionFunction>> = {
  abs: (args) => absolute(only(args)),
  max: (args) => extreme(args, (a, b) => a > b),
  min: (args) => extreme(args, (a, b) => a < b),
  sum: (args) => itemsOf(only(args)).reduce((total, item) => binary('+', total, item), 0),
  mean: (args) => {
    const items = itemsOf(only(args));
    return binary('/', GENERAL.sum?.(args) as Value, items.length);
  },
  any: (args) => itemsOf(only(args)).some(truth),
  all: (args) => itemsOf(only(args)).every(truth),
  pow: ([a, b, ...rest]) => binary('**', ...pair([a, b, ...rest])),
  power: (args) => binary('**', ...pair(args)),
  mod: (args) => binary('%', ...pair(args)),
  square: (args) => binary('*', only(args), only(args)),
  negative: (args) => negated(only(args)),
  round: (args) => rounded(args),
  around: (args) => rounded(args),
  int: (args) => Math.trunc(real(only(args))),
  float: (args) => real(only(args)),
  bool: (args) => truth(only(args)),
  clip: (args) => clipped(args),
  exp: (args) => either(only(args), Math.exp, exponential),
  log: (args) => either(only(args), Math.log, logarithm),
  ln: (args) => either(only(args), Math.log, logarithm),
  sqrt: (args) => either(only(args), Math.sqrt, squareRoot),
  complex: (args) => {
    const [re, im] = pair(args);
    return { re: real(re), im: real(im) };
  },
  real: (args) => partOf(only(args), 'real'),
  imag: (args) => partOf(only(args), 'imag'),
  angle: (args) => logarithm(asComplex(only(args))).im,
  conjugate: (args) => {
    const { re, im } = asComplex(only(args));
    return { re, im: -im };
  },
  wofz: (args) => faddeeva(asComplex(only(args))),
  loggammafcn: (args) => either(only(args), (x) => (x > 0 ? logGamma(x) : NaN), complexLogGamma),
};

/** Shorter names that numpy has too. */
const ALIASES: Readonly<Record<string, string>> = {
  asin: 'arcsin',
  acos: 'arccos',
  atan: 'arctan',
  atan2: 'arctan2',
  asinh: 'arcsinh',
  acosh: 'arccosh',
  atanh: 'arctanh',
  rad2deg: 'degrees',
  deg2rad: 'radians',
};

/** Everything that an expression may call: numpy's and scipy's functions of numbers, by lmfit's names. */
export const FUNCTIONS: ReadonlyMap<string, ExpressionFunction> = new Map(all());

function* all(): Generator<[string, ExpressionFunction], void, undefined> {
  const table = new Map<string, ExpressionFunction>();
  for (const [name, f] of Object.entries(OF_ONE)) table.set(name, (args) => f(real(only(args))));
  for (const [name, f] of Object.entries(TESTS)) table.set(name, (args) => f(real(only(args))));
  for (const [name, f] of Object.entries(OF_TWO)) {
    table.set(name, (args) => {
      const [a, b] = pair(args);
      return f(real(a), real(b));
    });
  }
  for (const [name, f] of Object.entries(GENERAL)) table.set(name, f);
  yield* table.entries();
  for (const [alias, name] of Object.entries(ALIASES)) yield [alias, table.get(name) as ExpressionFunction];
}

function only(args: readonly (Value | undefined)[]): Value {
  const [value] = args;
  if (value === undefined || args.length !== 1) throw new ExpressionError(`one argument is needed, not ${args.length}`);
  return value;
}

function pair(args: readonly (Value | undefined)[]): [Value, Value] {
  const [a, b] = args;
  if (a === undefined || b === undefined || args.length !== 2) {
    throw new ExpressionError(`two arguments are needed, not ${args.length}`);
  }
  return [a, b];
}

function either(
  value: Value,
  ofReal: (x: number) => number,
  ofComplex: (z: { re: number; im: number }) => Value,
): Value {
  return isComplex(value) ? ofComplex(value) : ofReal(real(value));
}

/** The real or imaginary part of a number. */
export function partOf(value: Value, part: 'real' | 'imag'): number {
  const { re, im } = asComplex(value);
  return part === 'real' ? re : im;
}

function absolute(value: Value): number {
  const { re, im } = asComplex(value);
  return im === 0 ? Math.abs(re) : Math.hypot(re, im);
}

/** Python's max and min: the first of the arguments, or of one sequence, that no other beats. */
function extreme(args: readonly Value[], beats: (a: number, b: number) => boolean): number {
  const items = args.length === 1 ? itemsOf(args[0] as Value) : args;
  if (items.length === 0) throw new ExpressionError('max and min need at least one argument');
  return items.map((item) => real(item)).reduce((best, item) => (beats(item, best) ? item : best));
}

function clipped(args: readonly Value[]): number {
  if (args.length !== 3) throw new ExpressionError(`clip needs three arguments, not ${args.length}`);
  const [value, low, high] = args.map((each) => real(each)) as [number, number, number];
  return Math.min(Math.max(value, low), high);
}

function rounded(args: readonly Value[]): number {
  const [value, digits] = args.length === 1 ? [only(args), 0] : pair(args);
  const scale = 10 ** real(digits);
  return halfEven(real(value) * scale) / scale;
}

function halfEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
