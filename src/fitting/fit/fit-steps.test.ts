import { describe, expect, it } from 'vitest';

import {
  GaussianModel,
  LinearModel,
  LorentzianModel,
  Model,
  Parameters,
  PseudoVoigtModel,
  VoigtModel,
} from '../index.js';
import {
  ExponentialModel,
  Gaussian2dModel,
  PolynomialModel,
  PowerLawModel,
  QuadraticModel,
  SineModel,
} from '../index.js';

const x = Array.from({ length: 61 }, (_, i) => -5 + i / 6);
const y = x.map((at, i) => 4 * Math.exp(-((at - 0.4) ** 2) / (2 * 1.1 ** 2)) + 0.1 * Math.sin(37 * i));
const peak = (x: number, A: number, sigma: number, x0: number): number =>
  A * Math.exp(-((x - x0) ** 2) / (2 * sigma ** 2));
const model = new Model(peak, { params: ['A', 'sigma', 'x0'] });
const start = { A: 2, sigma: 3, x0: -0.2 };

describe('a fit in slices', () => {
  it('evaluates the model once a slice and ends where a whole fit ends', () => {
    let calls = 0;
    const counting = new Model(
      (x: Float64Array, A: number, sigma: number, x0: number) => {
        calls += 1;
        return x.map((each) => peak(each, A, sigma, x0));
      },
      { params: ['A', 'sigma', 'x0'], vector: true },
    );
    const steps = counting.fitSteps(y, start, { x });
    let slices = 0;
    let step = steps.next();
    while (!step.done) {
      slices += 1;
      expect(calls).toBeLessThanOrEqual(slices + 1);
      step = steps.next();
    }
    const whole = model.fit(y, start, { x });
    expect(step.value.values).toEqual(whole.values);
    expect(slices).toBe(whole.nfev);
  });

  it('can be mixed with other fits of the same size', () => {
    const first = model.fitSteps(y, start, { x });
    const second = model.fitSteps(
      y.map((each) => 2 * each),
      start,
      { x },
    );
    let [a, b] = [first.next(), second.next()];
    while (!a.done || !b.done) [a, b] = [a.done ? a : first.next(), b.done ? b : second.next()];
    expect(a.value.values).toEqual(model.fit(y, start, { x }).values);
    expect(b.value.values.A / a.value.values.A).toBeCloseTo(2, 6);
  });
});

describe('analytic Jacobians', () => {
  const positive = x.map((each) => each + 6);
  const cases: [string, Model, Record<string, unknown>, Record<string, number[]>][] = [
    ['gaussian', new GaussianModel() as unknown as Model, { amplitude: 9, center: 0.3, sigma: 1.2 }, { x }],
    ['lorentzian', new LorentzianModel() as unknown as Model, { amplitude: 9, center: 0.3, sigma: 1.2 }, { x }],
    ['voigt', new VoigtModel() as unknown as Model, { amplitude: 9, center: 0.3, sigma: 0.8 }, { x }],
    [
      'voigt, free',
      new VoigtModel() as unknown as Model,
      { amplitude: 9, center: 0.3, sigma: 0.8, gamma: { value: 0.5, vary: true, min: 0 } },
      { x },
    ],
    [
      'pseudo-Voigt',
      new PseudoVoigtModel() as unknown as Model,
      { amplitude: 9, center: 0.3, sigma: 1.2, fraction: 0.4 },
      { x },
    ],
    [
      '2-D',
      new Gaussian2dModel() as unknown as Model,
      { amplitude: 9, centerx: 0.3, centery: 0, sigmax: 1.2, sigmay: 2 },
      { x, y: x.map((each) => Math.sin(3 * each)) },
    ],
    ['exponential', new ExponentialModel() as unknown as Model, { amplitude: 3, decay: 4 }, { x: positive }],
    ['power law', new PowerLawModel() as unknown as Model, { amplitude: 3, exponent: -0.7 }, { x: positive }],
    ['sine', new SineModel() as unknown as Model, { amplitude: 3, frequency: 1.1, shift: 0.4 }, { x }],
    ['quadratic', new QuadraticModel() as unknown as Model, { a: 1, b: 2, c: 3 }, { x }],
    ['polynomial', new PolynomialModel({ degree: 3 }) as unknown as Model, { c0: 1, c1: 2, c2: 3, c3: 4 }, { x }],
    [
      'sum',
      new GaussianModel({ prefix: 'a_' }).add(new LinearModel()) as unknown as Model,
      { a_amplitude: 9, a_center: 0, a_sigma: 1, slope: 0.1, intercept: 1 },
      { x },
    ],
    [
      'difference',
      new GaussianModel({ prefix: 'a_' }).subtract(new LinearModel()) as unknown as Model,
      { a_amplitude: 9, a_center: 0, a_sigma: 1, slope: 0.1, intercept: 1 },
      { x },
    ],
    [
      'product',
      new GaussianModel({ prefix: 'a_' }).multiply(new LinearModel()) as unknown as Model,
      { a_amplitude: { value: 9, vary: false }, a_center: 0, a_sigma: 1, slope: 0.1, intercept: 1 },
      { x },
    ],
    [
      'quotient',
      new LinearModel().divide(new ExponentialModel({ prefix: 'e_' })) as unknown as Model,
      { slope: 0.1, intercept: 1, e_amplitude: { value: 2, vary: false }, e_decay: 5 },
      { x },
    ],
  ];

  it.each(cases)('of %s find what central differences find, with weights', (_, of, guess, independent) => {
    const truth = of.eval(of.makeParams(guess as never), independent);
    const data = truth.map((each, i) => each * (1 + 0.02 * Math.sin(9 * i)) + 0.01 * Math.cos(5 * i));
    const weights = data.map((_, i) => 1 + (i % 3));
    const fit = (jacobian: 'analytic' | 'central') =>
      of.fit(data, of.makeParams(guess as never), independent, {
        jacobian,
        weights,
        fitKws: { ftol: 1e-13, xtol: 1e-13 },
      });
    const [ours, central] = [fit('analytic'), fit('central')];
    for (const { name, value, stderr } of ours.params.values()) {
      const other = central.params.get(name);
      const room = (other.stderr ?? 0) * 1e-4 + 1e-9;
      expect(Math.abs(value - other.value), name).toBeLessThan(room);
      expect(Math.abs((stderr ?? 0) - (other.stderr ?? 0)), name).toBeLessThan(room);
    }
    expect(ours.nfev).toBeLessThan(central.nfev);
  });

  it('of a user, given as the option jacobian', () => {
    const line = new Model((x: number, a: number, b: number) => a * x + b, {
      params: ['a', 'b'],
      jacobian: (x) => [x as number, 1],
    });
    const result = line.fit([1, 3, 5.1], { a: 0, b: 0 }, { x: [0, 1, 2] }, { jacobian: 'analytic' });
    expect(result.nfev).toBeLessThan(6);
    expect(result.values.a).toBeCloseTo(2.05, 10);
    const wrong = new Model((x: number, a: number, b: number) => a * x + b, {
      params: ['a', 'b'],
      jacobian: (x) => [-(x as number), 1],
    });
    expect(
      wrong.fit([1, 3, 5.1], { a: 0, b: 0 }, { x: [0, 1, 2] }, { jacobian: 'analytic', maxNfev: 200 }).values.a,
    ).not.toBeCloseTo(2.05, 3);
  });
});

describe('bounds', () => {
  const free = model.fit(y, start, { x }, { settings: 'precise' });

  it.each([
    ['inside', { sigma: { value: 3, min: 0 } }],
    ['from a bound', { sigma: { value: 0.5, min: 0.5 } }],
    ['from the upper of two bounds', { x0: { value: 2, min: -2, max: 2 } }],
    ['from outside', { x0: { value: 9, min: -2, max: 3 } }],
  ])('the active set finds an optimum %s', (_, bounded) => {
    const result = model.fit(y, { ...start, ...bounded }, { x }, { bounds: 'active-set' });
    for (const name of ['A', 'sigma', 'x0'] as const) expect(result.values[name]).toBeCloseTo(free.values[name], 5);
    expect(result.params.x0.stderr).toBeCloseTo(free.params.x0.stderr ?? NaN, 5);
  });

  it('the active set ends on a bound exactly, and the others have errors', () => {
    const result = model.fit(y, { ...start, x0: { value: -0.2, max: 0.2 } }, { x }, { bounds: 'active-set' });
    const fixed = model.fit(y, { ...start, x0: { value: 0.2, vary: false } }, { x }, { settings: 'precise' });
    expect(result.values.x0).toBe(0.2);
    expect(result.params.x0.stderr).toBeNull();
    expect(result.values.A).toBeCloseTo(fixed.values.A, 6);
    expect(result.chisqr).toBeCloseTo(fixed.chisqr, 10);
    expect(result.params.A.correl).toEqual({ sigma: expect.any(Number) as number });
    expect(result.errorbars).toBe(true);
  });

  it('two active bounds', () => {
    const result = model.fit(
      y,
      { A: { value: 2, max: 3 }, sigma: 3, x0: { value: 0, max: 0.2 } },
      { x },
      { bounds: 'active-set' },
    );
    expect([result.values.A, result.values.x0]).toEqual([3, 0.2]);
    expect(result.params.sigma.stderr).toBeGreaterThan(0);
  });
});

describe('how a fit ends', () => {
  it.each([1, 2, 5, 12])('after %s evaluations, if no more are allowed', (maxNfev) => {
    const result = model.fit(y, start, { x }, { maxNfev });
    expect(result).toMatchObject({ nfev: maxNfev, aborted: true, success: false, errorbars: false, covar: null });
    expect(result.fitReport()).toContain('uncertainties could not be estimated');
  });

  it('when its callback says so; statistics are unknown then', () => {
    const seen: number[] = [];
    const result = model.fit(
      y,
      start,
      { x },
      { iterCb: (params, nfev) => seen.push(params.get('A').value) > 0 && nfev >= 9 },
    );
    expect(seen).toHaveLength(9);
    expect(result).toMatchObject({ nfev: 9, aborted: true, success: false, ndata: 0 });
    expect(result.fitReport()).toContain('chi-square         = unknown');
  });

  it('with every method and setting at the same place', () => {
    for (const options of [
      { method: 'ml-levenberg-marquardt' },
      { settings: 'precise' },
      { bounds: 'active-set' },
    ] as const) {
      const weights = y.map((_, i) => 1 + (i % 2));
      const [ours, reference] = [
        model.fit(y, start, { x }, { ...options, weights }),
        model.fit(y, start, { x }, { weights }),
      ];
      expect(ours.success).toBe(true);
      for (const name of ['A', 'sigma', 'x0'] as const) {
        expect(ours.values[name]).toBeCloseTo(reference.values[name], 5);
        expect(ours.params[name].stderr).toBeCloseTo(reference.params[name].stderr ?? NaN, 5);
      }
    }
  });

  it('leaves the parameters that were given as they were', () => {
    const params = model.makeParams(start);
    const before = params.dumps();
    model.fit(y, params, { x });
    expect(params.dumps()).toBe(before);
  });

  it('keeps parameters that only an expression uses', () => {
    const params = new Parameters();
    params.add('ratio', 1.3);
    params.add('sigma', 2);
    params.add('A', { expr: 'ratio*sigma' });
    params.add('x0', 0);
    const result = model.fit(y, params, { x });
    expect(result.values.A).toBeCloseTo((result.values.ratio as number) * (result.values.sigma as number), 10);
    expect(result.params.get('A').stderr).toBeGreaterThan(0);
  });
});
