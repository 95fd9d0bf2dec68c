import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import * as fitting from '../src/fitting/index.js';
import { clip, fromInternal, gradientScale, toInternal } from '../src/fitting/parameters/bounds.js';
import { gformat } from '../src/fitting/results/number-format.js';
import { tQuantile } from '../src/fitting/special/distributions.js';
import { faddeeva } from '../src/fitting/special/faddeeva.js';
import { FIT_REFUSALS } from './deliberate-differences.js';
import { camelCase } from './instruments/camel-case.js';
import { recordedNumber, refit } from './instruments/recorded-fit.js';
import type { Recorded, RecordedFit, RecordedParameter } from './instruments/recorded-fit.js';

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./golden/fit/${name}.json`, import.meta.url), 'utf8')) as T;
}

/** Whether numbers agree within so much of the larger one, or absolutely. */
function near(ours: number, theirs: number, rtol: number, atol = 0): boolean {
  if (Object.is(ours, theirs) || ours === theirs) return true;
  return Math.abs(ours - theirs) <= atol + rtol * Math.abs(theirs);
}

describe('line shapes', () => {
  interface Shape {
    func: string;
    args: string[];
    x: number[];
    y_arg: number[] | null;
    rows: { args: Record<string, number | string | null>; y?: Recorded[]; error?: string }[];
  }
  type Curve = (x: readonly number[], ...args: unknown[]) => Float64Array;
  // lmfit defines the constants inside their models; the recording only says so.
  const functions = read<{ functions: (Shape | { note: string })[] }>('lineshapes').functions.filter(
    (shape): shape is Shape => 'rows' in shape,
  );
  const curveOf = (name: string): Curve => (fitting as unknown as Record<string, Curve>)[camelCase(name)] as Curve;

  /** The rows that do not agree to twelve digits of the highest point. */
  function wrong({ func, args, x, y_arg, rows }: Shape, curve: Curve): string[] {
    return rows.flatMap((row) => {
      const values = args.map((name) => row.args[name] ?? undefined);
      const ours = y_arg ? curve(x, y_arg, ...values) : curve(x, ...values);
      // Where lmfit raises, as for the complex power of a negative width, ours is no number.
      const theirs = (row.y ?? x.map(() => null)).map((each) => recordedNumber(each, NaN));
      const top = Math.max(...theirs.filter(Number.isFinite).map(Math.abs), 0);
      const bad = theirs.findIndex((each, i) => !near(ours[i] as number, each, 2e-12, 1e-13 * top));
      return bad < 0 ? [] : [`${func}(${JSON.stringify(row.args)}) at ${x[bad]}: ${ours[bad]} not ${theirs[bad]}`];
    });
  }

  it('finds all', () => {
    expect(functions).toHaveLength(30);
  });

  it.each(functions.map((shape) => [shape.func, shape] as const))('%s', (name, shape) => {
    expect(wrong(shape, curveOf(name))).toEqual([]);
  });

  it('are the same for one number as for many', () => {
    expect(fitting.voigt(0.3, 2, 0.1, 0.5)).toBe(fitting.voigt([0.3], 2, 0.1, 0.5)[0]);
  });

  it('control: a part in 10^11 is noticed', () => {
    const off = functions.filter((shape) => {
      const curve = curveOf(shape.func);
      return wrong(shape, (...all) => curve(...all).map((each) => each * (1 + 1e-11))).length > 0;
    });
    expect(off).toHaveLength(30);
  });
});

describe('built-in models', () => {
  interface Made {
    func: string;
    independent_vars: string[];
    param_names: string[];
    params: RecordedParameter[];
  }
  interface Guess {
    x: number[];
    y?: number[];
    data: number[];
    params: RecordedParameter[];
  }
  interface BuiltIn {
    name: string;
    'prefix:': Made;
    'prefix:p_': Made;
    guess: Guess;
    /** Parameters guessed from the negative of the data. */
    guess_negative: RecordedParameter[] | null;
  }
  type Make = new (options: object) => fitting.Model;
  const { models } = read<{ models: BuiltIn[] }>('builtin_models');

  const make = (name: string, prefix: string): fitting.Model => {
    const options = { PolynomialModel: { degree: 3 }, SplineModel: { xknots: [-4, -2.4, -0.8, 0.8, 2.4, 4] } }[name];
    return new ((fitting as unknown as Record<string, Make>)[name] as Make)({ ...options, prefix });
  };

  /** A parameter as the recordings write it. */
  const state = ({ name, value, vary, min, max, expr, initValue }: fitting.Parameter): unknown => [
    name,
    value,
    vary,
    min,
    max,
    expr,
    initValue,
  ];

  const rounded = (value: unknown): unknown =>
    typeof value === 'number' && Number.isFinite(value) ? Number(value.toPrecision(9)) : value;

  const recordedState = ({ name, value, vary, min, max, expr, init_value }: RecordedParameter): unknown => [
    name,
    recordedNumber(value, NaN),
    vary,
    recordedNumber(min, -Infinity),
    recordedNumber(max, Infinity),
    expr,
    init_value === null ? null : Number(init_value),
  ];

  const rounding = (states: unknown[]): unknown[] => states.map((each) => (each as unknown[]).map(rounded));

  it('finds all', () => {
    expect(models).toHaveLength(33);
  });

  it.each(models.flatMap((model) => ['', 'p_'].map((prefix) => [model.name, prefix, model] as const)))(
    '%s with prefix %j has the parameters and hints',
    (name, prefix, recorded) => {
      const made = recorded[`prefix:${prefix}` as 'prefix:'];
      const model = make(name, prefix);
      const params = model.makeParams();
      expect(model.paramNames).toEqual(made.param_names);
      expect(model.name).toContain(made.func);
      expect(rounding([...params.values()].map(state))).toEqual(rounding(made.params.map(recordedState)));
    },
  );

  const guesses = models.flatMap(({ name, guess, guess_negative }) => [
    [name, 'peak', guess.params, guess] as const,
    ...(guess_negative ? [[name, 'valley', guess_negative, guess] as const] : []),
  ]);

  it('finds the guesses', () => {
    expect(guesses.length).toBeGreaterThanOrEqual(60);
  });

  it.each(guesses)('%s guesses a %s', (name, kind, params, { x, y, data }) => {
    const negative = kind === 'valley';
    const given = negative ? data.map((each) => -each) : data;
    const guessed = make(name, '').guess(given, y ? { x, y } : { x }, { negative });
    const ours = [...guessed.values()].map(state) as unknown[][];
    const theirs = params.map(recordedState) as unknown[][];
    expect(ours.map(([each]) => each)).toEqual(theirs.map(([each]) => each));
    ours.forEach((values, i) => {
      values.forEach((value, k) => {
        const recorded = (theirs[i] as unknown[])[k];
        // The recording cannot tell a start value of NaN from none.
        if (Number.isNaN(value) && recorded === null) return;
        if (typeof recorded !== 'number') return expect(value).toBe(recorded);
        expect(near(value as number, recorded, 1e-9, 1e-12), `${String(values[0])}: ${value} not ${recorded}`).toBe(
          true,
        );
      });
    });
  });

  it('control: a peak is guessed otherwise than a valley', () => {
    const { x, data } = (models.find(({ name }) => name === 'GaussianModel') as BuiltIn).guess;
    const model = new fitting.GaussianModel();
    expect(model.guess(data, x).valuesDict()).not.toEqual(model.guess(data, x, { negative: true }).valuesDict());
  });
});

describe('bounds', () => {
  interface Row {
    value: number;
    min: Recorded;
    max: Recorded;
    clipped: number;
    internal: number;
    at: number;
    from_internal: number;
    scale_gradient: number;
  }
  const { rows } = read<{ rows: Row[] }>('bounds_transform');
  const wrong = (change: number): Row[] =>
    rows.filter((row) => {
      const bounds = { min: recordedNumber(row.min, -Infinity), max: recordedNumber(row.max, Infinity) };
      const value = clip(row.value, bounds);
      return !(
        value === row.clipped &&
        near(toInternal(value, bounds), row.internal, 1e-15, 1e-15) &&
        near(fromInternal(row.at + change, bounds), row.from_internal, 1e-15, 1e-15) &&
        near(gradientScale(row.at, bounds), row.scale_gradient, 1e-15, 1e-15)
      );
    });

  it('are transformed as by lmfit', () => {
    expect(rows).toHaveLength(60);
    expect(wrong(0)).toEqual([]);
  });

  it('control: a slightly different variable is noticed', () => {
    expect(wrong(1e-6).length).toBeGreaterThan(40);
  });
});

describe('gformat', () => {
  const { rows } = read<{ rows: { value: Recorded | boolean; length: number; text: string }[] }>('gformat');

  const ofRecording = (value: Recorded | boolean): number | boolean | null =>
    typeof value === 'string' ? Number(value) : value;

  it('writes numbers as lmfit', () => {
    expect(rows).toHaveLength(77);
    expect(rows.map(({ value, length }) => gformat(ofRecording(value), length))).toEqual(rows.map(({ text }) => text));
  });

  it('control: one character more is noticed', () => {
    expect(rows.filter(({ value, length, text }) => gformat(ofRecording(value), length + 1) === text)).toEqual([]);
  });
});

describe('expressions', () => {
  const { symbols, rows } = read<{
    symbols: Record<string, number>;
    rows: { expr: string; value?: number | boolean | string; error?: string }[];
  }>('expressions');
  const params = new fitting.Parameters();
  for (const [name, value] of Object.entries(symbols)) params.add(name, value);

  it('finds all', () => {
    expect(rows).toHaveLength(51);
  });

  it.each(rows)('$expr', ({ expr, value, error }) => {
    if (error !== undefined) return expect(() => params.eval(expr)).toThrow(fitting.ExpressionError);
    expect(near(params.eval(expr), Number(value), 1e-15)).toBe(true);
  });

  it('control: another value of a symbol is noticed', () => {
    const moved = new fitting.Parameters();
    for (const [name, value] of Object.entries(symbols)) moved.add(name, value + 0.01);
    const differing = rows.filter(
      ({ expr, value }) => value !== undefined && !near(moved.eval(expr), Number(value), 1e-15),
    );
    expect(differing.length).toBeGreaterThan(20);
  });
});

describe('the Faddeeva function', () => {
  const rows = read<[x: number, y: number, re: number, im: number][]>('wofz');
  const wrong = (scale: number): typeof rows =>
    rows.filter(([x, y, re, im]) => {
      const w = faddeeva({ re: x, im: y });
      const size = Math.hypot(re, im);
      return !(near(w.re * scale, re, 0, 5e-14 * size) && near(w.im * scale, im, 0, 5e-14 * size));
    });

  it('agrees with scipy', () => {
    expect(rows).toHaveLength(240);
    expect(wrong(1)).toEqual([]);
  });

  it('control: a part in 10^12 is noticed', () => {
    expect(wrong(1 + 1e-12).length).toBe(240);
  });
});

describe("Student's t", () => {
  const { rows } = read<{ rows: { prob: number; dof: number; t_ppf: number }[] }>('student_t');
  const wrong = (more: number): typeof rows =>
    rows.filter(({ prob, dof, t_ppf }) => !near(tQuantile((prob + 1) / 2, dof + more), t_ppf, 1e-9));

  it('agrees with scipy', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(wrong(0)).toEqual([]);
  });

  it('control: another number of degrees of freedom is noticed', () => {
    expect(wrong(1).length).toBeGreaterThan(60);
  });
});

describe('confidence intervals', () => {
  const { cases } = read<{ cases: { case: string; ci: Record<string, [number, number][]>; report: string }[] }>(
    'conf_interval',
  );

  it('finds all', () => {
    expect(cases).toHaveLength(4);
  });

  it.each(cases)('$case', ({ case: name, ci, report }) => {
    const recorded = JSON.parse(
      readFileSync(new URL(`./golden/fit/lmfit/${name}.json`, import.meta.url), 'utf8'),
    ) as RecordedFit;
    const result = refit(recorded);
    const ours = result.confInterval({ sigmas: [1, 2, 3] });
    for (const [parameter, limits] of Object.entries(ci)) {
      limits.forEach(([probability, value], i) => {
        const [p, v] = (ours[parameter] as [number, number][])[i] as [number, number];
        expect(near(p, probability, 1e-14)).toBe(true);
        // lmfit's root finder stops at a relative 5e-5.
        expect(near(v, value, 5e-5)).toBe(true);
      });
    }
    expect(result.ciReport({ sigmas: [1, 2, 3] })).toBe(report);
  });

  it('control: standard errors alone are noticed where the model is not linear', () => {
    const { ci } = cases[0] as (typeof cases)[number];
    const { params } = refit(
      JSON.parse(
        readFileSync(new URL('./golden/fit/lmfit/gaussian_user_unbounded.json', import.meta.url), 'utf8'),
      ) as RecordedFit,
    );
    const { value, stderr } = params.get('A');
    expect(near(value - 3 * (stderr ?? 0), ci.A?.[0]?.[1] ?? NaN, 5e-5)).toBe(false);
  });
});

describe('errors', () => {
  interface Row {
    name: string;
    type?: string;
    message?: string;
    ok?: boolean;
    warnings: string[];
  }
  const { rows } = read<{ rows: Row[] }>('errors');
  const x = Array.from({ length: 61 }, (_, i) => -5 + i / 6);
  const y = x.map((each) => 4 * Math.exp(-(each ** 2) / 2));
  const gaussian = (at: number, A: number, sigma: number, x0: number): number =>
    A * Math.exp(-((at - x0) ** 2) / (2 * sigma ** 2));
  const model = (): fitting.Model => new fitting.Model(gaussian, { params: ['A', 'sigma', 'x0'] });
  const start = { A: 2, sigma: 3, x0: -0.2 };

  const PROVOKE: Readonly<Record<string, (warn: (text: string) => void) => unknown>> = {
    min_equals_max: () => new fitting.Parameter('a', { value: 1, min: 1, max: 1 }),
    min_gt_max_swapped: () => new fitting.Parameter('a', { value: 1, min: 2, max: 0 }),
    missing_params: () => model().fit(y, {}, { x }),
    missing_independent: () => model().fit(y, start, {}),
    unknown_kwarg: (onWarning) => model().fit(y, start, { x, foo: 3 }, { onWarning }),
    nan_in_data_raise: () => model().fit([NaN, ...y.slice(1)], start, { x }),
    model_returns_nan: () =>
      new fitting.Model((at: number, a: number) => a * Math.sqrt(at), { params: ['a'] }).fit(y, { a: 1 }, { x }),
    fewer_points_than_vars: () => model().fit(y.slice(0, 2), start, { x: x.slice(0, 2) }),
    name_collision: () => new fitting.GaussianModel().add(new fitting.GaussianModel()),
    bad_prefix: () => new fitting.GaussianModel({ prefix: '1-' }),
    bad_param_name: () => new fitting.Parameters().add('a b', 1),
    bad_expr_syntax: () => new fitting.Parameters().add('a', { expr: '2*(' }),
    bad_expr_name: () => new fitting.Parameters().add('a', { expr: '2*zz' }).value,
    bad_nan_policy: () => model().fit(y, start, { x }, { nanPolicy: 'nonsense' as 'omit' }),
    bad_method: () => model().fit(y, start, { x }, { method: 'nonsense' as 'leastsq' }),
    no_varying: () => {
      const params = model().makeParams(start);
      for (const parameter of params.values()) parameter.vary = false;
      return model().fit(y, params, { x });
    },
    length_mismatch: () => model().fit(y.slice(1), start, { x }),
    circular_expr: () => {
      const params = new fitting.Parameters();
      params.add('a', { expr: 'b' });
      params.add('b', { expr: 'a' });
      return params.valuesDict();
    },
  };

  it('finds all, and provokes each', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(PROVOKE).sort());
    expect(rows).toHaveLength(18);
  });

  it.each(rows)('$name', ({ name, ok, message = '', warnings }) => {
    const heard: string[] = [];
    const provoke = (): unknown => PROVOKE[name]?.((text) => heard.push(text));
    if (FIT_REFUSALS[name]) return expect(provoke).toThrow(FIT_REFUSALS[name]);
    if (ok) {
      expect(provoke).not.toThrow();
      return expect(heard).toEqual(warnings);
    }
    let said = '';
    try {
      provoke();
    } catch (error) {
      said = (error as Error).message;
    }
    const lines = message
      .replace(/^"(.*)"$/, '$1')
      .trim()
      .split('\n');
    expect(said).not.toBe('');
    for (const line of lines) expect(said).toContain(line);
  });
});
