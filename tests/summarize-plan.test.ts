import { describe, expect, it } from 'vitest';

import { det, det1, motor, motor1, motor2 } from '../src/devices/sim/index.js';
import type { Plan } from '../src/engine/index.js';
import { count, gridScan, listScan, logScan, mv, relScan, scan, spiralSquare, x2xScan } from '../src/plans/index.js';
import { summarizePlan } from '../src/simulators/index.js';
import { runPython } from './instruments/python.js';

/** Plans as bluesky and as livesky write them. */
const PLANS: readonly (readonly [python: string, plan: () => Plan<unknown>])[] = [
  ['bp.count([det, det1], 2)', () => count([det, det1], 2)],
  ['bp.scan([det], motor, -1, 1, 5)', () => scan([det], motor, -1, 1, 5)],
  ['bp.scan([det], motor, 0, 1e-6, 4)', () => scan([det], motor, 0, 1e-6, 4)],
  ['bp.scan([det], motor, 1e17, 3e17, 3)', () => scan([det], motor, 1e17, 3e17, 3)],
  ['bp.scan([det], motor1, 0, 1, motor2, 10, 11, 4)', () => scan([det], motor1, 0, 1, motor2, 10, 11, 4)],
  [
    'bp.grid_scan([det], motor1, 0, 1, 3, motor2, 5, 7, 2, True)',
    () => gridScan([det], motor1, 0, 1, 3, motor2, 5, 7, 2, true),
  ],
  ['bp.list_scan([det], motor, [1, 2.5, 4])', () => listScan([det], motor, [1, 2.5, 4])],
  ['bp.rel_scan([det], motor, -1, 1, 3)', () => relScan([det], motor, -1, 1, 3)],
  ['bp.log_scan([det], motor, 0, 2, 3)', () => logScan([det], motor, 0, 2, 3)],
  [
    'bp.spiral_square([det], motor1, motor2, 0, 0, 1, 1, 3, 3)',
    () => spiralSquare([det], motor1, motor2, 0, 0, 1, 1, 3, 3),
  ],
  ['bp.x2x_scan([det], motor1, motor2, -1, 1, 3)', () => x2xScan([det], motor1, motor2, -1, 1, 3)],
  ['bps.mv(motor, 3, motor1, -0.25)', () => mv(motor, 3, motor1, -0.25)],
];

function summaryOf(plan: Plan<unknown>): string {
  const lines: string[] = [];
  summarizePlan(plan, (line) => lines.push(line));
  return lines.map((line) => `${line}\n`).join('');
}

/** The motors of one step move in no fixed order in Python. */
const stepwise = (text: string): string =>
  text.replace(/(?:^\w+ -> .*\n)+/gm, (moves) => `${moves.trimEnd().split('\n').sort().join('\n')}\n`);

describe('summarizePlan', () => {
  it("prints what bluesky's prints", async () => {
    const { output } = await runPython(
      ['tests/python/summarize_peer.py'],
      JSON.stringify(PLANS.map(([python]) => python)),
    );
    const theirs = (JSON.parse(output.slice(output.indexOf('["'))) as string[]).map(stepwise);
    const ours = PLANS.map(([, plan]) => stepwise(summaryOf(plan())));
    expect(ours).toEqual(theirs);
    expect(theirs[1]).toContain('motor -> -0.5\n');
    // Control: another plan has another text.
    expect(stepwise(summaryOf(scan([det], motor, -1, 1, 6)))).not.toBe(theirs[1]);
  }, 60_000);
});
