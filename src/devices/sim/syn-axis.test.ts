import { describe, expect, it } from 'vitest';

import { SynAxis } from './syn-axis.js';

describe('SynAxis', () => {
  it('moves at once without a delay', () => {
    const motor = new SynAxis({ name: 'motor', value: 1 });
    expect(motor.position).toBe(1);
    expect(motor.set(3).success).toBe(true);
    expect([motor.read().motor?.value, motor.read().motor_setpoint?.value]).toEqual([3, 3]);
  });

  it('takes its delay to arrive', async () => {
    const motor = new SynAxis({ name: 'motor', delay: 0.03 });
    const began = performance.now();
    const status = motor.set(3);
    expect(motor.locate()).toEqual({ setpoint: 3, readback: 0 });
    await status.wait();
    expect(performance.now() - began).toBeGreaterThan(25);
    expect(motor.locate()).toEqual({ setpoint: 3, readback: 3 });
  });

  it('stays where it was when it is stopped', async () => {
    const motor = new SynAxis({ name: 'motor', delay: 60 });
    const status = motor.set(3);
    motor.stop();
    await status.wait();
    expect(motor.position).toBe(0);
    expect(() => motor.stop()).not.toThrow();
  });

  it.each([0.01, 0])('ends a move with the one of delay %d that replaces it, as ophyd fails neither', async (delay) => {
    const motor = new SynAxis({ name: 'motor', delay: 0.01 });
    const first = motor.set(3);
    expect(first.done).toBe(false);
    motor.delay = delay;
    const second = motor.set(4);
    await Promise.all([first.wait(), second.wait()]);
    expect(motor.position).toBe(4);
  });

  it.each([
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    ['3', '"3"'],
    [undefined, 'undefined'],
  ])('refuses to go to %s, naming itself', (value, text) => {
    const stage = new SynAxis({ name: 'stage' });
    expect(() => stage.set(value as number)).toThrow(`stage.set() needs a finite number, not ${text}.`);
  });

  it('reads what its readbackFunc makes of the setpoint', () => {
    const motor = new SynAxis({ name: 'motor', readbackFunc: (x) => x + 0.1 });
    motor.set(1);
    expect([motor.read().motor?.value, motor.read().motor_setpoint?.value]).toEqual([1.1, 1]);
  });

  it('describes every field that it reads', () => {
    const motor = new SynAxis({ name: 'motor', precision: 5 });
    expect(Object.keys(motor.describe())).toEqual(Object.keys(motor.read()));
    expect(Object.keys(motor.describeConfiguration())).toEqual(Object.keys(motor.readConfiguration()));
    expect(motor.describe().motor).toMatchObject({ dtype: 'number', shape: [], precision: 5 });
    expect(motor.hints).toEqual({ fields: ['motor'] });
  });
});
