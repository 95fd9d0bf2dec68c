import { describe, expect, it, vi } from 'vitest';

import { LimitError, SetError } from './errors.js';
import { Signal } from './signal.js';
import type { SignalOptions } from './signal.js';
import { StatusTimeoutError } from './status.js';
import type { Progress } from './status.js';

/** An oven that comes a part nearer to its setpoint whenever it is asked. */
function oven(options: Partial<SignalOptions<number>> = {}): { signal: Signal; stopped: () => number } {
  let [celsius, target, stops] = [20, 20, 0];
  const signal = new Signal({
    name: 'oven',
    units: '°C',
    precision: 1,
    get: async () => Promise.resolve((celsius += (target - celsius) / 2)),
    set: (value: number) => void (target = value),
    stop: () => {
      stops += 1;
      target = celsius;
    },
    tolerance: 0.5,
    period: 0.002,
    limits: [5, 90],
    ...options,
  });
  return { signal, stopped: () => stops };
}

describe('Signal', () => {
  it('remembers what it is set to', () => {
    const signal = new Signal({ name: 'sig', value: 0 });
    expect(signal.set(3).success).toBe(true);
    signal.put(4);
    expect([signal.value, signal.locate()]).toEqual([4, { setpoint: 3, readback: 4 }]);
  });

  it('is there when the value that is read is near enough', async () => {
    const { signal } = oven();
    const status = signal.set(80);
    expect(status.done).toBe(false);
    await status.wait();
    expect(Math.abs(signal.value - 80)).toBeLessThanOrEqual(0.5);
    expect((await signal.locate()).setpoint).toBe(80);
  });

  it('tells how far it is', async () => {
    const { signal } = oven();
    await signal.get();
    const seen: Progress[] = [];
    const status = signal.set(80);
    status.watch((progress) => seen.push(progress));
    await status.wait();
    expect(seen[0]).toEqual({ name: 'oven' });
    expect(seen[1]).toMatchObject({
      name: 'oven',
      initial: 20,
      target: 80,
      current: 50,
      fraction: 0.5,
      unit: '°C',
      precision: 1,
    });
    const fractions = seen.slice(1).map(({ fraction }) => fraction as number);
    expect(fractions).toEqual([...fractions].sort((a, b) => b - a));
    expect(fractions.at(-1)).toBe(0);
  });

  it('without a tolerance is there when it was set', async () => {
    const { signal } = oven({ tolerance: undefined as never });
    await signal.set(80).wait();
    expect(await signal.get()).toBeLessThan(79);
  });

  it('settles before it says that it is there', async () => {
    const signal = new Signal({ name: 'sig', value: 0, settleTime: 0.03 });
    const began = performance.now();
    const status = signal.set(3);
    expect(status.done).toBe(false);
    await status.wait();
    expect(performance.now() - began).toBeGreaterThan(25);
  });

  it('gives up after its timeout, and stops the instrument', async () => {
    const { signal, stopped } = oven({ timeout: 0.02, set: () => {} });
    const waited = signal.set(80).wait();
    await expect(waited).rejects.toThrow(StatusTimeoutError);
    await expect(waited).rejects.toThrow('set oven to 80 did not end within 0.02 s.');
    expect(stopped()).toBe(1);
  });

  it('fails when it is stopped, unless that was meant', async () => {
    const { signal, stopped } = oven({ set: () => {} });
    const first = signal.set(80);
    await signal.stop();
    await expect(first.wait()).rejects.toThrow('oven was stopped before it was at 80.');
    const second = signal.set(80);
    await signal.stop({ success: true });
    await second.wait();
    await signal.stop();
    expect(stopped()).toBe(2);
  });

  it('fails the move that a new one replaces, without stopping', async () => {
    const { signal, stopped } = oven();
    const first = signal.set(80).wait();
    const second = signal.set(40);
    await expect(first).rejects.toThrow('oven was sent to 40 before it arrived.');
    await second.wait();
    expect([Math.round(signal.value), stopped()]).toEqual([40, 0]);
  });

  it('names itself when it cannot be set, and keeps the cause', async () => {
    const { signal } = oven({ set: () => Promise.reject(new Error('fuse blown')) });
    const error = await signal
      .set(80)
      .wait()
      .catch((each: unknown) => each as Error);
    expect(error).toBeInstanceOf(SetError);
    expect((error as Error).message).toBe('oven could not be set to 80: fuse blown');
    expect(((error as Error).cause as Error).message).toBe('fuse blown');
  });

  it.each([
    [95, LimitError, 'position=95 not within limits (5, 90): oven cannot go there.'],
    [NaN, TypeError, 'oven.set() needs a finite number, not NaN.'],
    [Infinity, TypeError, 'oven.set() needs a finite number, not Infinity.'],
    ['hot', TypeError, 'oven.set() needs a finite number, not "hot".'],
    [undefined, TypeError, 'oven.set() needs a finite number, not undefined.'],
    [[80], TypeError, 'oven.set() needs a finite number, not Array without a name.'],
  ])('refuses %s before anything moves', async (value, kind, message) => {
    const set = vi.fn();
    const { signal } = oven({ set });
    for (const act of [() => signal.set(value as number), () => signal.checkValue(value as number)]) {
      expect(act).toThrow(kind);
      expect(act).toThrow(message);
    }
    await Promise.resolve();
    expect(set).not.toHaveBeenCalled();
  });

  it('refuses another kind of value than it has', () => {
    expect(() => new Signal({ name: 'door', value: 'open' }).set(3 as never)).toThrow(
      'door.set() needs a text, not 3.',
    );
    expect(() => new Signal({ name: 'lamp', value: false }).set(1 as never)).toThrow(
      'lamp.set() needs true or false, not 1.',
    );
  });

  it('takes any kind of value before it knows its own', () => {
    const door = new Signal({ name: 'door', get: () => 'open', set: () => {} });
    expect(() => door.checkValue('shut')).not.toThrow();
    door.get();
    expect(() => door.checkValue(1 as never)).toThrow('door.set() needs a text, not 1.');
  });

  it('is no signal to be set if it has nothing to set', () => {
    expect(() => new Signal({ name: 'thermo', get: () => 1 })).toThrow('thermo has get but no set: use SignalRO');
  });
});
