import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { ExpressionModel, FitError } from '../src/fitting/index.js';
import type { FitOptions, ModelResult } from '../src/fitting/index.js';

const FOLDER = new URL('./golden/fit/nist/', import.meta.url);

const STARTS = ['start1', 'start2'] as const;

interface Problem {
  name: string;
  formula: string;
  param_names: string[];
  start1: number[];
  start2: number[];
  certified_values: number[];
  certified_stderr: number[];
  data: { x: number[]; y: number[] };
  lmfit_default: Record<(typeof STARTS)[number], { ok: boolean; nfev: number; message: string; values: number[] }>;
}

const problems = readdirSync(FOLDER)
  .sort()
  .map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Problem);

const runs = problems.flatMap((problem) => STARTS.map((start) => ({ problem, start })));

function fit({ problem, start }: (typeof runs)[number], options: FitOptions): ModelResult {
  const { formula, param_names, data } = problem;
  const guess = Object.fromEntries(param_names.map((name, i) => [name, problem[start][i] as number]));
  return new ExpressionModel(formula).fit(data.y, guess, { x: data.x }, options);
}

/** How many runs take as many evaluations as lmfit. */
function samePath(options: FitOptions): number {
  return runs.filter((run) => {
    const { ok, nfev, message } = run.problem.lmfit_default[run.start];
    if (!ok) return false;
    try {
      const result = fit(run, options);
      return result.nfev === nfev && result.message === message;
    } catch (error) {
      if (error instanceof FitError) return false;
      throw error;
    }
  }).length;
}

/** The correct digits of the worst number. */
function digits(ours: readonly (number | null)[], certified: readonly number[]): number {
  return Math.min(
    ...certified.map((value, i) => -Math.log10(Math.abs((ours[i] ?? NaN) - value) / Math.abs(value) || 1e-11)),
  );
}

describe("NIST's nonlinear regression problems", () => {
  it('finds all problems', () => {
    expect(problems).toHaveLength(16);
    expect(runs).toHaveLength(32);
  });

  it('takes the path of lmfit in all but one run, if not in all', () => {
    expect(samePath({})).toBeGreaterThanOrEqual(runs.length - 1);
  });

  it('control: another length of the first step is noticed', () => {
    expect(samePath({ fitKws: { factor: 10 } })).toBeLessThan(runs.length - 1);
  });

  it.each(runs.map((run) => [run.problem.name, run.start, run] as const))(
    '%s from %s: six digits with the settings precise',
    (name, _, run) => {
      const { param_names, certified_values, certified_stderr } = run.problem;
      const { params, success, errorbars } = fit(run, { settings: 'precise' });
      const of = param_names.map((each) => params.get(each));
      expect({ success, errorbars }).toEqual({ success: true, errorbars: true });
      expect(
        digits(
          of.map(({ value }) => value),
          certified_values,
        ),
      ).toBeGreaterThan(6);
      // The residuals of Lanczos1 are rounding, and so are its standard errors.
      const expected = name === 'Lanczos1' ? 2.5 : 6;
      expect(
        digits(
          of.map(({ stderr }) => stderr),
          certified_stderr,
        ),
      ).toBeGreaterThan(expected);
    },
  );

  it("control: lmfit's settings do not reach six digits everywhere", () => {
    const reached = runs.filter((run) => {
      const { params } = fit(run, {});
      return (
        digits(
          run.problem.param_names.map((each) => params.get(each).value),
          run.problem.certified_values,
        ) > 6
      );
    });
    expect(reached.length).toBeLessThan(runs.length - 8);
  });
});
