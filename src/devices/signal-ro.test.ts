import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';

import { ndArray } from '../documents/index.js';
import { ReadingError, ReadTimeoutError } from './errors.js';
import { SignalRO } from './signal-ro.js';

const never = (): Promise<number> => new Promise(() => {});

describe('SignalRO', () => {
  it('asks for its value when it is read, at once or later', async () => {
    let next = 1;
    const counter = new SignalRO({ name: 'counter', get: () => next++ });
    expect(counter.read()).toEqual({ counter: { value: 1, timestamp: expect.any(Number) as number } });
    const late = new SignalRO({ name: 'late', get: async () => Promise.resolve('warm') });
    expect((await late.read()).late?.value).toBe('warm');
    expect(late.value).toBe('warm');
  });

  it.each([
    [1.5, 'number', []],
    [true, 'boolean', []],
    ['a', 'string', []],
    [[1, 2, 3], 'array', [3]],
    [ndArray(new Uint16Array(6), [2, 3]), 'array', [2, 3]],
  ])('describes %s as it is', async (value, dtype, shape) => {
    const signal = new SignalRO<unknown>({ name: 's', get: () => value, units: 'mm' });
    expect(await signal.describe()).toEqual({ s: { source: 'SIM:s', dtype, shape, units: 'mm' } });
  });

  it('describes itself without being asked where its dtype is declared', () => {
    const get = vi.fn(() => 3);
    const signal = new SignalRO({ name: 's', get, dtype: 'integer' });
    expect(signal.describe()).toMatchObject({ s: { dtype: 'integer', shape: [] } });
    expect(get).not.toHaveBeenCalled();
  });

  it.each([{ precision: 2 }, { limits: [0, 9] as const }])('with %j is a number, unasked', (options) => {
    const get = vi.fn(() => 3);
    const signal = new SignalRO({ name: 's', get, ...options });
    const { limits: [low, high] = [] } = options as { limits?: readonly number[] };
    const [more] = [low === undefined ? options : { lower_ctrl_limit: low, upper_ctrl_limit: high }];
    expect(signal.describe()).toEqual({ s: { source: 'SIM:s', dtype: 'number', shape: [], ...more } });
    expect(get).not.toHaveBeenCalled();
  });

  it('has no value before it was asked', () => {
    const signal = new SignalRO({ name: 'thermo', get: never });
    expect(() => signal.value).toThrow('thermo has no value yet; ask for it with await thermo.get().');
  });

  it('gives up an instrument that does not answer', async () => {
    const silent = new SignalRO({ name: 'silent', get: never, readTimeout: 0.02 });
    await expect(silent.read()).rejects.toThrow(ReadTimeoutError);
    await expect(silent.read()).rejects.toThrow(/^silent gave no value within 0.02 s: .*readTimeout/);
  });

  it.each([
    [
      'a throw',
      () => {
        throw new Error('bus error');
      },
    ],
    ['a rejection', () => Promise.reject(new Error('bus error'))],
  ])('names itself in the error of %s, and keeps the cause', async (_, get) => {
    const broken = new SignalRO<number>({ name: 'broken', get });
    const error = await (async () => broken.read())().catch((each: unknown) => each as Error);
    expect(error).toBeInstanceOf(ReadingError);
    expect((error as Error).message).toBe('broken could not be read: bus error');
    expect(((error as Error).cause as Error).message).toBe('bus error');
  });

  it.each([
    [
      'number',
      'off',
      /^gauge read "off", but describes itself as dtype 'number': declare dtype: 'string', or give numbers\.$/,
    ],
    ['string', 3, /^gauge read 3, but .* declare dtype: 'number', or give texts\.$/],
    ['array', 3, /declare dtype: 'number', or give lists or arrays/],
    ['integer', 3.5, /declare dtype: 'number', or give whole numbers/],
    ['number', null, /^gauge read null, but describes itself as dtype 'number': give numbers\.$/],
  ] as const)('refuses what is not of its dtype %s', (dtype, value, message) => {
    const gauge = new SignalRO<unknown>({ name: 'gauge', get: () => value, dtype });
    expect(() => gauge.read()).toThrow(message);
  });

  it('notices an instrument that changes the kind of its answers', () => {
    const answers: unknown[] = [1, NaN, 'error 7'];
    const meter = new SignalRO<unknown>({ name: 'meter', get: () => answers.shift() });
    expect(meter.get()).toBe(1);
    expect(meter.get()).toBeNaN();
    expect(() => meter.get()).toThrow(`meter read "error 7", but describes itself as dtype 'number'`);
  });

  it('asks the instrument as long as somebody is subscribed', async () => {
    let celsius = 20;
    const get = vi.fn(async () => Promise.resolve(celsius++));
    const thermo = new SignalRO({ name: 'thermo', get, period: 0.005 });
    const seen: unknown[] = [];
    const end = thermo.subscribe((readings, { value, oldValue }) =>
      seen.push([readings.thermo?.value, value, oldValue]),
    );
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(2));
    end();
    const asked = get.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(get.mock.calls.length - asked).toBeLessThanOrEqual(1);
    expect(seen.slice(0, 2)).toEqual([
      [20, 20, undefined],
      [21, 21, 20],
    ]);
  });

  it('says once that it cannot be asked, and goes on', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    let calls = 0;
    const get = (): number => {
      calls += 1;
      if (calls < 4) throw new Error('offline');
      return calls;
    };
    const thermo = new SignalRO({ name: 'thermo', get, period: 0.002 });
    const seen: number[] = [];
    const end = thermo.subscribe((_, { value }) => seen.push(value));
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0));
    end();
    expect(warned.mock.calls).toEqual([['thermo could not be read: offline It is asked again every 0.002 s.']]);
    warned.mockRestore();
  });

  it('passes on what the instrument sends, and the last of it to whoever comes later', () => {
    const beam = new SignalRO({ name: 'beam', value: 0 });
    const [early, late]: [number[], number[]] = [[], []];
    const callback = (_: unknown, { value }: { value: number }): void => void early.push(value);
    beam.subscribe(callback);
    beam.receive(5, 1700000000);
    beam.subscribe((_, { value }) => late.push(value));
    beam.subscribe((_, { value }) => late.push(-value), { run: false });
    beam.clearSub(callback);
    beam.receive(6);
    expect([early, late]).toEqual([[5], [5, 6, -6]]);
    expect(beam.timestamp).toBeGreaterThan(1700000000);
  });

  it('a subscriber that fails is told of, and keeps nobody from knowing', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const beam = new SignalRO({ name: 'beam', value: 0 });
    const seen: number[] = [];
    beam.subscribe(() => {
      throw new Error('no page');
    });
    beam.subscribe((_, { value }) => seen.push(value));
    beam.receive(1);
    expect([seen, warned.mock.calls]).toEqual([[1], [['A subscriber to beam failed: no page']]]);
    warned.mockRestore();
  });

  it('makes the instrument measure when it is triggered', async () => {
    let exposed = 0;
    const camera = new SignalRO({ name: 'camera', value: 0, trigger: async () => Promise.resolve(exposed++) });
    await camera.trigger().wait();
    expect(exposed).toBe(1);
    const stuck = new SignalRO({ name: 'stuck', value: 0, trigger: () => Promise.reject(new Error('no light')) });
    await expect(stuck.trigger().wait()).rejects.toThrow('no light');
  });

  it('is printed as ophyd writes it', () => {
    const signal = new SignalRO({ name: 's', value: 2 });
    expect(inspect(signal)).toMatch(/^SignalRO\(name='s', value=2, timestamp=\d+\.?\d*\)$/);
    expect(() => new SignalRO({ name: '' })).toThrow(
      "SignalRO needs a name, as in new SignalRO({ name: 'sensor', ... }).",
    );
  });
});
