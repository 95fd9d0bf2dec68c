import { describe, expect, it } from 'vitest';

import { runPython } from '../../tests/instruments/python.js';
import { documentToJson } from './document-json.js';
import { EventModelTypeError } from './errors.js';
import { fromJson, toJson } from './json.js';
import { ndArray } from './nd-array.js';

describe('toJson', () => {
  it.each([
    [{ a: 1, b: [true, null, 'x'] }, '{"a":1,"b":[true,null,"x"]}'],
    [[NaN, Infinity, -Infinity], '[NaN,Infinity,-Infinity]'],
    [2n ** 70n, '1180591620717411303424'],
    [[5n], '[5]'],
    [1e20, '100000000000000000000.0'],
    [1e300, '1e+300'],
    [-0, '-0.0'],
    [2 ** 53, '9007199254740992.0'],
    [Float64Array.of(1, NaN), '[1,NaN]'],
    [BigInt64Array.of(1n, 2n ** 60n), '[1,1152921504606846976]'],
    [{ image: ndArray([[1, 2]]) }, '{"image":[[1,2]]}'],
    [ndArray([true], undefined, '|b1'), '[true]'],
    [{ gone: undefined, list: [undefined] }, '{"list":[null]}'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [{ quote: '"NaN"', n: NaN }, '{"quote":"\\"NaN\\"","n":NaN}'],
  ])('%#', (value, text) => {
    expect(toJson(value)).toBe(text);
  });

  it.each([
    [{ a: [() => 1] }, 'The value at a > 0 is a function'],
    [{ m: new Map() }, 'The value at m is a Map'],
    [Symbol('s'), 'The value at the top is a symbol'],
  ])('refuses what JSON cannot hold (%#)', (value, message) => {
    expect(() => toJson(value)).toThrow(EventModelTypeError);
    expect(() => toJson(value)).toThrow(message);
  });

  it('refuses what holds itself, but not what comes twice', () => {
    const loop: Record<string, unknown> = { n: NaN };
    expect(toJson([loop, loop])).toBe('[{"n":NaN},{"n":NaN}]');
    loop.self = loop;
    expect(() => toJson(loop)).toThrow('an object that holds itself');
  });
});

describe('fromJson', () => {
  it.each([
    ['[NaN, Infinity, -Infinity, 1e400]', [NaN, Infinity, -Infinity, Infinity]],
    ['{"n": 1180591620717411303424, "m": -9007199254740993}', { n: 2n ** 70n, m: -9007199254740993n }],
    [
      '[9007199254740991, 1234567890123456.5, 1234567890123456789e3]',
      [9007199254740991, 1234567890123456.5, 1234567890123456789e3],
    ],
    ['["NaN", "\\"Infinity", "12345678901234567890"]', ['NaN', '"Infinity', '12345678901234567890']],
    ['{"a": [{"b": NaN}], "c": "\\\\"}', { a: [{ b: NaN }], c: '\\' }],
    ['0.6065306597126334', 0.6065306597126334],
    ['12345678901234567890', 12345678901234567890n],
  ])('reads %s', (text, value) => {
    expect(fromJson(text)).toEqual(value);
  });

  it('keeps a key __proto__ a plain key', () => {
    const value = fromJson('{"__proto__": {"polluted": NaN}, "__proto__x": NaN}') as object;
    expect(Object.keys(value)).toEqual(['__proto__', '__proto__x']);
    expect((value as { polluted?: unknown }).polluted).toBeUndefined();
    expect(fromJson('{"__proto__": NaN}')).toHaveProperty(['__proto__'], NaN);
  });

  it.each(['{NaN: 1}', '[1NaN]', 'nan', '[1,]', '', '{"a": 12345678901234567890', '01234567890123456789'])(
    'refuses %j',
    (text) => {
      expect(() => fromJson(text)).toThrow(SyntaxError);
    },
  );
});

const DESCRIPTOR = {
  uid: 'd',
  time: 1,
  run_start: 'r',
  data_keys: {
    det: { source: 's', dtype: 'number', shape: [] },
    frames: { source: 's', dtype: 'integer', shape: [] },
    curve: { source: 's', dtype: 'array', dtype_numpy: '<f8', shape: [2] },
    counts: { source: 's', dtype: 'array', shape: [2] },
  },
} as const;

const EVENT = {
  uid: 'e',
  time: 3,
  descriptor: 'd',
  seq_num: 1,
  data: { det: 2, frames: 2, curve: [1, 2.5], counts: [1, 2], image: Float32Array.of(1) },
  timestamps: { det: 4 },
};

describe('documentToJson', () => {
  it('writes floats with a point where the descriptor says so', () => {
    expect(documentToJson('event', EVENT, DESCRIPTOR)).toBe(
      '{"uid":"e","time":3.0,"descriptor":"d","seq_num":1,"data":{"det":2.0,"frames":2,"curve":[1.0,2.5],"counts":[1,2],"image":[1.0]},"timestamps":{"det":4.0}}',
    );
  });

  it('writes columns, and configuration by its own keys', () => {
    const page = { uid: ['e'], time: [3], descriptor: 'd', seq_num: [1], data: { det: [2, NaN] }, timestamps: {} };
    expect(documentToJson('event_page', page, DESCRIPTOR)).toContain('"data":{"det":[2.0,NaN]}');
    const configuration = {
      motor: {
        data: { speed: 1, gear: 2 },
        timestamps: { speed: 5 },
        data_keys: { speed: DESCRIPTOR.data_keys.det, gear: DESCRIPTOR.data_keys.frames },
      },
    };
    expect(documentToJson('descriptor', { ...DESCRIPTOR, configuration })).toContain(
      '"configuration":{"motor":{"data":{"speed":1.0,"gear":2},"timestamps":{"speed":5.0}',
    );
  });

  it('leaves whole numbers alone without a descriptor, but for times', () => {
    expect(documentToJson('event', EVENT)).toContain('"time":3.0');
    expect(documentToJson('event', EVENT)).toContain('"det":2,');
  });
});

const READ = `
import json, sys
for line in sys.stdin:
    value = json.loads(line)
    print(json.dumps(value), type(value).__name__)
`;

describe("Python's json", () => {
  it('reads what we write, and writes what we read', async () => {
    const values = [NaN, -Infinity, 2n ** 70n, 1e20, -0, 5, 2.5, 'NaN "x" \u{1f600}', [1e300, { a: -(2n ** 60n) }]];
    const { code, output } = await runPython(['-c', READ], values.map((each) => toJson(each)).join('\n'));
    expect(code).toBe(0);
    const lines = output.trim().split('\n');
    expect(lines.map((line) => line.split(' ').at(-1))).toEqual([
      'float',
      'float',
      'int',
      'float',
      'float',
      'int',
      'float',
      'str',
      'list',
    ]);
    expect(lines.map((line) => fromJson(line.slice(0, line.lastIndexOf(' '))))).toEqual(values);
  });
});
