import { describe, expect, it } from 'vitest';
import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import { progressBars } from './progress.js';
import { RunColumns } from './run-columns.js';
import type { DeviceProgress, ProgressSpec } from './spec.js';

function spec(...devices: Partial<DeviceProgress>[]): ProgressSpec {
  const blank: DeviceProgress = {
    name: 'motor',
    state: 'moving',
    current: null,
    target: null,
    unit: '',
    precision: 3,
    done: null,
    left: null,
  };
  return {
    kind: 'progress',
    id: 'p',
    description: '',
    run: null,
    devices: devices.map((each) => ({ ...blank, ...each })),
  };
}

function run(md: Record<string, unknown>, points: number, stop?: string): RunColumns {
  const start = startDoc('run', md);
  const columns = new RunColumns(start, new Set());
  columns.addDescriptor(descriptorDoc('d', ['x']));
  for (let i = 1; i <= points; i++) columns.putEvent({ ...eventDoc('d', i, { x: i }), time: start.time + 2 * i });
  if (stop) columns.putStop({ ...stopDoc(), exit_status: stop as 'success', time: start.time + 2 * points + 1 });
  return columns;
}

describe('the bar of the points', () => {
  it.each([
    ['none yet', { num_points: 4 }, 0, undefined, 0, 'moving', '0 of 4'],
    ['some', { num_points: 4 }, 1, undefined, 0.25, 'moving', '1 of 4, 6 s left'],
    ['all', { num_points: 4 }, 4, 'success', 1, 'done', '4 of 4 in 9 s'],
    ['stopped', { num_points: 4 }, 1, 'abort', 0.25, 'failed', '1 of 4 in 3 s'],
    ['more than were said', { num_points: 1 }, 3, undefined, 1, 'moving', '3 of 1, 0 s left'],
    ['without end', { num_points: null }, 3, undefined, null, 'moving', '3 in 6 s so far'],
    ['nothing said', {}, 3, 'success', null, 'done', '3 in 7 s'],
    ['nonsense said', { num_points: 'many' }, 0, undefined, null, 'moving', '0'],
    ['none at all', { num_points: 0 }, 0, 'success', 1, 'done', '0 of 0 in 1 s'],
  ] as const)('%s', (_, md, points, stop, done, state, text) => {
    expect(progressBars(spec(), run(md, points, stop))).toEqual([{ label: 'points', done, state, text }]);
  });

  it('counts a point that is taken again once', () => {
    const columns = run({ num_points: 4 }, 2);
    columns.putEvent({ ...eventDoc('d', 2, { x: 9 }), time: columns.start.time + 6 });
    expect(progressBars(spec(), columns)[0]?.text).toBe('2 of 4, 6 s left');
  });
});

describe('the bar of a device', () => {
  it.each([
    [{ current: 1, target: 2, done: 0.5, left: 0.46, unit: 'mm' }, 0.5, '1.000 → 2.000 mm, 0.5 s left'],
    [{ current: 1, target: 2, precision: 0 }, null, '1 → 2'],
    [{}, null, 'in progress'],
    [{ state: 'done', current: 2, target: 2 }, 1, '2.000'],
    [{ state: 'done', target: 2, unit: 'deg' }, 1, '2.000 deg'],
    [{ state: 'done' }, 1, 'done'],
    [{ state: 'failed', current: 1.5 }, null, 'failed at 1.500'],
    [{ state: 'failed' }, null, 'failed'],
  ] as const)('%j', (device, done, text) => {
    expect(progressBars(spec(device), undefined)).toEqual([
      { label: 'motor', state: 'state' in device ? device.state : 'moving', done, text },
    ]);
  });
});
