import { describe, expect, it, vi } from 'vitest';

import { DeviceStatus } from './device-status.js';
import { MoveStatus } from './move-status.js';
import { SynAxis } from './sim/index.js';
import type { Progress } from './status.js';
import { Status, StatusEndedError, StatusTimeoutError } from './status.js';

describe('Status', () => {
  it('fails after its timeout, and not before it has settled', async () => {
    await expect(new Status('expose', { timeout: 0.01 }).wait()).rejects.toThrow(StatusTimeoutError);
    const settling = new Status('expose', { timeout: 0.01, settleTime: 0.03 });
    settling.setFinished();
    expect(settling.done).toBe(false);
    expect(() => settling.setFinished()).toThrow(StatusEndedError);
    await settling.wait();
    expect(settling.success).toBe(true);
  });

  it('of many ends with the last, or with the first failure', async () => {
    const [a, b, c] = [new Status(), new Status(), new Status()];
    const both = Status.all([a, b]);
    a.setFinished();
    expect(both.done).toBe(false);
    b.setFinished();
    expect(both.success).toBe(true);
    const failing = Status.all([c, new Status()], 'move all');
    c.setException(new Error('stuck'));
    await expect(failing.wait()).rejects.toThrow('stuck');
    expect(Status.all([]).success).toBe(true);
  });
});

describe('DeviceStatus', () => {
  const device = { name: 'camera', stop: vi.fn() };

  it('tells the name at once and the end', () => {
    const seen: Progress[] = [];
    const status = new DeviceStatus(device);
    status.watch((progress) => seen.push(progress));
    status.setFinished();
    expect(seen).toEqual([{ name: 'camera' }, { name: 'camera', fraction: 0 }]);
    expect(device.stop).not.toHaveBeenCalled();
  });

  it('stops the device when it fails, unless it is not to', () => {
    new DeviceStatus(device, { stopOnFailure: false }).setException(new Error('dark'));
    expect(device.stop).not.toHaveBeenCalled();
    new DeviceStatus(device).setException(new Error('dark'));
    expect(device.stop).toHaveBeenCalledTimes(1);
  });
});

describe('MoveStatus', () => {
  it('tells where a motor is while it moves', async () => {
    const motor = new SynAxis({ name: 'motor', delay: 0.04, eventsPerMove: 4 });
    const status = motor.set(8);
    expect(status).toBeInstanceOf(MoveStatus);
    const seen: Progress[] = [];
    status.watch((progress) => seen.push(progress));
    await status.wait();
    expect(seen.slice(1, 5).map(({ current, fraction }) => [current, fraction])).toEqual([
      [2, 0.75],
      [4, 0.5],
      [6, 0.25],
      [8, 0],
    ]);
    expect(seen[2]).toMatchObject({ name: 'motor', initial: 0, target: 8, unit: 'mm', precision: 3 });
    expect(seen[2]?.timeRemaining).toBeCloseTo(seen[2]?.timeElapsed as number, 6);
    motor.delay = 0;
    motor.set(3);
    expect(seen).toHaveLength(6);
  });
});
