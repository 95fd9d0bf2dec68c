import { expect, it } from 'vitest';
import type { RunStart } from '../../documents/index.js';
import { RunColumns } from '../../figures/index.js';
import { runLabel } from './run-state.js';

it.each([
  [{ scan_id: 3, plan_name: 'scan' }, 'scan 3 · 0bc319d1 · scan'],
  [{ scan_id: 3, plan_name: '' }, 'scan 3 · 0bc319d1'],
  [{}, '0bc319d1'],
])('a run is named by what is known of it: %j', (known, label) => {
  const start = { uid: '0bc319d1-3555-4c82', time: 1, ...known } as RunStart;
  expect(runLabel(new RunColumns(start))).toBe(label);
});
