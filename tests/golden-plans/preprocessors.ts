import { messageOf } from '../../src/text/index.js';
import type { Plan } from '../../src/engine/index.js';
import { count, listScan, scan } from '../../src/plans/index.js';
import type { PerStep } from '../../src/plans/index.js';
import * as bpp from '../../src/plans/preprocessors/index.js';
import * as bps from '../../src/plans/stubs.js';
import type { GoldenPlans } from './golden-plan.js';

/** Plans around plans, and decorators. */
export const PREPROCESSED: GoldenPlans = {
  pp_baseline: ({ det, motor, motor1, motor2 }) => {
    motor1.set(4.5);
    return bpp.baselineWrapper(scan([det], motor, 0, 1, 3), [motor1, motor2]);
  },
  pp_baseline_decorator: ({ det, motor3, sig }) =>
    bpp.baselineDecorator([motor3, sig], { name: 'before_after' })(function* (): Plan<string> {
      return yield* count([det], 2);
    })(),
  pp_contingency: ({ motor, motor1 }) =>
    bpp.contingencyWrapper(
      (function* (): Plan {
        yield* bps.openRun();
        yield* bps.null();
        // Python writes a KeyError's text in quotes.
        throw new Error("'k'");
      })(),
      {
        *exceptPlan(error): Plan {
          yield* bps.mv(motor, 1);
          yield* bps.closeRun({ exitStatus: 'fail', reason: `handled ${messageOf(error)}` });
        },
        elsePlan: () => bps.mv(motor, 2),
        finalPlan: () => bps.mv(motor1, 3),
        autoRaise: false,
      },
    ),
  pp_inject_md: ({ det }) => bpp.injectMdWrapper(count([det], { md: { a: 1, b: 2 } }), { b: 3, c: 4 }),
  pp_monitor_during: ({ det, motor, sig }) => {
    const slow: PerStep = function* slow(detectors, step, posCache) {
      yield* bps.oneNdStep(detectors, step, posCache);
      yield* bps.mv(sig, (posCache.get(motor) as number) + 1);
      yield* bps.sleep(0.05);
    };
    return bpp.monitorDuringWrapper(scan([det], motor, 0, 1, 2, { perStep: slow }), [sig]);
  },
  pp_print_summary: ({ det }) => bpp.printSummaryWrapper(count([det])),
  pp_relative_set: ({ det, motor }) => {
    motor.set(10);
    return bpp.relativeSetWrapper(listScan([det], motor, [1, 2]), [motor]);
  },
  pp_reset_positions: ({ det, motor }) => {
    motor.set(10);
    return bpp.resetPositionsWrapper(listScan([det], motor, [1, 2]));
  },
  pp_stub_wrapper: ({ det }) => bpp.runWrapper(bpp.stubWrapper(count([det], 2))),
  pp_subs: ({ det }, _, tap) =>
    bpp.subsWrapper(count([det], 2), {
      all: [tap('all')],
      event: [tap('ev')],
      start: tap('st'),
      stop: [tap('sp')],
      descriptor: tap('ds'),
    }),
  pp_subs_decorator: ({ det, motor }, _, tap) =>
    bpp.subsDecorator(tap('x'))(function* (): Plan {
      yield* count([det]);
      yield* scan([det], motor, 0, 1, 2);
    })(),
  pp_supplemental: ({ det, motor1 }, RE) => {
    RE.preprocessors.push(new bpp.SupplementalData({ baseline: [motor1], monitors: [], flyers: [] }));
    return (function* (): Plan<string> {
      return yield* count([det]);
    })();
  },
};
