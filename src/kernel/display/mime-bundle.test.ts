import { describe, expect, test } from 'vitest';
import { checked, DisplayError, mimeBundle } from './mime-bundle.js';
import type { MimeBundle } from './mime-bundle.js';

const DISPLAY = Symbol.for('Jupyter.display');
const bundle = (value: unknown): MimeBundle =>
  mimeBundle(value, (error) => `described: ${String(error)}`) as MimeBundle;
const html = (value: unknown): string => String(bundle(value)['text/html']);
const rowsOf = (text: string): string[][] =>
  [...text.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd]>(.*?)<\/t[hd]>/g)].map((m) => m[1] ?? ''),
  );

describe('ready forms', () => {
  test('an array of objects is a table with the keys of all of them', () => {
    const text = html([
      { motor: 1, det: 0.5 },
      { motor: 2, note: 'a' },
    ]);
    expect(rowsOf(text)).toEqual([
      ['', 'motor', 'det', 'note'],
      ['0', '1', '0.5', ''],
      ['1', '2', '', 'a'],
    ]);
    expect(text).toContain('<p>2 rows × 3 columns</p>');
    expect(bundle([{ a: 1 }])['text/plain']).toBe('[ { a: 1 } ]');
  });

  test('other arrays, empty ones and single objects are text alone', () => {
    for (const value of [[], [1, 2], [{ a: 1 }, 2], [{}], [new Date(0)], { a: 1 }, 'x', 5n, Symbol('s')]) {
      expect(Object.keys(bundle(value))).toEqual(['text/plain']);
    }
  });

  test('every text is escaped', () => {
    const evil = '<img src=x onerror="alert(1)">&\'';
    const text = html([{ [evil]: evil, other: { [evil]: evil } }]) + html(new Map([[evil, evil]]));
    expect(text).not.toMatch(/<img|onerror="|&'/);
    expect(text).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;');
    expect([...text.matchAll(/<([a-z]+)/g)].every(([, tag = '']) => /^(table|thead|tbody|tr|th|td|p)$/.test(tag))).toBe(
      true,
    );
  });

  test('rows, columns and characters are bounded, whatever the size', () => {
    const wide = Object.fromEntries(Array.from({ length: 500 }, (_each, i) => [`key${i}`, 'x'.repeat(10_000)]));
    const value = Array.from({ length: 100_000 }, () => wide);
    const text = html(value);
    expect(rowsOf(text)).toHaveLength(1 + 50 + 1 + 10);
    expect(rowsOf(text)[1]).toHaveLength(1 + 30 + 1);
    expect(rowsOf(text).at(-1)?.[0]).toBe('99999');
    expect(rowsOf(text)[1]?.[1]).toBe(`${'x'.repeat(120)}… (9880 more characters)`);
    expect(text).toContain('100000 rows × 500 columns');
    expect(text.length).toBeLessThan(400_000);
    expect(String(bundle(value)['text/plain']).length).toBeLessThan(60_000);
    expect(String(bundle('y'.repeat(10_000_000))['text/plain']).length).toBeLessThan(60_000);
  });

  test('Maps show their keys, and the fields of values that are objects', () => {
    const plain = new Map<unknown, unknown>([
      ['a', 1],
      [{ b: 2 }, [3]],
    ]);
    expect(rowsOf(html(plain))).toEqual([
      ['', 'value'],
      ['a', '1'],
      ['{ b: 2 }', '[ 3 ]'],
    ]);
    expect(html(plain)).toContain('Map of 2 entries');
    expect(rowsOf(html(new Map([['det', { value: 1, unit: 'V' }]])))).toEqual([
      ['', 'value', 'unit'],
      ['det', '1', 'V'],
    ]);
  });

  test('typed arrays say their range', () => {
    const text = html(Float64Array.from([1, 2, 6, NaN]));
    expect(text).toContain('Float64Array of 4 values: min 1, max 6, mean 3; 1 not finite');
    expect(rowsOf(text)).toEqual([
      ['', 'value'],
      ['0', '1'],
      ['1', '2'],
      ['2', '6'],
      ['3', 'NaN'],
    ]);
    expect(html(new BigInt64Array([2n ** 60n]))).toContain('BigInt64Array of 1 value: min');
    expect(html(new Float64Array())).toContain('Float64Array of 0 values<');
  });

  test('an error is told in the colours of errors', () => {
    const text = 'described: RangeError: far';
    expect(bundle(new RangeError('far'))).toEqual({ 'application/vnd.jupyter.stderr': text, 'text/plain': text });
  });

  test('what refuses to be looked at is still shown', () => {
    const hostile = {
      get bad(): never {
        throw new Error('no');
      },
      good: 1,
    };
    expect(rowsOf(html([hostile]))[1]?.[2]).toBe('1');
    const proxy = new Proxy(
      { a: 1 },
      {
        ownKeys: () => {
          throw new Error('no keys');
        },
      },
    );
    expect(Object.keys(bundle([proxy]))).toEqual(['text/plain']);
  });
});

describe("a value's own forms", () => {
  const own = (forms: unknown): MimeBundle => bundle({ [DISPLAY]: () => forms });

  test('come first; a text is added where there is none', () => {
    expect(own({ 'text/html': '<b>x</b>', 'text/plain': 'x' })).toEqual({ 'text/html': '<b>x</b>', 'text/plain': 'x' });
    class Shown {
      readonly size = 3;
      [DISPLAY](): object {
        return { 'text/html': `<b>${this.size}</b>` };
      }
    }
    expect(bundle(new Shown())['text/html']).toBe('<b>3</b>');
    expect(bundle(new Shown())['text/plain']).toMatch(/^Shown \{/);
  });

  test('may be promised', async () => {
    const promised = mimeBundle({ [DISPLAY]: async () => Promise.resolve({ 'text/html': 'later' }) }, String);
    expect(await promised).toMatchObject({ 'text/html': 'later' });
  });

  test('are sent as base64 or JSON, or refused by name', () => {
    expect(own({ 'image/png': new Uint8Array([1, 2, 3]) })['image/png']).toBe('AQID');
    expect(own({ 'application/json': { a: [1, undefined] } })['application/json']).toEqual({ a: [1, null] });
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => own({ 'application/json': loop })).toThrow(/'application\/json' cannot be written as JSON/);
    expect(() => own({ 'text/html': 5 })).toThrow(DisplayError);
    expect(() => own('text')).toThrow(/must be an object of MIME types, not 'text'/);
    expect(() => checked(null, '')).toThrow(DisplayError);
  });
});
