import { expect, it } from 'vitest';
import { HOSTILE } from '../../tests/instruments/hostile-texts.js';
import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import { asSvg, asText, progressBars, RunColumns } from '../figures/index.js';
import type { DeviceProgress, ProgressSpec } from '../figures/index.js';
import { cutFigure, openFigure } from './saved-figure.js';

const MOTOR: DeviceProgress = {
  name: 'motor',
  state: 'done',
  current: 2,
  target: 2,
  unit: 'mm',
  precision: 1,
  done: 1,
  left: null,
};

const SPEC: ProgressSpec = { kind: 'progress', id: 'p', description: 'Progress', run: 'run', devices: [MOTOR] };

function columns(points: number): RunColumns {
  const run = new RunColumns(startDoc('run', { num_points: points }), new Set());
  run.addDescriptor(descriptorDoc('d', ['x']));
  for (let i = 1; i <= points; i++) run.putEvent(eventDoc('d', i, { x: i }));
  run.putStop({ ...stopDoc(), time: 105 });
  return run;
}

it('progress lasts as the number of its points, however many there were', () => {
  const run = columns(50_000);
  const saved = JSON.parse(JSON.stringify(cutFigure(SPEC, [run], 2000).saved)) as unknown;
  expect(JSON.stringify(saved).length).toBeLessThan(2000);
  const { spec, runs, notices } = openFigure(saved);
  expect(progressBars(spec as ProgressSpec, runs.get('run'))).toEqual(progressBars(SPEC, run));
  expect(progressBars(SPEC, run)[0]?.text).toBe('50000 of 50000 in 5 s');
  expect(notices).toEqual([]);
});

it('has words and a picture, with nothing of a name but its text', () => {
  const runs = (): RunColumns => columns(3);
  expect(asText(SPEC, runs)).toBe('Progress\npoints: 3 of 3 in 5 s\nmotor: 2.0 mm');
  for (const name of HOSTILE) {
    const svg = asSvg({ ...SPEC, description: name, devices: [{ ...MOTOR, name, unit: name }] }, runs);
    expect(svg).not.toMatch(/<(?!\/?(?:svg|title|rect|text)[ >/])/);
  }
});

it.each([
  [{ devices: [{ ...MOTOR, precision: 1e9 }] }],
  [{ devices: [{ ...MOTOR, current: '2' }] }],
  [{ devices: 'many' }],
  [{ run: 3 }],
])('refuses %j', (wrong) => {
  const saved = cutFigure({ ...SPEC, ...wrong } as ProgressSpec, [], 2000).saved;
  expect(() => openFigure(saved)).toThrow(/is not what it must be/);
});
