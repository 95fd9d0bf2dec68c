import { Signal, SoftPositioner, Status } from '../../src/devices/index.js';
import { ABDetector, DetWithConf } from '../../src/devices/sim/index.js';
import type { Plan } from '../../src/engine/index.js';
import { count, fly, rampPlan, scan } from '../../src/plans/index.js';
import { runDecorator, runWrapper } from '../../src/plans/preprocessors/index.js';
import * as bps from '../../src/plans/stubs.js';
import type { GoldenPlans } from './golden-plan.js';

/** Devices of all kinds: flyers, pictures, pseudo axes, positioners with limits, and settings that change. */
export const DEVICES: GoldenPlans = {
  caching_repeater: ({ det }) => runWrapper(bps.cachingRepeater(2, bps.triggerAndRead([det]))),
  count_flying_types: ({ boolSig, sig }) => {
    boolSig.set(true);
    sig.set(7);
    const strsig = new Signal({ name: 'strsig', value: 'hello' });
    return count([boolSig, sig, strsig, new DetWithConf({ name: 'dwc' }), new ABDetector({ name: 'ab' })], 2);
  },
  count_image_array: ({ directImg }) => count([directImg], 2),
  count_image_resource: ({ img }) => count([img], 2),
  count_noisy: ({ noisyDet }) => count([noisyDet], 5),
  declare_stream: ({ det, motor }) =>
    runDecorator()(function* (): Plan {
      yield* bps.declareStream(det, motor, { name: 'primary' });
      yield* bps.triggerAndRead([det, motor]);
    })(),
  fly_flyer2: ({ flyer2 }) => fly([flyer2]),
  fly_trivial: ({ trivialFlyer }) => fly([trivialFlyer]),
  ramp_plan: ({ det, sig }) => {
    let times = 0;
    const status = new Status();
    const inner = function* (): Plan {
      times += 1;
      yield* bps.triggerAndRead([det]);
      if (times === 3) status.setFinished();
    };
    const go = function* (): Plan<Status> {
      yield* bps.null();
      return status;
    };
    return rampPlan(go(), sig, inner, { period: null });
  },
  scan_pseudo: ({ det, pseudo1x3 }) => scan([det], pseudo1x3.pseudo1, 0, 1, 2),
  set_limit_error: () => {
    const softmot = new SoftPositioner({ name: 'softmot', limits: [-10, 10], initPos: 0 });
    return runWrapper(bps.mv(softmot, 50));
  },
  soft_positioner_scan: ({ det }) =>
    scan([det], new SoftPositioner({ name: 'softmot', limits: [-10, 10], initPos: 0, units: 'deg' }), 0, 2, 3),
  soft_signal_scan: ({ det }) => scan([det], new Signal({ name: 's', value: 0 }), 0, 2, 3),
  two_descriptors_after_configure: ({ det }) =>
    runDecorator()(function* (): Plan {
      yield* bps.triggerAndRead([det]);
      yield* bps.configure(det, { Imax: 5 });
      yield* bps.triggerAndRead([det]);
    })(),
};
