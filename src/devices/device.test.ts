import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';

import { Device } from './device.js';
import { RedundantStaging } from './errors.js';
import type { Readings } from './protocols.js';
import type { Signal } from './signal.js';
import type { SignalRO } from './signal-ro.js';
import { Status } from './status.js';

class Oven extends Device {
  readonly celsius: SignalRO = this.signalRO('celsius', { get: () => 21.5, kind: 'hinted', units: '°C' });
  readonly power: Signal = this.signal('power', { value: 0 });
  readonly ramp: Signal = this.signal('ramp', { value: 5, kind: 'config', limits: [1, 10] });
  readonly serial: Signal<string> = this.signal<string>('serial', { value: 'A1', kind: 'omitted' });
}

class Furnace extends Device {
  readonly left: Oven = this.add('left', new Oven({ name: `${this.name}_left` }));
  readonly right: Oven = this.add('right', new Oven({ name: `${this.name}_right` }), 'config');
}

const values = (readings: Readings): unknown[] => Object.entries(readings).map(([field, { value }]) => [field, value]);

describe('Device', () => {
  it('reads and describes its parts by what they are for', async () => {
    const oven = new Oven({ name: 'oven' });
    expect(values(await oven.read())).toEqual([
      ['oven_celsius', 21.5],
      ['oven_power', 0],
    ]);
    expect(Object.keys(await oven.describe())).toEqual(['oven_celsius', 'oven_power']);
    expect(values(await oven.readConfiguration())).toEqual([['oven_ramp', 5]]);
    expect(Object.keys(await oven.describeConfiguration())).toEqual(['oven_ramp']);
    expect(oven.hints).toEqual({ fields: ['oven_celsius'] });
    oven.power.kind = 'config';
    expect(Object.keys(await oven.read())).toEqual(['oven_celsius']);
  });

  it('asks all parts at the same time, and gives a promise only if one did', async () => {
    const order: string[] = [];
    const slow = (value: number) => async () => {
      order.push(`asked ${value}`);
      await new Promise((resolve) => setTimeout(resolve));
      order.push(`answers ${value}`);
      return value;
    };
    class Slow extends Device {
      readonly a: SignalRO = this.signalRO('a', { get: slow(1) });
      readonly b: SignalRO = this.signalRO('b', { get: slow(2) });
    }
    const reading = new Slow({ name: 's' }).read();
    expect(reading).toBeInstanceOf(Promise);
    expect(values(await reading)).toEqual([
      ['s_a', 1],
      ['s_b', 2],
    ]);
    expect(order).toEqual(['asked 1', 'asked 2', 'answers 1', 'answers 2']);
    expect(new Oven({ name: 'oven' }).read()).not.toBeInstanceOf(Promise);
  });

  it('may be made of devices, which bring their settings with them', async () => {
    const furnace = new Furnace({ name: 'f' });
    expect(Object.keys(await furnace.read())).toEqual(['f_left_celsius', 'f_left_power']);
    expect(Object.keys(await furnace.readConfiguration())).toEqual(['f_left_ramp', 'f_right_ramp']);
    expect(furnace.hints).toEqual({ fields: ['f_left_celsius'] });
    expect(inspect(furnace)).toBe(
      "Furnace(prefix='', name='f', read_attrs=['left', 'left.celsius', 'left.power'], " +
        "configuration_attrs=['left', 'left.ramp', 'right', 'right.ramp'])",
    );
    expect([furnace.left.parent, furnace.left.attrName]).toEqual([furnace, 'left']);
    expect(String(furnace.left)).toContain("name='f_left', parent='f'");
  });

  it('changes its settings', async () => {
    const oven = new Oven({ name: 'oven' });
    const [old, changed] = await oven.configure({ ramp: 2 });
    expect([values(old), values(changed)]).toEqual([[['oven_ramp', 5]], [['oven_ramp', 2]]]);
    expect(() => oven.configure({ ramp: 20 })).toThrow('position=20 not within limits (1, 10): oven_ramp');
    expect(() => oven.configure({ rampe: 2 })).toThrow(
      "oven has no setting 'rampe'; its settings are ramp. Did you mean 'ramp'?",
    );
    expect(() => oven.configure({ power: 2 })).toThrow("oven has no setting 'power'");
    expect(oven.ramp.value).toBe(2);
  });

  it('waits for settings that take time', async () => {
    class Slow extends Device {
      readonly gain: Signal = this.signal('gain', { value: 1, kind: 'config', settleTime: 0.01 });
    }
    const [, changed] = await new Slow({ name: 's' }).configure({ gain: 4 });
    expect(values(changed)).toEqual([['s_gain', 4]]);
  });

  it('lets all parts measure, and fails if one does', async () => {
    const exposures: string[] = [];
    class Pair extends Device {
      readonly a: SignalRO = this.signalRO('a', {
        value: 1,
        trigger: async () => Promise.resolve(exposures.push('a')),
      });
      readonly b: SignalRO = this.signalRO('b', {
        value: 1,
        trigger: async () => Promise.resolve(exposures.push('b')),
      });
      readonly c: SignalRO = this.signalRO('c', { value: 1, kind: 'omitted', trigger: () => exposures.push('c') });
    }
    await Status.all([new Pair({ name: 'p' }).trigger()]).wait();
    expect(exposures).toEqual(['a', 'b']);
    class Dark extends Pair {
      readonly d: SignalRO = this.signalRO('d', { value: 1, trigger: () => Promise.reject(new Error('no light')) });
    }
    await expect(Status.all([new Dark({ name: 'd' }).trigger()]).wait()).rejects.toThrow('no light');
  });

  it('is staged with its devices, once', () => {
    const furnace = new Furnace({ name: 'f' });
    expect(furnace.stage()).toEqual([furnace, furnace.left, furnace.right]);
    expect(() => furnace.stage()).toThrow(RedundantStaging);
    expect(() => furnace.left.stage()).toThrow(/f_left.* is already staged\. Unstage it first\.$/);
    expect(furnace.unstage()).toEqual([furnace.right, furnace.left, furnace]);
    expect(() => furnace.stage()).not.toThrow();
  });

  it('stops what it is made of', async () => {
    const stop = vi.fn(async () => Promise.resolve());
    class Stage extends Device {
      readonly x: Signal = this.signal('x', { get: () => 0, set: () => {}, stop, tolerance: 0.1 });
    }
    const stage = new Stage({ name: 's' });
    const moved = stage.x.set(5).wait();
    await stage.stop();
    await expect(moved).rejects.toThrow('s_x was stopped before it was at 5.');
    expect(stop).toHaveBeenCalledTimes(1);
  });
});
