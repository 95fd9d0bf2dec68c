import * as fitting from '../../src/fitting/index.js';
import type { Model, ModelResult } from '../../src/fitting/index.js';
import { Parameters } from '../../src/fitting/index.js';
import { seededRandom } from '../../src/devices/sim/random.js';

/** A fit that lmfit and livesky can both do. */
export interface RandomFit {
  parts: [model: string, prefix: string, options: object][];
  x: number[];
  y: number[];
  weights: number[] | null;
  params: [name: string, value: number, vary: boolean, min: number, max: number, expr: string | null][];
  scaleCovar: boolean;
}

/** What lmfit says of one. */
export interface PeerResult {
  values: Record<string, number>;
  stderr: Record<string, number | null>;
  chisqr: number;
  nfev: number;
  message: string;
  errorbars: boolean;
  report: string;
  dumps: string;
  error?: string;
}

type Random = () => number;

const between = (random: Random, from: number, to: number): number => from + (to - from) * random();

/** A number from a normal distribution, by Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Models with values that make sense over x from -5 to 5. */
const KINDS: Readonly<Record<string, { options?: object; values(random: Random): Record<string, number> }>> = {
  GaussianModel: { values: peak },
  LorentzianModel: { values: peak },
  VoigtModel: { values: peak },
  PseudoVoigtModel: { values: (random) => ({ ...peak(random), fraction: between(random, 0.2, 0.8) }) },
  MoffatModel: { values: (random) => ({ ...peak(random), beta: between(random, 0.8, 2) }) },
  SkewedGaussianModel: { values: (random) => ({ ...peak(random), gamma: between(random, -2, 2) }) },
  DoniachModel: { values: (random) => ({ ...peak(random), gamma: between(random, 0, 0.4) }) },
  BreitWignerModel: { values: (random) => ({ ...peak(random), q: between(random, 0.5, 3) }) },
  StepModel: { options: { form: 'erf' }, values: peak },
  SineModel: {
    values: (random) => ({
      amplitude: between(random, 1, 4),
      frequency: between(random, 0.8, 2),
      shift: between(random, 0, 3),
    }),
  },
  ExponentialModel: { values: (random) => ({ amplitude: between(random, 1, 4), decay: between(random, 2, 9) }) },
  QuadraticModel: {
    values: (random) => ({ a: between(random, -1, 1), b: between(random, -2, 2), c: between(random, -3, 3) }),
  },
};

function peak(random: Random): Record<string, number> {
  return {
    amplitude: between(random, 2, 20),
    center: between(random, -2, 2),
    sigma: between(random, 0.4, 1.6),
  };
}

/** So many fits, the same for the same seed. */
export function randomFits(count: number, seed: number): RandomFit[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => randomFit(random));
}

function randomFit(random: Random): RandomFit {
  const names = Object.keys(KINDS);
  const name = names[Math.floor(random() * names.length)] as string;
  const { options = {}, values } = KINDS[name] as (typeof KINDS)[string];
  // A parabola and a line would share their slope.
  const isComposite = name !== 'QuadraticModel' && random() < 0.4;
  const prefix = isComposite ? 'p_' : '';
  const parts: RandomFit['parts'] = [[name, prefix, options]];
  const truth = prefixed(values(random), prefix);
  if (isComposite) {
    parts.push(['LinearModel', 'l_', {}]);
    Object.assign(truth, { l_slope: between(random, -0.5, 0.5), l_intercept: between(random, -1, 3) });
  }
  const model = modelOf(parts);
  const points = Math.floor(between(random, 20, 120));
  const x = Array.from({ length: points }, (_, i) => -5 + (10 * i) / (points - 1));
  const clean = model.eval(model.makeParams(truth), { x });
  const noise = between(random, 0.01, 0.2);
  return {
    parts,
    x,
    y: Array.from(clean, (each) => each + noise * normal(random)),
    weights: random() < 0.3 ? x.map(() => between(random, 0.5, 2) / noise) : null,
    params: startOf(model.makeParams(truth), random),
    scaleCovar: random() < 0.8,
  };
}

function prefixed(values: Record<string, number>, prefix: string): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}

/**
 * Start values off the truth, some fixed, some with bounds; none starts on a bound, where the transformation is flat
 * and rounding decides what a fit comes to.
 */
function startOf(params: Parameters, random: Random): RandomFit['params'] {
  let free = 0;
  return Array.from(params.values(), ({ name, value, min, max, expr }) => {
    if (expr !== null) return [name, value, false, -Infinity, Infinity, expr];
    const start = value * between(random, 0.6, 1.6) + between(random, -0.2, 0.2);
    const vary = free === 0 || random() < 0.9;
    if (vary) free += 1;
    const isBounded = random() < 0.25;
    const low = isBounded ? Math.max(min, value - between(random, 1, 5)) : min;
    const high = isBounded && random() < 0.5 ? Math.min(max, value + between(random, 1, 5)) : max;
    return [name, Math.min(Math.max(start, low + 0.05), high - 0.05), vary, low, high, null];
  });
}

export function modelOf(parts: RandomFit['parts']): Model {
  type Make = new (options: object) => Model;
  const made = parts.map(([name, prefix, options]) => {
    const Made = (fitting as unknown as Record<string, Make>)[name] as Make;
    return new Made({ prefix, ...options });
  });
  return made.reduce((left, right) => left.add(right));
}

/** Does one with livesky. */
export function fitOurs({ parts, x, y, weights, params, scaleCovar }: RandomFit): ModelResult {
  const start = new Parameters();
  for (const [name, value, vary, min, max, expr] of params) {
    start.add(name, expr === null ? { value, vary, min, max } : { expr });
  }
  return modelOf(parts).fit(y, start, { x }, { weights, scaleCovar });
}

/** How many fits came out the same, and what those that did not came to. */
export interface Comparison {
  samePath: number;
  sameReport: number;
  /** Fits with the same number of evaluations and different numbers. */
  wrong: string[];
}

export function compareFits(fits: readonly RandomFit[], peers: readonly PeerResult[]): Comparison {
  const found: Comparison = { samePath: 0, sameReport: 0, wrong: [] };
  fits.forEach((fit, i) => {
    const peer = peers[i] as PeerResult;
    let ours: ModelResult | undefined;
    let error = '';
    try {
      ours = fitOurs(fit);
    } catch (thrown) {
      error = (thrown as Error).message;
    }
    if (peer.error !== undefined || !ours) {
      const same = peer.error !== undefined && error !== '';
      if (same) {
        found.samePath += 1;
        found.sameReport += 1;
      } else found.wrong.push(`${i}: ${error} instead of ${peer.error ?? peer.message}`);
      return;
    }
    if (ours.nfev !== peer.nfev || ours.message !== peer.message) return;
    found.samePath += 1;
    if (ours.fitReport() === peer.report) found.sameReport += 1;
    // Fits that were given up part by rounding long before.
    if (!ours.success) return;
    // Along a flat valley rounding moves the optimum by a part of its error.
    const room = (name: string): number => 1e-7 + 1e-3 * (peer.errorbars ? (peer.stderr[name] ?? 0) : Infinity);
    const off = Object.entries(peer.values).find(
      ([name, value]) => !(Math.abs(ours.params.get(name).value - value) <= 1e-6 * Math.abs(value) + room(name)),
    );
    const chi = Math.abs(ours.chisqr - peer.chisqr) / peer.chisqr;
    if (chi > 1e-6) found.wrong.push(`${i}: chi-square is ${ours.chisqr} instead of ${peer.chisqr}`);
    if (off) found.wrong.push(`${i}: ${off[0]} is ${ours.params.get(off[0]).value} instead of ${off[1]}`);
  });
  return found;
}

/** JSON with bare infinities, as Python reads it. */
export function pythonJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'number' && !Number.isFinite(each) ? `@${each}@` : each,
  ).replace(/"@(-?Infinity|NaN)@"/g, '$1');
}
