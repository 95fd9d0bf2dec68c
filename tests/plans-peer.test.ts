import { describe, expect, it } from 'vitest';

import { hasMethod, nameOf } from '../src/devices/index.js';
import type { Hardware } from '../src/devices/sim/index.js';
import { hw } from '../src/devices/sim/index.js';
import { RunEngine } from '../src/engine/index.js';
import type { Msg, Plan } from '../src/engine/index.js';
import * as bp from '../src/plans/index.js';
import * as bpp from '../src/plans/preprocessors/index.js';
import * as bps from '../src/plans/stubs.js';
import { runPython } from './instruments/python.js';
import { normalizeMessages } from './normalize.js';
import type { PlainMsg } from './normalize.js';

type Case = readonly [python: string, plan: (hw: Hardware) => Plan<unknown>];

/** Plans that both sides run; bluesky is asked anew each time. */
const CASES: readonly Case[] = [
  [
    'bp.count([det, det1], 2, md={"hints": {"gridding": "x"}})',
    (d) => bp.count([d.det, d.det1], 2, { md: { hints: { gridding: 'x' } } }),
  ],
  ['bp.count([det], 2, None)', (d) => bp.count([d.det], 2, null)],
  ['bps.rd(motor_empty_hints1)', (d) => bps.rd(d.motorEmptyHints1)],
  ['bps.stage_all(det, det)', (d) => bps.stageAll(d.det, d.det)],
  ['bp.count([det, motor, det], 2)', (d) => bp.count([d.det, d.motor, d.det], 2)],
  [
    'bp.scan([det], motor1, 0, 1, motor2, 5, 5, motor3, -1, 1, 3)',
    (d) => bp.scan([d.det], d.motor1, 0, 1, d.motor2, 5, 5, d.motor3, -1, 1, 3),
  ],
  ['bp.scan([det], motor, 0, 1, 1)', (d) => bp.scan([d.det], d.motor, 0, 1, 1)],
  [
    'bp.scan([det], motor, 1, -1, 4, md={"hints": {"a": 1}, "x": 2})',
    (d) => bp.scan([d.det], d.motor, 1, -1, 4, { md: { hints: { a: 1 }, x: 2 } }),
  ],
  ['bp.scan([det], motor, 0, 1)', (d) => bp.scan([d.det], d.motor, 0, 1)],
  ['bp.scan([det], motor, 0, 1, num=0.5)', (d) => bp.scan([d.det], d.motor, 0, 1, { num: 0.5 })],
  ['bp.scan([det], motor, 0, 1, motor, 0, 1, 3)', (d) => bp.scan([d.det], d.motor, 0, 1, d.motor, 0, 1, 3)],
  [
    'step = lambda detectors, motor, step: (yield from bps.one_1d_step(detectors, motor, step)); step.__qualname__ = "step"; bp.scan([det], motor, 0, 1, 3, per_step=step)',
    (d) =>
      bp.scan([d.det], ...[d.motor, 0, 1, 3], {
        perStep: function step(detectors, motor, step) {
          return bps.one1dStep(detectors, motor, step);
        } as bp.PerStep1d,
      }),
  ],
  [
    'bp.scan([det], motor1, 0, 1, motor2, 0, 1, 3, per_step=bps.one_1d_step)',
    (d) => bp.scan([d.det], ...[d.motor1, 0, 1, d.motor2, 0, 1, 3], { perStep: bps.one1dStep as bp.PerStep1d }),
  ],
  [
    'motor.set(3); bp.rel_scan([det], motor, -1, 1, num=4)',
    (d) => (d.motor.set(3), bp.relScan([d.det], d.motor, -1, 1, { num: 4 })),
  ],
  ['bp.list_scan([det], motor1, [0, 0, 1.5])', (d) => bp.listScan([d.det], d.motor1, [0, 0, 1.5])],
  ['bp.list_scan([det], motor1)', (d) => bp.listScan([d.det], d.motor1)],
  [
    'bp.list_scan([det], motor1, [1, 2], motor2, [1, 2, 3], motor3, [1])',
    (d) => bp.listScan([d.det], d.motor1, [1, 2], d.motor2, [1, 2, 3], d.motor3, [1]),
  ],
  [
    'motor1.set(2); motor2.set(-3); bp.rel_list_scan([det4], motor1, [0, 1], motor2, [5, 4])',
    (d) => (d.motor1.set(2), d.motor2.set(-3), bp.relListScan([d.det4], d.motor1, [0, 1], d.motor2, [5, 4])),
  ],
  ['bp.grid_scan([det4], motor1, 0, 1, 2)', (d) => bp.gridScan([d.det4], d.motor1, 0, 1, 2)],
  [
    'bp.grid_scan([det4], motor1, 0, 1, 1, motor2, 0, 1, 1)',
    (d) => bp.gridScan([d.det4], d.motor1, 0, 1, 1, d.motor2, 0, 1, 1),
  ],
  [
    'bp.grid_scan([det4], motor1, 0, 1, 2, motor2, 0, 1, 3, motor3, 5, 4, 2, snake_axes=True, md={"hints": {"gridding": "mine"}})',
    (d) =>
      bp.gridScan([d.det4], d.motor1, 0, 1, 2, d.motor2, 0, 1, 3, d.motor3, 5, 4, 2, {
        snakeAxes: true,
        md: { hints: { gridding: 'mine' } },
      }),
  ],
  [
    'bp.grid_scan([det4], motor1, 0, 1, 3, motor2, 0, 1, 2, motor3, 5, 4, 3, snake_axes=[motor2])',
    (d) => bp.gridScan([d.det4], d.motor1, 0, 1, 3, d.motor2, 0, 1, 2, d.motor3, 5, 4, 3, { snakeAxes: [d.motor2] }),
  ],
  ['bp.grid_scan([det4], motor1, 0, 1, 3, motor2)', (d) => bp.gridScan([d.det4], d.motor1, 0, 1, 3, d.motor2)],
  [
    'bp.grid_scan([det4], motor1, 0, 1, motor2, 3, 0, 1, 3)',
    (d) => bp.gridScan([d.det4], d.motor1, 0, 1, d.motor2, 3, 0, 1, 3),
  ],
  [
    'bp.grid_scan([det4], motor1, 0, 1, 2, motor1, 0, 1, 2)',
    (d) => bp.gridScan([d.det4], d.motor1, 0, 1, 2, d.motor1, 0, 1, 2),
  ],
  [
    'bp.grid_scan([det4], motor1, 0, 1, 2, motor2, 0, 1, 2, snake_axes=[motor2, motor2])',
    (d) => bp.gridScan([d.det4], d.motor1, 0, 1, 2, d.motor2, 0, 1, 2, { snakeAxes: [d.motor2, d.motor2] }),
  ],
  [
    'bp.grid_scan([det4], motor1, 0, 1, 2, motor2, 0, 1, 2, snake_axes=[motor3])',
    (d) => bp.gridScan([d.det4], d.motor1, 0, 1, 2, d.motor2, 0, 1, 2, { snakeAxes: [d.motor3] }),
  ],
  [
    'bp.grid_scan([det4], motor1, 0, 1, 2, motor2, 0, 1, 2, snake_axes="abc")',
    (d) => bp.gridScan([d.det4], d.motor1, 0, 1, 2, d.motor2, 0, 1, 2, { snakeAxes: 'abc' as never }),
  ],
  [
    'bp.grid_scan([det4], motor1, 0, 1, 2, motor2, 0, 1, 2, snake_axes=5)',
    (d) => bp.gridScan([d.det4], d.motor1, 0, 1, 2, d.motor2, 0, 1, 2, { snakeAxes: 5 as never }),
  ],
  [
    'bp.grid_scan([det4], motor1, 0, 1, 2, motor2, 0, 1, 2, True, snake_axes=True)',
    (d) => bp.gridScan([d.det4], ...[d.motor1, 0, 1, 2, d.motor2, 0, 1, 2, true], { snakeAxes: true }),
  ],
  [
    'motor1.set(3); bp.rel_grid_scan([det4], motor1, -1, 1, 2, motor2, -1, 1, 3, True)',
    (d) => (d.motor1.set(3), bp.relGridScan([d.det4], d.motor1, -1, 1, 2, d.motor2, -1, 1, 3, true)),
  ],
  [
    'bp.list_grid_scan([det4], motor1, [1, 2], motor2, [3, 1], motor3, [7, 8, 9], snake_axes=[motor2, motor3])',
    (d) =>
      bp.listGridScan([d.det4], d.motor1, [1, 2], d.motor2, [3, 1], d.motor3, [7, 8, 9], {
        snakeAxes: [d.motor2, d.motor3],
      }),
  ],
  [
    'motor2.set(4); bp.rel_list_grid_scan([det4], motor1, [1, 2], motor2, [3, 1], snake_axes=True)',
    (d) => (d.motor2.set(4), bp.relListGridScan([d.det4], d.motor1, [1, 2], d.motor2, [3, 1], { snakeAxes: true })),
  ],
  ['bp.log_scan([det], motor, -2, 1, 4)', (d) => bp.logScan([d.det], d.motor, -2, 1, 4)],
  [
    'bp.adaptive_scan([det], "det", motor, 3, -3, 0.1, 1, 0.2, False, md={"x": 1})',
    (d) => bp.adaptiveScan([d.det], 'det', d.motor, 3, -3, 0.1, 1, 0.2, false, { md: { x: 1 } }),
  ],
  [
    'bp.adaptive_scan([det], "det", motor, 3, -3, 0.1, 1, 0.2, True, 0.5)',
    (d) => bp.adaptiveScan([d.det], 'det', d.motor, 3, -3, 0.1, 1, 0.2, true, 0.5),
  ],
  [
    'motor.set(1); bp.rel_adaptive_scan([det], "det", motor, -2, 2, 0.2, 0.9, 0.1, True)',
    (d) => (d.motor.set(1), bp.relAdaptiveScan([d.det], 'det', d.motor, -2, 2, 0.2, 0.9, 0.1, true)),
  ],
  ['bp.tune_centroid([det], "det", motor, 3, -2, 0.05)', (d) => bp.tuneCentroid([d.det], 'det', d.motor, 3, -2, 0.05)],
  [
    'bp.tune_centroid([det], "det", motor, -3, 2, 0.05, 7, 2.5, True)',
    (d) => bp.tuneCentroid([d.det], 'det', d.motor, -3, 2, 0.05, 7, 2.5, true),
  ],
  ['bp.tune_centroid([det], "det", motor, -3, 2, 0)', (d) => bp.tuneCentroid([d.det], 'det', d.motor, -3, 2, 0)],
  [
    'bp.tune_centroid([det], "det", motor, -3, 2, 1, step_factor=1)',
    (d) => bp.tuneCentroid([d.det], 'det', d.motor, -3, 2, 1, { stepFactor: 1 }),
  ],
  [
    'bp.spiral([det4], motor1, motor2, 0.5, -0.5, 1, 2, 0.3, 2.5, dr_y=0.6)',
    (d) => bp.spiral([d.det4], d.motor1, d.motor2, 0.5, -0.5, 1, 2, 0.3, 2.5, { drY: 0.6 }),
  ],
  [
    'bp.spiral([det4], motor1, motor2, 0, 0, 1, 1, 0.3, 3, tilt=-0.4, md={"hints": {"a": 1}})',
    (d) => bp.spiral([d.det4], d.motor1, d.motor2, 0, 0, 1, 1, 0.3, 3, { tilt: -0.4, md: { hints: { a: 1 } } }),
  ],
  [
    'motor1.set(1); bp.rel_spiral_fermat([det4], motor1, motor2, 1, 2, 0.4, 1.1, dr_y=0.5, tilt=0.2)',
    (d) => (d.motor1.set(1), bp.relSpiralFermat([d.det4], d.motor1, d.motor2, 1, 2, 0.4, 1.1, { drY: 0.5, tilt: 0.2 })),
  ],
  ...[
    [2, 2],
    [3, 4],
    [4, 3],
    [7, 2],
    [2, 7],
    [5, 5],
    [6, 6],
  ].map(([x = 0, y = 0]): Case => [
    `bp.spiral_square([det4], motor1, motor2, 1, 2, 3, 4, ${x}, ${y})`,
    (d) => bp.spiralSquare([d.det4], d.motor1, d.motor2, 1, 2, 3, 4, x, y),
  ]),
  [
    'bp.scan_nd([det4], (cycler(motor1, [1, 2]) + cycler(motor2, [3, 4])) * cycler(motor3, [0.5, 1e-7]))',
    (d) =>
      bp.scanNd(
        [d.det4],
        bp
          .cycler(d.motor1, [1, 2])
          .add(bp.cycler(d.motor2, [3, 4]))
          .multiply(bp.cycler(d.motor3, [0.5, 1e-7])),
      ),
  ],
  [
    'bp.inner_product_scan([det4], 2, motor1, 0, 1, md={"plan_name": "mine"})',
    (d) => bp.innerProductScan([d.det4], 2, d.motor1, 0, 1, { md: { plan_name: 'mine' } }),
  ],
  [
    'motor.set(2); bp.relative_inner_product_scan([det], 2, motor, 0, 1)',
    (d) => (d.motor.set(2), bp.relativeInnerProductScan([d.det], 2, d.motor, 0, 1)),
  ],
  ['bps.mvr(motor, 1, motor1, 2)', (d) => bps.mvr(d.motor, 1, d.motor1, 2)],
  ['bps.mv(motor, 1, motor, 2)', (d) => bps.mv(d.motor, 1, d.motor, 2)],
  ['bps.rel_set(motor, 1, wait=True)', (d) => bps.relSet(d.motor, 1, { wait: true })],
  ['bps.repeat(bps.null, 3)', () => bps.repeat(bps.null, 3)],
  ['bps.repeat(bps.null, 4, [0, 0])', () => bps.repeat(bps.null, 4, [0, 0])],
  ['bps.repeat(bps.null, 4, iter([0, 0]))', () => bps.repeat(bps.null, 4, [0, 0].values())],
  ['bps.repeater(2, bps.null)', () => bps.repeater(2, bps.null)],
  ['bps.stage_all(motor, det)', (d) => bps.stageAll(d.motor, d.det)],
  ['bps.stage(motor, wait=False)', (d) => bps.stage(d.motor, { wait: false })],
  ['bps.kickoff_all(motor)', (d) => bps.kickoffAll(d.motor as never)],
  ['bps.broadcast_msg("stop", [motor, motor1])', (d) => bps.broadcastMsg('stop', [d.motor, d.motor1])],
  ['bpp.set_run_key_wrapper(bp.count([det]), None)', (d) => bpp.setRunKeyWrapper(bp.count([d.det]), null)],
  [
    'bpp.set_run_key_wrapper(bpp.baseline_wrapper(bp.count([det]), [motor]), "k")',
    (d) => bpp.setRunKeyWrapper(bpp.baselineWrapper(bp.count([d.det]), [d.motor]), 'k'),
  ],
  [
    'bpp.baseline_wrapper(bpp.set_run_key_wrapper(bp.count([det]), "k"), [motor])',
    (d) => bpp.baselineWrapper(bpp.setRunKeyWrapper(bp.count([d.det]), 'k'), [d.motor]),
  ],
  [
    'bpp.lazily_stage_wrapper(bpp.run_wrapper(bps.trigger_and_read([det, motor])))',
    (d) => bpp.lazilyStageWrapper(bpp.runWrapper(bps.triggerAndRead([d.det, d.motor]))),
  ],
  [
    'motor.set(5); bpp.reset_positions_wrapper(bpp.relative_set_wrapper(bps.mv(motor, 1, motor1, 2)))',
    (d) => (d.motor.set(5), bpp.resetPositionsWrapper(bpp.relativeSetWrapper(bps.mv(d.motor, 1, d.motor1, 2)))),
  ],
  [
    'bpp.relative_set_wrapper(bps.mv(motor, 1, motor1, 2), [motor1])',
    (d) => bpp.relativeSetWrapper(bps.mv(d.motor, 1, d.motor1, 2), [d.motor1]),
  ],
  ['bpp.rewindable_wrapper(bps.null(), False)', () => bpp.rewindableWrapper(bps.null(), false)],
  ['bpp.fly_during_wrapper(bp.count([det]), [flyer1])', (d) => bpp.flyDuringWrapper(bp.count([d.det]), [d.flyer1])],
  ['bpp.monitor_during_wrapper(bp.count([det]), [sig])', (d) => bpp.monitorDuringWrapper(bp.count([d.det]), [d.sig])],
  [
    'bpp.SupplementalData(baseline=[motor], monitors=[sig], flyers=[flyer1])(bp.count([det]))',
    (d) => new bpp.SupplementalData({ baseline: [d.motor], monitors: [d.sig], flyers: [d.flyer1] })(bp.count([d.det])),
  ],
  [
    'bpp.configure_count_time_wrapper(bp.count([det_with_count_time]), 0.5)',
    (d) => bpp.configureCountTimeWrapper(bp.count([d.detWithCountTime]), 0.5),
  ],
  ['bpp.stub_wrapper(bp.scan([det], motor, 0, 1, 2))', (d) => bpp.stubWrapper(bp.scan([d.det], d.motor, 0, 1, 2))],
  ['bpp.pchain(bps.mv(motor, 1), bps.mv(motor, 2))', (d) => bpp.pchain(bps.mv(d.motor, 1), bps.mv(d.motor, 2))],
  ['bpp.finalize_decorator(bps.null())(bps.null)()', () => bpp.finalizeDecorator(bps.null() as never)(bps.null)()],
  [
    'bpp.stage_wrapper(bps.null(), [pseudo1x3.pseudo1, pseudo1x3, det])',
    (d) => bpp.stageWrapper(bps.null(), [d.pseudo1x3.pseudo1, d.pseudo1x3, d.det]),
  ],
  [
    'motor_no_pos.set(2); bp.rel_scan([det], motor_no_pos, 0, 1, 2)',
    (d) => (d.motorNoPos.set(2), bp.relScan([d.det], d.motorNoPos as never, 0, 1, 2)),
  ],
  ['sig.put(2); bp.rel_scan([det], sig, 0, 1, 2)', (d) => (d.sig.set(2), bp.relScan([d.det], d.sig, 0, 1, 2))],
  [
    'pseudo1x3.pseudo1.set(2); bp.rel_scan([det], pseudo1x3.pseudo1, 0, 1, 2)',
    (d) => (d.pseudo1x3.pseudo1.set(2), bp.relScan([d.det], d.pseudo1x3.pseudo1, 0, 1, 2)),
  ],
  [
    'pseudo3x3.set(1, 2, 3); bp.rel_scan([det], pseudo3x3.pseudo1, 0, 1, pseudo3x3.pseudo2, 0, 1, 2)',
    (d) => (d.pseudo3x3.set([1, 2, 3]), bp.relScan([d.det], d.pseudo3x3.pseudo1, 0, 1, d.pseudo3x3.pseudo2, 0, 1, 2)),
  ],
  [
    'bps.mv(pseudo3x3.pseudo1, 1, pseudo3x3.pseudo2, 2, motor, 3)',
    (d) => bps.mv(d.pseudo3x3.pseudo1, 1, d.pseudo3x3.pseudo2, 2, d.motor, 3),
  ],
  [
    'bp.x2x_scan([det4], motor1, motor2, 1, 2, 2, md={"a": 1})',
    (d) => bp.x2xScan([d.det4], d.motor1, d.motor2, 1, 2, 2, { md: { a: 1 } }),
  ],
];

interface Ran {
  messages: unknown[];
  error: string | null;
}

async function ours(plan: Case[1]): Promise<Ran> {
  const messages: PlainMsg[] = [];
  const RE = new RunEngine();
  RE.msgHook = (msg) => messages.push(plainMsg(msg));
  const error = await RE(plan(hw())).then(
    () => null,
    (thrown: Error) => thrown.message,
  );
  return { messages: compared(messages), error };
}

/** Ids of wrappers' groups, and what Python leaves to chance, without meaning. */
function compared(messages: readonly PlainMsg[]): unknown[] {
  return JSON.parse(
    JSON.stringify(normalizeMessages(messages)).replace(/(flyers-(?:kickoff|complete))-\w{6}/g, '$1'),
  ) as unknown[];
}

function plainMsg({ command, obj, args, kwargs, run }: Msg): PlainMsg {
  return {
    command,
    obj: obj === null ? null : nameOf(obj),
    args: args.map((each) => (hasMethod(each, 'describe') ? { $obj: nameOf(each) } : each)),
    kwargs: JSON.parse(JSON.stringify(kwargs)) as Record<string, unknown>,
    run,
  };
}

describe('plans beside bluesky', () => {
  it('give the same messages, and errors with the same words', async () => {
    const { output } = await runPython(['tests/python/plans_peer.py'], JSON.stringify(CASES.map(([python]) => python)));
    const line = output.split('\n').find((each) => each.startsWith('[{"messages"')) ?? output;
    const theirs = JSON.parse(line) as { messages: PlainMsg[]; error: string | null }[];
    expect(theirs).toHaveLength(CASES.length);
    for (const [at, [python, plan]] of CASES.entries()) {
      const { messages, error } = theirs[at] as (typeof theirs)[number];
      expect.soft(await ours(plan), python).toEqual({ messages: compared(messages), error });
    }
    // Control: another plan gives other messages.
    const [first] = theirs;
    expect((await ours(({ det }) => bp.count([det], 3))).messages).not.toEqual(compared(first?.messages ?? []));
  }, 120_000);
});
