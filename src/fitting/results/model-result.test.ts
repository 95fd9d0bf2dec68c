import { describe, expect, it } from 'vitest';

import {
  dumpModel,
  dumpModelResult,
  ExpressionModel,
  GaussianModel,
  LinearModel,
  loadModel,
  loadModelResult,
  Model,
  Parameter,
  Parameters,
  StepModel,
} from '../index.js';

const x = Array.from({ length: 41 }, (_, i) => i / 8 - 2.5);
const y = x.map((at, i) => 2 * Math.exp(-(at ** 2)) + 0.3 * at + 0.02 * Math.cos(11 * i));

function displayOf(value: object): Record<string, string> {
  return (value as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]?.() ?? {};
}

describe('JSON', () => {
  const wave = (x: number, a: number, k: number): number => a * Math.sin(k * x);
  const models = [
    new GaussianModel({ prefix: 'g_' }),
    new StepModel({ form: 'erf' }),
    new GaussianModel({ prefix: 'g_' }).add(new LinearModel({ prefix: 'l_' })).divide(new Model(wave)),
    new ExpressionModel('a*t + b', { independentVars: ['t'] }),
  ] as unknown as Model[];

  it.each(models)('brings a model back: %s', (model) => {
    model.setParamHint(model.paramNames[0] as string, { value: 1.5, min: -2 });
    const again = loadModel(dumpModel(model), { wave });
    expect(again.name).toBe(model.name);
    expect(again.paramNames).toEqual(model.paramNames);
    expect(again.independentVars).toEqual(model.independentVars);
    if (model.components.length === 1) expect(again.makeParams().dumps()).toBe(model.makeParams().dumps());
  });

  it('has no code: a function that is not given is an error', () => {
    expect(() => loadModel(dumpModel(new Model(wave)))).toThrow(/function 'wave' .* is not known/);
    expect(() => loadModel('{"function":"constructor","prefix":"","options":{},"hints":{},"params":[]}')).toThrow(
      /not known/,
    );
    expect(() => loadModel('null')).toThrow(/not JSON of a model/);
    expect(() => loadModelResult('{}')).toThrow(/not JSON of a fit/);
  });

  it('brings a result back, with all it can do', () => {
    const model = new GaussianModel({ prefix: 'g_' }).add(new LinearModel());
    const start = { g_amplitude: 3, g_center: 0.1, g_sigma: { value: 1, min: 0 }, slope: 0, intercept: 0 };
    const result = model.fit(y, start, { x }, { weights: 3 });
    const again = loadModelResult(dumpModelResult(result));
    expect(again.fitReport()).toBe(result.fitReport());
    expect(again.bestFit).toEqual(result.bestFit);
    expect(again.initFit).toEqual(result.initFit);
    expect(again.evalUncertainty({ sigma: 2 })).toEqual(result.evalUncertainty({ sigma: 2 }));
    expect(again.ciReport({ sigmas: [1] })).toBe(result.ciReport({ sigmas: [1] }));
  });

  it('of parameters keeps everything, infinities and all', () => {
    const params = new Parameters();
    params.add('a', { value: 2, min: 0, userData: { note: 'NaN and -Infinity "quoted"' } });
    params.add('b', { expr: 'a*2' });
    params.add('never');
    params.get('a').stderr = NaN;
    const again = new Parameters().loads(params.dumps());
    expect(again.dumps()).toBe(params.dumps());
    expect(again.get('b').value).toBe(4);
    expect(again.get('a').userData).toEqual({ note: 'NaN and -Infinity "quoted"' });
    expect(again.get('never').value).toBe(-Infinity);
    expect(() => again.loads('{"params": [["a b", 1, true, null, 0, 1, null, null, null, 1, null]]}')).toThrow(
      /not a valid/,
    );
    expect(again.size).toBe(3);
    expect(() => again.loads('{"params": [3]}')).toThrow(/state of a parameter/);
    expect(() => again.loads('[]')).toThrow(/no list params/);
  });
});

describe('what a cell shows', () => {
  it('of a result: the report, and tables with everything escaped', () => {
    const model = new Model((x: number, a: number) => a * x, { params: ['a'], name: '<img src=x onerror=alert(1)>' });
    const shown = displayOf(model.fit(y, { a: 1 }, { x }));
    expect(shown['text/plain']).toMatch(/^\[\[Model\]\]/);
    expect(shown['text/html']).not.toContain('<img');
    expect(shown['text/html']).toContain('&lt;img src=x');
  });

  it('of parameters and of one: tables with expressions', () => {
    const params = new Parameters();
    params.add('a', 2);
    params.add('b', { expr: 'a if a<3 else 1' });
    expect(displayOf(params)['text/html']).toContain('a if a&lt;3 else 1');
    expect(displayOf(params)['text/plain']).toContain("<Parameter 'a', value=2");
    expect(displayOf(new Parameter('solo', 1))['text/html']).toContain('<td style="text-align:left">solo</td>');
  });
});

describe('a result', () => {
  const model = new Model((x: number, a: number, b: number) => a * x + b, { params: ['a', 'b'] });
  const result = model.fit(y, { a: 1, b: 0 }, { x });

  it('evaluates elsewhere, and refuses unknown variables', () => {
    expect(result.eval({ x: [0, 1] })[1]).toBeCloseTo(result.values.a + result.values.b, 12);
    expect(result.eval({ x: 2 })).toHaveLength(1);
    expect(() => result.eval({ t: [0] })).toThrow(/no independent variable 't'; it has x/);
    expect(() => result.params.get('c' as 'a')).toThrow(/no parameter 'c'; there are a, b/);
  });

  it('compares with known values in its report', () => {
    expect(result.fitReport({ modelpars: model.makeParams({ a: 0.3, b: 0 }) })).toContain('model_value = 0.3');
    expect(result.fitReport({ showCorrel: false })).not.toContain('Correlations');
    expect(result.fitReport({ sortPars: (name) => -name.charCodeAt(0) })).toMatch(/b: .*\n {4}a: /);
  });

  it('warns where a profile meets a bound', () => {
    const warnings: string[] = [];
    const bounded = model.fit(y, { a: { value: 0.2, max: result.values.a + 1e-3 }, b: 0 }, { x });
    const limits = bounded.confInterval({ sigmas: [3], pNames: ['a'], onWarning: (text) => warnings.push(text) });
    expect(limits.a?.at(-1)?.[1]).toBe(Infinity);
    expect(warnings).toEqual([expect.stringMatching(/^Bound reached with prob\(a=/)]);
  });
});
