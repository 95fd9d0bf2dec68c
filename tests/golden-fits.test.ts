import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { Model, Parameter } from '../src/fitting/index.js';
import type { FitOptions, ModelResult } from '../src/fitting/index.js';
import { refit } from './instruments/recorded-fit.js';
import type { RecordedFit } from './instruments/recorded-fit.js';

const FOLDER = new URL('./golden/fit/lmfit/', import.meta.url);
const SEQUENCE = 'livefit_sequence';

const names = readdirSync(FOLDER)
  .map((file) => file.replace(/\.json$/, ''))
  .filter((name) => name !== SEQUENCE)
  .sort();

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as T;
}

/** What does not agree with the recording, within the tolerances that it names. */
function differences(recorded: RecordedFit, result: ModelResult): string[] {
  const { expected, compare } = recorded;
  const wrong: string[] = [];
  const check = (what: string, ours: number | null, theirs: number | null, rtol: number | null, atol = 1e-15): void => {
    if (rtol === null) return;
    const near = ours === theirs || Math.abs((ours ?? NaN) - (theirs ?? NaN)) <= atol + rtol * Math.abs(theirs ?? NaN);
    if (!near) wrong.push(`${what}: ${ours} instead of ${theirs}`);
  };
  for (const [name, value] of Object.entries(expected.values)) {
    check(name, result.values[name] ?? null, value, compare.values_rtol);
    const { stderr, correl } = expected.params[name] as (typeof expected.params)[string];
    if (compare.stderr_rtol === null) continue;
    check(`stderr of ${name}`, result.params.get(name).stderr, stderr ?? null, compare.stderr_rtol);
    for (const [other, value] of Object.entries(correl ?? {})) {
      check(`correlation of ${name} and ${other}`, result.params.get(name).correl?.[other] ?? null, value, 1e-5, 1e-5);
    }
  }
  check('chisqr', result.chisqr, expected.chisqr, compare.chisqr_rtol, compare.chisqr_atol);
  if (compare.chisqr_atol === undefined) {
    for (const name of ['redchi', 'aic', 'bic', 'rsquared'] as const) {
      check(name, result[name], expected[name], compare.chisqr_rtol === null ? null : 1e-7);
    }
  }
  for (const name of ['ndata', 'nvarys', 'nfree'] as const) check(name, result[name], expected[name], 0);
  if (result.success !== expected.success || result.aborted !== expected.aborted) wrong.push('how it ended');
  if (compare.nfev !== 'any' && result.message !== expected.message) wrong.push(result.message);
  return wrong;
}

function repeat(name: string, change: FitOptions = {}): { recorded: RecordedFit; result: ModelResult } {
  const recorded = read<RecordedFit>(name);
  return { recorded, result: refit(recorded, change) };
}

function differing(change: FitOptions): string[] {
  return names.filter((name) => {
    const { recorded, result } = repeat(name, change);
    return differences(recorded, result).length > 0;
  });
}

/** The fits that take as many evaluations as lmfit. */
function samePath(change: FitOptions): string[] {
  return names.filter((name) => {
    const { recorded, result } = repeat(name, change);
    return result.nfev === recorded.expected.nfev;
  });
}

/** The largest difference, where numbers near zero count by the largest one. */
function farthest(ours: ArrayLike<number>, theirs: readonly number[]): number {
  const scale = Math.max(...theirs.map(Math.abs)) || 1;
  return Math.max(...theirs.map((each, i) => Math.abs(each - (ours[i] as number)) / scale));
}

describe('fits against recordings of lmfit', () => {
  it('finds all recordings', () => {
    expect(names).toHaveLength(44);
  });

  it.each(names)('%s', (name) => {
    const { recorded, result } = repeat(name);
    expect(differences(recorded, result)).toEqual([]);
    expect(result.model.name).toBe(recorded.model.repr);
    expect(result.varNames).toEqual(recorded.expected.var_names);
    expect(result.initVals).toEqual(recorded.expected.init_vals);
  });

  it('takes as many evaluations as lmfit in at least 42', () => {
    expect(samePath({}).length).toBeGreaterThanOrEqual(42);
  });

  it('writes the same report, letter by letter, wherever there are standard errors to compare', () => {
    const reports = names.flatMap((name) => {
      const { recorded, result } = repeat(name);
      const { expected, compare } = recorded;
      if (compare.stderr_rtol === null || result.nfev !== expected.nfev) return [];
      return [{ ours: result.fitReport(), theirs: expected.fit_report }];
    });
    expect(reports.length).toBeGreaterThanOrEqual(38);
    expect(reports.map(({ ours }) => ours)).toEqual(reports.map(({ theirs }) => theirs));
  });

  it.each(names)('%s: the report up to its numbers, in all its forms', (name) => {
    const { recorded, result } = repeat(name);
    const { fit_report, fit_report_all, fit_report_table } = recorded.expected;
    // Correlations of nothing but rounding have any sign and come in any order.
    const form = (text: string): string[] =>
      text
        .replace(/[-+]?\d+\.\d+(e[-+]\d+)?%?/g, '#')
        .replace(/ +/g, ' ')
        .split('\n')
        .filter((line) => !/^ {1,4}C\(|^\[\[Corr|at boundary|at initial|Warning|function evals/.test(line));
    if (recorded.compare.stderr_rtol === null) return expect(form(result.fitReport())[0]).toBe(form(fit_report)[0]);
    expect(form(result.fitReport())).toEqual(form(fit_report));
    expect(form(result.fitReport({ sortPars: true, minCorrel: 0 }))).toEqual(form(fit_report_all));
    if (fit_report_table !== null) {
      expect(form(result.fitReport({ correlMode: 'table' }))).toEqual(form(fit_report_table));
    }
  });

  it.each(names)('%s: curves, components, uncertainties', (name) => {
    const { recorded, result } = repeat(name);
    const { expected, compare } = recorded;
    expect(farthest(result.initFit, expected.init_fit)).toBeLessThan(1e-13);
    if (compare.values_rtol === null) return;
    expect(farthest(result.bestFit, expected.best_fit)).toBeLessThan(1e-4);
    expect(Object.keys(result.evalComponents())).toEqual(Object.keys(expected.components));
    for (const [part, curve] of Object.entries(expected.components)) {
      expect(farthest(result.evalComponents()[part] as Float64Array, curve)).toBeLessThan(1e-4);
    }
    if (compare.stderr_rtol === null) return;
    for (const [key, [value, stderr]] of Object.entries(expected.uvars ?? {})) {
      expect(result.uvars?.[key]?.value).toBeCloseTo(value, 5);
      expect(Math.abs((result.uvars?.[key]?.stderr ?? NaN) - stderr)).toBeLessThanOrEqual(1e-5 * stderr);
    }
    for (const [sigma, band] of Object.entries(expected.eval_uncertainty ?? {})) {
      expect(farthest(result.evalUncertainty({ sigma: Number(sigma) }), band)).toBeLessThan(1e-5);
    }
    if (expected.dely_predicted_1) {
      result.evalUncertainty();
      expect(farthest(result.delyPredicted as Float64Array, expected.dely_predicted_1)).toBeLessThan(1e-5);
    }
  });

  describe('control: a wrong fit is noticed', () => {
    it('with a central Jacobian', () => {
      expect(samePath({ jacobian: 'central' }).length).toBeLessThan(10);
    });

    it('with weights dropped', () => {
      const weighted = names.filter((name) => read<RecordedFit>(name).weights !== null);
      expect(weighted.length).toBeGreaterThanOrEqual(3);
      expect(differing({ weights: null })).toEqual(expect.arrayContaining(weighted));
    });

    it('with one weight dropped', () => {
      const recorded = read<RecordedFit>('weights_array');
      const weights = [...(recorded.weights as number[])];
      weights[30] = 0;
      expect(differences(recorded, refit(recorded, { weights }))).not.toEqual([]);
    });

    it('with tolerances of 1e-6', () => {
      expect(differing({ fitKws: { ftol: 1e-6, xtol: 1e-6 } }).length).toBeGreaterThan(5);
    });
  });
});

interface Update {
  n: number;
  values: Record<string, number>;
  stderr: Record<string, number | null>;
  chisqr: number;
  nfev: number;
  success: boolean;
  errorbars: boolean;
}

describe('a LiveFit sequence', () => {
  const { x, y, sequence } = read<{ x: number[]; y: number[]; sequence: Update[] }>(SEQUENCE);
  const gaussian = (at: number, A: number, sigma: number, x0: number): number =>
    A * Math.exp(-((at - x0) ** 2) / (2 * sigma ** 2));
  const model = new Model(gaussian, { params: ['A', 'sigma', 'x0'] });

  /** The updates that take the same path to the same sum of squares. */
  function same(options: FitOptions): Update[] {
    return sequence.filter(({ n, nfev, chisqr, success }) => {
      const guess = { A: 2, sigma: new Parameter('sigma', { value: 3, min: 0 }), x0: -0.2 };
      const result = model.fit(y.slice(0, n), guess, { x: x.slice(0, n) }, options);
      const near = Math.abs(result.chisqr - chisqr) <= 1e-8 * chisqr + 1e-20;
      return near && result.nfev === nfev && result.success === success;
    });
  }

  it('has 39 updates, of which those with few points run for long and may part on the way', () => {
    expect(sequence).toHaveLength(39);
    expect(same({}).length).toBeGreaterThanOrEqual(36);
  });

  it('control: another Jacobian is noticed', () => {
    expect(same({ jacobian: 'central' }).length).toBeLessThan(10);
  });
});
