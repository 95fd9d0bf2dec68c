import { sineAt } from '../lineshapes/oscillators.js';
import type { Guess } from '../parameters/index.js';
import { polynomialFit } from './polynomial-fit.js';
import { amplitudeSpectrum } from './spectrum.js';

/** What a guess is made of. */
export interface GuessInput {
  readonly data: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array | undefined;
  readonly negative: boolean;
}

/** Start values by the parameters' names without prefix. */
export type Guessed = Record<string, Guess>;

function largest(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}

function smallest(values: Float64Array): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** A peak's area, center and width from what lies above half of its height, as lmfit guesses them. */
export function peakGuess(
  { data, x, negative }: GuessInput,
  { ampscale = 1, sigscale = 1 }: { ampscale?: number; sigscale?: number } = {},
): Guessed {
  const order = Array.from(x.keys()).sort((a, b) => (x[a] as number) - (x[b] as number));
  const xs = Float64Array.from(order, (i) => x[i] as number);
  const ys = Float64Array.from(order, (i) => data[i] as number);
  const [top, bottom] = [largest(ys), smallest(ys)];
  const half = (top + bottom) / 2;
  const inside = xs.filter((_, i) => (negative ? (ys[i] as number) < half : (ys[i] as number) > half));
  const height = (top - bottom) * 3 * (negative ? -1 : 1);
  let center = xs[ys.indexOf(top)] as number;
  let sigma = (largest(xs) - smallest(xs)) / 6;
  if (inside.length > 2) {
    sigma = ((inside[inside.length - 1] as number) - (inside[0] as number)) / 2;
    center = mean(inside);
  }
  return {
    amplitude: height * sigma * ampscale,
    center,
    sigma: { value: sigma * sigscale, min: 0 },
  };
}

/** A two-dimensional peak's volume, center and widths. */
export function peak2dGuess({ data, x, y, negative }: GuessInput): Guessed {
  const ys = y as Float64Array;
  const [top, bottom] = [largest(data), smallest(data)];
  const at = data.indexOf(negative ? bottom : top);
  const sigmax = (largest(x) - smallest(x)) / 6;
  const sigmay = (largest(ys) - smallest(ys)) / 6;
  return {
    amplitude: (negative ? bottom - top : top - bottom) * sigmax * sigmay,
    centerx: x[at] as number,
    centery: ys[at] as number,
    sigmax: { value: sigmax, min: 0 },
    sigmay: { value: sigmay, min: 0 },
  };
}

/** A thermal distribution's scale, center and temperature. */
export function thermalGuess({ data, x }: GuessInput): Guessed {
  const center = mean(x);
  const kt = (largest(x) - smallest(x)) / 10;
  return { amplitude: largest(data) * Math.exp((smallest(x) - center) / Math.max(1e-15, kt)), center, kt };
}

/** A polynomial's coefficients by their names, highest power first. */
export function polynomialGuess({ data, x }: GuessInput, names: readonly string[]): Guessed {
  const coefficients = polynomialFit(x, data, names.length - 1);
  return Object.fromEntries(names.map((name, i) => [name, coefficients[i] as number]));
}

/** An exponential through the logarithms of the data. */
export function exponentialGuess({ data, x }: GuessInput): Guessed {
  const logarithms = data.map((value) => Math.log(Math.abs(value) + 1e-15));
  const [slope, offset] = polynomialFit(x, logarithms, 1) as [number, number];
  return { amplitude: Math.exp(offset), decay: -1 / slope };
}

/** A power law through the logarithms of both. */
export function powerlawGuess({ data, x }: GuessInput): Guessed {
  const logX = x.map((value) => Math.log(value + 1e-14));
  const logY = data.map((value) => Math.log(value + 1e-14));
  const [exponent, offset] = polynomialFit(logX, logY, 1) as [number, number];
  return { amplitude: Math.exp(offset), exponent };
}

/** A step over the whole range, falling if the data fall. */
export function stepGuess({ data, x }: GuessInput): Guessed {
  const [left, right] = [smallest(x), largest(x)];
  const fifth = Math.floor(data.length / 5);
  const last = Math.floor(-data.length / 5);
  const falls = mean(data.slice(0, fifth)) > mean(data.slice(last));
  const sigma = 0.1 * (right - left);
  return {
    amplitude: largest(data) - smallest(data),
    center: (right + left) / 2,
    sigma: falls ? -sigma : sigma,
  };
}

/** A rectangle in the middle of the range. */
export function rectangleGuess({ data, x }: GuessInput): Guessed {
  const [left, right] = [smallest(x), largest(x)];
  const sigma = { value: (right - left) / 10, min: 0 };
  return {
    amplitude: largest(data) - smallest(data),
    center1: (right + left) / 4,
    center2: (3 * (right + left)) / 4,
    sigma1: sigma,
    sigma2: { ...sigma },
  };
}

const SHIFTS = 11;

/** A sine from the strongest frequency; points are taken as evenly spaced. */
export function sineGuess({ data, x }: GuessInput): Guessed {
  const offset = mean(data);
  const centered = data.map((value) => value - offset);
  const spectrum = amplitudeSpectrum(centered);
  const strongest = spectrum.indexOf(largest(spectrum));
  const points = x.length;
  const spacing = Math.abs((x[points - 1] as number) - (x[0] as number)) / (points - 1);
  const amplitude = (2 * (spectrum[strongest] as number)) / points;
  const frequency = (2 * Math.PI * strongest) / (points * spacing);
  const shifts = Array.from({ length: SHIFTS }, (_, k) => (2 * Math.PI * k) / SHIFTS);
  const misfit = (shift: number): number =>
    x.reduce((sum, at, i) => sum + (sineAt(at, amplitude, frequency, shift) - (centered[i] as number)) ** 2, 0);
  const shift = shifts.reduce((best, each) => (misfit(each) < misfit(best) ? each : best));
  return { amplitude, frequency, shift };
}

/** The mean of the data. */
export function constantGuess({ data }: GuessInput): Guessed {
  return { c: mean(data) };
}

/** Values near the knots of a spline, smoothed a little. */
export function splineGuess({ data, x }: GuessInput, knots: readonly number[]): Guessed {
  const values = knots.map((knot) => {
    const distances = x.map((each) => Math.abs(each - knot));
    const at = distances.indexOf(smallest(distances));
    const here = data[at] as number;
    const after = at < x.length - 2 ? (data[at + 1] as number) : here;
    const before = at > 0 ? (data[at - 1] as number) : here;
    return (4 * here + after + before) / 6;
  });
  return Object.fromEntries(values.map((value, i) => [`s${i}`, { value, isInitValue: false }]));
}
