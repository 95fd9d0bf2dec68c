import { describe, expect, it } from 'vitest';

import { FitError, Model, Parameter, ParameterError, Parameters } from '../index.js';
import type { FitOptions } from '../index.js';

const x = Array.from({ length: 21 }, (_, i) => i / 4 - 2.5);
const y = x.map((each) => 3 * Math.exp(-(each ** 2) / 2) + 0.01 * Math.sin(50 * each));
const start = { A: 2, sigma: 1.5, x0: 0.2 };

function peak(x: number, A: number, sigma: number, x0: number): number {
  return A * Math.exp(-((x - x0) ** 2) / (2 * sigma ** 2));
}

const model = (): Model => new Model(peak, ['x']);

describe('a fit refuses what it cannot do, and says of what', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'an unknown start value',
      () => model().fit(y, { ...start, wdith: 1 }, { x }),
      /no parameter 'wdith'; it has A, sigma, x0/,
    ],
    ['a missing start value', () => model().fit(y, { A: 2, sigma: 1 }, { x }), /no start value: x0/],
    [
      'a missing start value with a bound',
      () => model().fit(y, { A: 2, sigma: 1, x0: new Parameter('x0', { min: 0 }) }, { x }),
      /no start value: x0/,
    ],
    [
      'a start value that is no number',
      () => model().fit(y, { ...start, A: '2' as unknown as number }, { x }),
      /parameter 'A' must be a number, not 2/,
    ],
    ['a start value of NaN', () => model().fit(y, { ...start, A: NaN }, { x }), /A/],
    ['fewer points than parameters', () => model().fit(y.slice(0, 2), start, { x: x.slice(0, 2) }), /A, sigma, x0/],
    ['no points', () => model().fit([], start, { x: [] }), /no data/],
    [
      'parameters that are all fixed',
      () =>
        model().fit(
          y,
          { A: { value: 2, vary: false }, sigma: { value: 1, vary: false }, x0: { value: 0, vary: false } },
          { x },
        ),
      /A, sigma, x0 are fixed/,
    ],
    [
      'equal bounds',
      () => model().fit(y, { ...start, sigma: { value: 1, min: 1, max: 1 } }, { x }),
      /Parameter 'sigma' has min == max/,
    ],
    [
      'a bound of NaN',
      () => model().fit(y, { ...start, sigma: { value: 1, min: NaN } }, { x }),
      /'sigma' has NaN as a bound/,
    ],
    ['a missing variable', () => model().fit(y, start, {} as { x: number[] }), /independent variable 'x'/],
    [
      'data that are no list',
      () => model().fit('abc' as unknown as number[], start, { x }),
      /data must be a list of numbers, not abc/,
    ],
    ['weights of another length', () => model().fit(y, start, { x }, { weights: [1, 2] }), /21 points, the weights 2/],
    ['an unknown option', () => model().fit(y, start, { x }, { weigths: 1 } as FitOptions), /no option 'weigths'/],
    [
      'an expression of unknown names',
      () => model().fit(y, { ...start, sigma: { expr: '2*foo' } }, { x }),
      /'sigma': name 'foo' is not defined/,
    ],
    [
      'an expression that divides by zero',
      () => model().fit(y, { ...start, x0: { expr: 'A/(sigma-sigma)' } }, { x }),
      /'x0': division by zero/,
    ],
    [
      'expressions in a circle',
      () => model().fit(y, { ...start, x0: { expr: 'sigma' }, sigma: { expr: 'x0' } }, { x }),
      /'x0' -> 'sigma'|'sigma' -> 'x0'/,
    ],
    [
      'an unknown model option',
      () => new Model(peak, { independentVar: ['x'] } as never),
      /no option 'independentVar'/,
    ],
    ['an unknown variable', () => new Model(peak, ['t']), /'t'.*arguments are x, A, sigma, x0/],
  ])('%s', (_, work, message) => {
    expect(work).toThrow(message);
    try {
      work();
    } catch (error) {
      expect(error instanceof FitError || error instanceof ParameterError).toBe(true);
    }
  });

  it('a model that throws, with the values it was called with and the cause', () => {
    const broken = new Model(
      (x: number, A: number) => {
        if (A > 1) throw new RangeError('detector off');
        return A * x;
      },
      { params: ['A'], name: 'broken' },
    );
    expect(() => broken.fit(y, { A: 2 }, { x })).toThrow(/Model\(broken\) failed at A=2: detector off/);
    try {
      broken.fit(y, { A: 2 }, { x });
    } catch (error) {
      expect((error as Error).cause).toBeInstanceOf(RangeError);
    }
  });

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'globalThis',
    'process',
    'eval("1")',
    'A.constructor',
    '[].map',
    "'a'",
    'A;A',
    'A=3',
    'lambda: 1',
    '(x)=>x',
    '`${A}`',
    'import(A)',
  ])('an expression that reaches outside: %s', (expr) => {
    const params = new Parameters();
    params.add('A', 1);
    expect(() => params.add('b', { expr }).value).toThrow(ParameterError);
    expect(() => params.add('b', { expr }).value).toThrow(/'b'/);
  });

  it('an expression that is too long or too deep, without exhausting the stack', () => {
    const params = new Parameters();
    expect(() => params.add('b', { expr: `${'('.repeat(900)}1${')'.repeat(900)}` })).toThrow(/nested too deeply/);
    expect(() => params.add('b', { expr: `1${'+1'.repeat(20_000)}` })).toThrow(/longer than/);
    expect(params.add('d', { expr: `${'-'.repeat(1900)}1` }).value).toBe(1);
    expect(() => params.add('b', { expr: `${'2**'.repeat(600)}1` })).toThrow(/nested too deeply/);
    expect(params.add('c', { expr: `1${'+1'.repeat(990)}` }).value).toBe(991);
  });

  it('NaN in the data: raised, left out, or let through as no success', () => {
    const holed = y.map((each, i) => (i === 5 ? NaN : each));
    expect(() => model().fit(holed, start, { x })).toThrow(/NaN values detected/);
    const omitted = model().fit(holed, start, { x }, { nanPolicy: 'omit' });
    expect(omitted).toMatchObject({ ndata: 20, success: true });
    const clean = holed.filter((each) => !Number.isNaN(each));
    const same = model().fit(clean, start, { x: x.filter((_, i) => i !== 5) });
    expect(omitted.values).toEqual(same.values);
    const through = model().fit(holed, start, { x }, { nanPolicy: 'propagate' });
    expect(through).toMatchObject({ success: false, errorbars: false });
    expect(through.message).toMatch(/hold NaN.*A, sigma, x0 were not fitted/);
  });

  it('NaN in the model under omit: points are left out while they stay the same ones', () => {
    const root = new Model((x: number, a: number) => a * Math.sqrt(x), { params: ['a'] });
    const result = root.fit(
      x.map((each) => 2 * Math.sqrt(Math.max(0, each))),
      { a: 1 },
      { x },
      { nanPolicy: 'omit' },
    );
    expect(result.ndata).toBe(x.filter((each) => each >= 0).length);
    expect(result.values.a).toBeCloseTo(2, 6);
  });
});
