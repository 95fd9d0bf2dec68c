import { describe, expect, it, vi } from 'vitest';
import { det, det1, motor, motor1, motor2, SynAxis } from '../devices/sim/index.js';
import { Status } from '../devices/index.js';
import type { HasName, Motor, Reading } from '../devices/index.js';
import { Msg } from '../engine/index.js';
import type { Plan } from '../engine/index.js';
import { count, mv, scan } from '../plans/index.js';
import { read, trigger, wait } from '../plans/stubs.js';
import { assertMessageAndReturnRemaining, checkLimits, plotRasterPath, RunEngineSimulator } from './index.js';
import { summarizePlan, UnmatchedMessageError } from './index.js';

function summary(plan: Plan<unknown>): string[] {
  const lines: string[] = [];
  summarizePlan(plan, (line) => lines.push(line));
  return lines;
}

/** The value of a device's own field. */
function* valueOf(device: HasName): Plan<unknown> {
  const readings: Record<string, Reading> | undefined = yield new Msg('read', device);
  return readings?.[device.name]?.value;
}

describe('summarizePlan', () => {
  it('names runs, moves and what is read, and writes computed positions as floats', () => {
    expect(summary(scan([det, det1], motor, -1, 1, 3))).toEqual([
      '=================================== Open Run ===================================',
      'motor -> -1.0',
      "  Read ['det', 'det1', 'motor']",
      'motor -> 0.0',
      "  Read ['det', 'det1', 'motor']",
      'motor -> 1.0',
      "  Read ['det', 'det1', 'motor']",
      '================================== Close Run ===================================',
    ]);
  });

  it("writes the user's own positions as they are", () => {
    expect(summary(mv(motor, 1, motor1, 2.5))).toEqual(['motor -> 1', 'motor1 -> 2.5']);
  });
});

describe('checkLimits', () => {
  it('warns once of each device that knows no limits', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const unlimited = (name: string): Motor => ({
      name,
      set: () => Status.finished(),
      read: () => motor.read(),
      describe: () => motor.describe(),
    });
    const [bare, other] = [unlimited('bare'), unlimited('other')];
    await checkLimits(scan([det], bare, -1, 1, other, 5, 6, motor, 0, 1, 3));
    expect(warned.mock.calls.flat()).toEqual([
      'bare has no checkValue() method to check if -1 is within its limits.',
      'other has no checkValue() method to check if 5 is within its limits.',
    ]);
  });

  it('rejects with what a device throws, before anything moves', async () => {
    const limited = Object.assign(new SynAxis({ name: 'limited' }), {
      async checkValue(value: number): Promise<void> {
        await Promise.resolve();
        if (value > 2) throw new RangeError(`${value} is beyond the limit of 2`);
      },
    });
    await checkLimits(scan([det], limited, -1, 2, 4));
    await expect(checkLimits(scan([det], limited, -1, 3, 5))).rejects.toThrow('3 is beyond the limit of 2');
    const within = new SynAxis({ name: 'within', limits: [-1, 1] });
    await expect(checkLimits(scan([det], within, 0, 5, 3))).rejects.toThrow(/within.*5|2.5/);
    expect(limited.position).toBe(0);
  });
});

describe('plotRasterPath', () => {
  it('gives the positions at which events are taken, and a picture', () => {
    const path = plotRasterPath(scan([det], motor1, 0, 2, motor2, 4, 8, 3), motor1, 'motor2', { probeSize: 0.3 });
    expect([[...path.x], [...path.y]]).toEqual([
      [0, 1, 2],
      [4, 6, 8],
    ]);
    expect(path.svg.match(/<ellipse/g)).toHaveLength(3);
    expect(String(path)).toBe('Path of 3 points over motor1 and motor2');
  });

  it('leaves out what was not set yet', () => {
    const path = plotRasterPath(scan([det], motor1, 0, 2, 3), motor1, motor2);
    expect([...path.y]).toEqual([NaN, NaN, NaN]);
    expect(path.svg).not.toContain('NaN');
  });
});

describe('RunEngineSimulator', () => {
  it('records messages and what the plan returns', () => {
    const sim = new RunEngineSimulator();
    sim.addReadHandlerFor(det, 5);
    const messages = sim.simulatePlan(valueOf(det));
    expect(messages.map(({ command }) => command)).toEqual(['read']);
    expect(sim.returnValue).toBe(5);
  });

  it.each([
    [[0, 0, 0], 2],
    [['end', 'end', 'end'], 0],
    [[0, 0, 1], 1],
    [[0, -1, 2], 1],
  ] as const)('asks the first handler, inserted at %j', (order, expected) => {
    const sim = new RunEngineSimulator();
    order.forEach((index, id) => {
      sim.addHandler('read', () => ({ det: { value: id, timestamp: 0 } }), undefined, index);
    });
    sim.simulatePlan(valueOf(det));
    expect(sim.returnValue).toBe(expected);
  });

  it('takes whole readings and values', () => {
    const sim = new RunEngineSimulator();
    sim.addReadHandlerForMultiple(det, { a: 11, b: { value: 12, timestamp: 1717071719 } });
    sim.simulatePlan(read(det));
    const { a, b } = sim.returnValue as Record<'a' | 'b', Reading>;
    expect([a.value, b]).toEqual([11, { value: 12, timestamp: 1717071719 }]);
    expect(Math.abs(a.timestamp - Date.now() / 1000)).toBeLessThan(1);
  });

  it('does things when the plan waits', () => {
    const sim = new RunEngineSimulator();
    sim.addReadHandlerFor(det, 0);
    sim.addWaitHandler(() => sim.addReadHandlerFor(det, 5), 'mine');
    function* later(group: string): Plan<unknown> {
      yield* trigger(det, { group });
      yield* wait(group);
      return yield* valueOf(det);
    }
    sim.simulatePlan(later('other'));
    expect(sim.returnValue).toBe(0);
    sim.simulatePlan(later('mine'));
    expect(sim.returnValue).toBe(5);
  });

  it("hands documents to the plan's own subscriptions", () => {
    const received: unknown[] = [];
    function* subscribed(): Plan {
      yield new Msg('subscribe', null, [(...args: unknown[]) => received.push(args), 'all']);
      yield new Msg('subscribe', null, [(...args: unknown[]) => received.push(['stops', ...args]), 'stop']);
      yield* count([det]);
    }
    const sim = new RunEngineSimulator();
    sim.addHandlerForCallbackSubscribes();
    sim.addCallbackHandlerFor('open_run', 'start', { uid: 's' }, (msg) => msg.kwargs.plan_name === 'count');
    sim.addCallbackHandlerForMultiple('save', [
      [
        ['descriptor', { uid: 'd' }],
        ['event', { uid: 'e' }],
      ],
    ]);
    sim.simulatePlan(subscribed());
    expect(received).toEqual([
      ['start', { uid: 's' }],
      ['descriptor', { uid: 'd' }],
      ['event', { uid: 'e' }],
    ]);
  });

  it('finds messages one after another', () => {
    let messages = new RunEngineSimulator().simulatePlan(count([det], 3));
    const next = (command: string, device?: string): void => {
      messages = assertMessageAndReturnRemaining(
        messages,
        (msg) => msg.command === command && (device === undefined || msg.obj?.name === device),
      );
    };
    next('stage', 'det');
    for (let i = 0; i < 3; i++) {
      next('checkpoint');
      next('trigger', 'det');
      const group = messages[0]?.kwargs.group;
      messages = assertMessageAndReturnRemaining(messages, ({ command }) => command === 'wait', group);
      expect(messages[0]?.kwargs.group).toBe(group);
      for (const command of ['create', 'read', 'save']) next(command);
    }
    expect(messages[1]?.command).toBe('close_run');
    expect(() => next('stage')).toThrow(UnmatchedMessageError);
    expect(() => next('stage')).toThrow(/^Nothing matched predicate \(msg\)/);
  });
});
