import { hw, SynAxis, SynGauss } from '../src/devices/sim/index.js';
import type { Hardware } from '../src/devices/sim/index.js';
export type { Hardware } from '../src/devices/sim/index.js';
import type { DataKeys, Readings } from '../src/devices/index.js';
import { Status } from '../src/devices/index.js';
import { Msg } from '../src/engine/index.js';
import type { Plan } from '../src/engine/index.js';
import { count, scan } from '../src/plans/index.js';
import type { PerStep } from '../src/plans/index.js';
import {
  finalizeWrapper,
  runDecorator,
  runWrapper,
  setRunKeyWrapper,
  stageWrapper,
} from '../src/plans/preprocessors/index.js';
import * as bps from '../src/plans/stubs.js';
import { DEVICES } from './golden-plans/devices.js';
import type { GoldenPlans } from './golden-plans/golden-plan.js';
import { PREPROCESSED } from './golden-plans/preprocessors.js';
import { SCANS } from './golden-plans/scans.js';

export type { GoldenPlan } from './golden-plans/golden-plan.js';

/** The simulated devices of one case, new for each, as ophyd's `hw()` makes them. */
export function hardware(): Hardware {
  return hw();
}

/** A motor that stalls beyond 2; the recording names its class. */
class Bad extends SynAxis {
  override set(value: number): Status {
    if (value < 2) return super.set(value);
    const status = new Status();
    status.setException(new Error('motor stalled'));
    return status;
  }
}

/** A camera that goes offline at its second picture. */
class BadDetector {
  readonly name = 'baddet';
  readonly hints = { fields: [] };
  #pictures = 0;

  trigger(): Status {
    this.#pictures += 1;
    if (this.#pictures === 2) throw new Error('camera offline');
    return Status.finished();
  }

  read = (): Readings => ({ baddet: { value: 1.5, timestamp: 0 } });
  describe = (): DataKeys => ({ baddet: { source: 'SIM:baddet', dtype: 'number', shape: [], precision: 3 } });
  readConfiguration = (): Readings => this.read();
  describeConfiguration = (): DataKeys => this.describe();

  toString = (): string => "BadDet(name='baddet', value=1.5, timestamp=0.0)";
}

/** The plan of most `pause_...` cases: pauses once, before its second point. */
function* pausable({ motor, det }: Hardware, pause: () => Plan): Plan {
  let paused = false;
  yield* bps.openRun({ tag: 'pausable' });
  for (let i = 0; i < 4; i++) {
    yield* bps.checkpoint();
    yield* bps.mv(motor, i);
    if (i === 1 && !paused) {
      paused = true;
      yield* pause();
    }
    yield* bps.triggerAndRead([det, motor]);
  }
  yield* bps.closeRun();
}

function* openRuns(times: number): Plan {
  for (let i = 0; i < times; i++) yield* bps.openRun();
}

/** The plans of all recorded cases, by name. */
export const GOLDEN_PLANS: GoldenPlans = {
  ...SCANS,
  ...PREPROCESSED,
  ...DEVICES,
  count_1: ({ det }) => count([det]),
  count_num3: ({ det1, det2 }) => count([det1, det2], 3),
  count_num0: ({ det }) => count([det], 0),
  count_delay_scalar: ({ det }) => count([det], 3, 0.1, { md: { sample: 'Si', purpose: 'test' } }),
  count_delay_list: ({ det }) => count([det], { num: 4, delay: [0.05, 0.1, 0.05] }),
  count_delay_too_short: ({ det }) => count([det], 4, [0.05]),
  count_num_none_delay_list: ({ det }) => count([det], null, [0.05, 0.05]),
  count_detectors_not_list: ({ det }) => count(det as never),
  count_num_none_paused: ({ det }) => {
    let shots = 0;
    return count([det], null, 0.05, {
      *perShot(detectors): Plan {
        yield* bps.oneShot(detectors);
        shots += 1;
        if (shots === 3) yield* bps.pause();
      },
    });
  },
  scan_1m: ({ det, motor }) => scan([det], motor, -1, 1, 5),
  scan_2m: ({ det, det4, motor1, motor2 }) => scan([det, det4], motor1, -1.5, 1.5, motor2, -0.1, 0.1, 4),
  scan_num_kw: ({ det1, motor1 }) => scan([det1], motor1, 1, 5, { num: 5, md: { operator: 'anna' } }),
  scan_per_step: ({ det, motor }) => {
    const my_step: PerStep = function* my_step(detectors, step, known) {
      yield* bps.movePerStep(step, known);
      yield* bps.triggerAndRead([...detectors, ...step.keys()], 'custom');
    };
    return scan([det], motor, 0, 2, 3, { perStep: my_step });
  },
  scan_motor_no_hints: ({ det1, motorNoHints1 }) => scan([det1], motorNoHints1, 0, 1, 2),
  scan_motor_empty_hints: ({ det1, motorEmptyHints1 }) => scan([det1], motorEmptyHints1, 0, 1, 2),
  md_list_plan: () => [new Msg('open_run', null, [], { purpose: 'list' }), new Msg('close_run')],
  md_merge: ({ det }) => count([det], { md: { a: 'plan', b: 'plan', plan_name: 'renamed' } }),
  md_normalizer: ({ det }, RE) => {
    RE.mdNormalizer = (md) => Object.fromEntries(Object.entries(md).map(([key, value]) => [key.toLowerCase(), value]));
    return count([det], { md: { X: 5 } });
  },
  md_bad_sample: ({ det }) => count([det], { md: { sample: [1, 2] } }),
  md_custom_scan_id_source: ({ det }) => count([det]),
  md_hints_override: ({ det, motor }) =>
    scan([det], motor, 0, 1, 2, { md: { hints: { dimensions: [[['motor_setpoint'], 'primary']] } } }),
  *md_scan_id_start({ det }): Plan {
    yield* count([det]);
    yield* count([det]);
  },
  *multi_run({ det, motor }): Plan<string[]> {
    return [yield* count([det]), yield* scan([det], motor, 0, 1, 2)];
  },
  pause_hard_resume: (hw) => pausable(hw, bps.pause),
  pause_stop: (hw) => pausable(hw, bps.pause),
  pause_record_interruptions: (hw, RE) => {
    RE.recordInterruptions = true;
    return pausable(hw, bps.pause);
  },
  pause_abort: (hw) => pausable(hw, bps.pause),
  pause_halt: (hw) => pausable(hw, bps.pause),
  pause_deferred_resume: (hw) => pausable(hw, bps.deferredPause),
  pause_finalize_abort: (hw) => finalizeWrapper(pausable(hw, bps.pause), () => bps.mv(hw.motor1, -7)),
  *pause_clear_checkpoint(): Plan {
    yield* bps.openRun();
    yield* bps.clearCheckpoint();
    yield* bps.pause();
    yield* bps.closeRun();
  },
  *pause_after_read_rewind({ det, det1, motor }): Plan {
    let paused = false;
    yield* bps.openRun();
    for (let i = 0; i < 3; i++) {
      yield* bps.checkpoint();
      yield* bps.mv(motor, i);
      yield* bps.triggerAndRead([det, motor]);
      yield* bps.triggerAndRead([det1], 'second');
      if (i === 1 && !paused) {
        paused = true;
        yield* bps.pause();
      }
    }
    yield* bps.closeRun();
  },
  pause_staged_abort: ({ det, motor }) => {
    const perStep: PerStep = function* ps(detectors, step, known) {
      yield* bps.movePerStep(step, known);
      yield* bps.triggerAndRead([...detectors, ...step.keys()]);
      if (step.get(motor) === 1) yield* bps.pause();
    };
    return scan([det], motor, 0, 3, 4, { perStep });
  },
  open_twice: () => openRuns(2),
  close_without_open: () => bps.closeRun(),
  create_without_open: () => bps.create(),
  *run_left_open({ det }): Plan {
    yield* bps.openRun();
    yield* bps.triggerAndRead([det]);
  },
  drop_event: ({ det }) =>
    runWrapper(
      (function* (): Plan {
        yield* bps.create('primary');
        yield* bps.read(det);
        yield* bps.drop();
        yield* bps.triggerAndRead([det]);
      })(),
    ),
  multi_stream: ({ det, det1, motor }) =>
    runWrapper(
      (function* (): Plan {
        for (let i = 0; i < 3; i++) {
          yield* bps.mv(motor, i);
          yield* bps.triggerAndRead([det, motor]);
          if (i !== 1) yield* bps.triggerAndRead([det1], 'dark');
        }
      })(),
    ),
  *unknown_command(): Plan {
    yield new Msg('nonsense');
  },
  different_objs_error: ({ det, det1 }) =>
    runWrapper(
      (function* (): Plan {
        yield* bps.triggerAndRead([det]);
        yield* bps.triggerAndRead([det1]);
      })(),
    ),
  collision_error: ({ det, motor }) => runWrapper(bps.triggerAndRead([det, new SynGauss({ name: 'det', motor })])),
  device_fail_trigger: () => count([new BadDetector()], 3),
  device_fail_status: ({ det }) => scan([det], new Bad({ name: 'badmotor' }), 0, 3, 4),
  repeat_stub: ({ det }) => runWrapper(bps.repeat(() => bps.triggerAndRead([det]), 3, 0)),
  pp_run_wrapper_fail: ({ det }) =>
    runWrapper(
      (function* (): Plan {
        yield* bps.triggerAndRead([det]);
        yield* bps.triggerAndRead([det]);
        throw new RangeError('too hot: 300 K');
      })(),
    ),
  pp_run_decorator: ({ det, motor }) =>
    runDecorator({ md: { hello: 'world' } })(function* (): Plan {
      for (let i = 0; i < 2; i++) {
        yield* bps.checkpoint();
        yield* bps.mv(motor, i);
        yield* bps.triggerAndRead([motor, det]);
      }
    })(),
  pp_stage_run: ({ det, motor }) =>
    stageWrapper(runWrapper(bps.triggerAndRead([det, motor], 'alt'), { a: 1 }), [det, motor]),
  pp_finalize_ok: ({ det, motor }) => finalizeWrapper(count([det]), () => bps.mv(motor, 99)),
  pp_finalize_fail: ({ det, motor }) =>
    finalizeWrapper(
      (function* (): Plan {
        yield* bps.openRun({ tag: 'bad' });
        yield* bps.triggerAndRead([det]);
        throw new Error('beam lost');
      })(),
      () => bps.mv(motor, 99),
    ),
  pp_set_run_key: ({ det, det1 }) => {
    const inner = function* (i: number): Plan {
      yield* bps.openRun({ which: 'inner', i });
      yield* bps.triggerAndRead([det1]);
      yield* bps.closeRun();
    };
    const outer = function* (): Plan {
      yield* bps.openRun({ which: 'outer' });
      for (let i = 0; i < 2; i++) {
        yield* bps.triggerAndRead([det]);
        yield* setRunKeyWrapper(inner(i), 'b');
      }
      yield* bps.closeRun();
    };
    return setRunKeyWrapper(outer(), 'a');
  },
  *mv_groups({ motor, motor1, motor2 }): Plan<unknown> {
    yield* bps.mv(motor1, 1, motor2, 2);
    yield* bps.absSet(motor, 3, { wait: true });
    yield* bps.absSet(motor, 4, { group: 'g' });
    yield* bps.wait('g');
    yield* bps.mvr(motor, 1, motor1, -1);
    return yield* bps.rd(motor);
  },
  *rd_stubs({ det, motor }): Plan<unknown> {
    const a = yield* bps.rd(det);
    yield* bps.trigger(det, { wait: true });
    return [a, yield* bps.rd(motor)];
  },
};
