import { ndArray } from '../../documents/index.js';
import type { NDArray } from '../../documents/index.js';
import { Signal } from '../signal.js';
import { ABDetector } from './ab-detector.js';
import { DetWithConf } from './det-with-conf.js';
import { DetWithCountTime } from './det-with-count-time.js';
import { DirectImage } from './direct-image.js';
import { InvariantSignal } from './invariant-signal.js';
import { MockFlyer } from './mock-flyer.js';
import { seededRandom } from './random.js';
import { SPseudo1x3 } from './s-pseudo-1x3.js';
import { SPseudo3x3 } from './s-pseudo-3x3.js';
import { Syn2DGauss } from './syn-2d-gauss.js';
import { SynAxisEmptyHints } from './syn-axis-empty-hints.js';
import { SynAxisNoHints } from './syn-axis-no-hints.js';
import { SynAxisNoPosition } from './syn-axis-no-position.js';
import { SynAxis } from './syn-axis.js';
import { SynGauss } from './syn-gauss.js';
import { SynPeriodicSignal } from './syn-periodic-signal.js';
import { SynSignalWithRegistry } from './syn-signal-with-registry.js';
import { SynSignal } from './syn-signal.js';
import { NewTrivialFlyer, TrivialFlyer } from './trivial-flyer.js';

/** How a set of simulated devices is made. */
export interface HardwareOptions {
  /** The folder for the files of `img`; default: a new temporary one. */
  savePath?: string;
  /** Makes all noise repeatable. */
  seed?: number;
}

/** All simulated devices, by the names of their exports. */
export interface Hardware {
  motor: SynAxis;
  motor1: SynAxis;
  motor2: SynAxis;
  motor3: SynAxis;
  jitteryMotor1: SynAxis;
  jitteryMotor2: SynAxis;
  noisyDet: SynGauss;
  det: SynGauss;
  identicalDet: SynGauss;
  det1: SynGauss;
  det2: SynGauss;
  det3: SynGauss;
  det4: Syn2DGauss;
  det5: Syn2DGauss;
  flyer1: MockFlyer;
  flyer2: MockFlyer;
  trivialFlyer: TrivialFlyer;
  newTrivialFlyer: NewTrivialFlyer;
  abDet: ABDetector;
  directImg: DirectImage;
  directImgList: DirectImage;
  img: SynSignalWithRegistry;
  invariant1: InvariantSignal;
  invariant2: InvariantSignal;
  pseudo3x3: SPseudo3x3;
  pseudo1x3: SPseudo1x3;
  sig: Signal;
  boolSig: Signal<boolean>;
  signal: SynSignal;
  detWithConf: DetWithConf;
  detWithCountTime: DetWithCountTime;
  rand: SynPeriodicSignal;
  rand2: SynPeriodicSignal;
  motorNoPos: SynAxisNoPosition;
  motorEmptyHints1: SynAxisEmptyHints;
  motorEmptyHints2: SynAxisEmptyHints;
  motorNoHints1: SynAxisNoHints;
  motorNoHints2: SynAxisNoHints;
}

/**
 * Makes a new set of all simulated devices, which shares nothing with the exported ones or with another set.
 *
 * @param options - `seed` makes all noise repeatable; `savePath` is where `img` writes its files
 *
 * @example
 * ```ts
 * const { noisyDet, motor } = hw({ seed: 7 })
 * await RE(scan([noisyDet], motor, -3, 3, 31), new LivePlot('noisy_det', 'motor'))
 * ```
 */
export function hw({ savePath, seed }: HardwareOptions = {}): Hardware {
  const { motor, motor1, motor2, motor3, ...special } = motors(seed);
  const det = new SynGauss({ name: 'det', motor });
  return {
    motor,
    motor1,
    motor2,
    motor3,
    ...special,
    det,
    identicalDet: new SynGauss({ name: 'det', motor }),
    noisyDet: new SynGauss({ name: 'noisy_det', motor, noise: 'uniform', noiseMultiplier: 0.1, ...seeded(seed, 0) }),
    det1: new SynGauss({ name: 'det1', motor: motor1, Imax: 5, sigma: 0.5 }),
    det2: new SynGauss({ name: 'det2', motor: motor2, center: 1, Imax: 2, sigma: 2 }),
    det3: new SynGauss({ name: 'det3', motor: motor3, center: -1, Imax: 2, sigma: 1 }),
    det4: new Syn2DGauss({ name: 'det4', motors: [motor1, motor2] }),
    det5: new Syn2DGauss({ name: 'det5', motors: [special.jitteryMotor1, special.jitteryMotor2] }),
    flyer1: new MockFlyer({ name: 'flyer1', detector: det, motor, start: 1, stop: 5, num: 20 }),
    flyer2: new MockFlyer({ name: 'flyer2', detector: det, motor, start: 1, stop: 5, num: 10 }),
    trivialFlyer: new TrivialFlyer(),
    newTrivialFlyer: new NewTrivialFlyer(),
    ...images(savePath),
    ...signals(seed),
    pseudo3x3: new SPseudo3x3({ name: 'pseudo3x3' }),
    pseudo1x3: new SPseudo1x3({ name: 'pseudo1x3' }),
  };
}

type Motors = Pick<Hardware, Extract<keyof Hardware, `motor${string}` | `jittery${string}`>>;

function motors(seed: number | undefined): Motors {
  const jittery = (name: string, nth: number): SynAxis => {
    const random = seed === undefined ? Math.random : seededRandom(seed + nth);
    return new SynAxis({ name, readbackFunc: (x) => x + random() });
  };
  return {
    motor: new SynAxis({ name: 'motor' }),
    motor1: new SynAxis({ name: 'motor1' }),
    motor2: new SynAxis({ name: 'motor2' }),
    motor3: new SynAxis({ name: 'motor3' }),
    jitteryMotor1: jittery('jittery_motor1', 1),
    jitteryMotor2: jittery('jittery_motor2', 2),
    motorNoPos: new SynAxisNoPosition({ name: 'motor' }),
    motorEmptyHints1: new SynAxisEmptyHints({ name: 'motor1' }),
    motorEmptyHints2: new SynAxisEmptyHints({ name: 'motor2' }),
    motorNoHints1: new SynAxisNoHints({ name: 'motor1' }),
    motorNoHints2: new SynAxisNoHints({ name: 'motor2' }),
  };
}

const DETECTOR: { labels: readonly string[] } = { labels: ['detectors'] };

function images(savePath: string | undefined): Pick<Hardware, 'directImg' | 'directImgList' | 'img'> {
  const ones = (): NDArray => ndArray(new Float64Array(100).fill(1), [10, 10]);
  const rows = (): number[][] => Array.from({ length: 10 }, () => new Array<number>(10).fill(1));
  return {
    directImg: new DirectImage({ ...DETECTOR, name: 'direct', field: 'img', func: ones }),
    directImgList: new DirectImage({ ...DETECTOR, name: 'direct', field: 'direct_img_list', func: rows }),
    img: new SynSignalWithRegistry({ ...DETECTOR, name: 'img', func: ones, ...(savePath ? { savePath } : {}) }),
  };
}

type Signals = Pick<
  Hardware,
  | 'abDet'
  | 'invariant1'
  | 'invariant2'
  | 'sig'
  | 'boolSig'
  | 'signal'
  | 'detWithConf'
  | 'detWithCountTime'
  | 'rand'
  | 'rand2'
>;

function signals(seed: number | undefined): Signals {
  return {
    abDet: new ABDetector({ ...DETECTOR, name: 'det', ...seeded(seed, 3) }),
    invariant1: new InvariantSignal({ ...DETECTOR, name: 'invariant1', func: () => 0 }),
    invariant2: new InvariantSignal({ ...DETECTOR, name: 'invariant2', func: () => 0 }),
    sig: new Signal({ name: 'sig', value: 0 }),
    // ophyd counts booleans among the numbers.
    boolSig: new Signal<boolean>({ ...DETECTOR, name: 'bool_sig', value: false, dtype: 'number' }),
    signal: new SynSignal({ name: 'signal' }),
    detWithConf: new DetWithConf({ ...DETECTOR, name: 'det' }),
    detWithCountTime: new DetWithCountTime({ ...DETECTOR, name: 'det' }),
    rand: new SynPeriodicSignal({ ...DETECTOR, name: 'rand', ...seeded(seed, 4) }),
    rand2: new SynPeriodicSignal({ ...DETECTOR, name: 'rand2', ...seeded(seed, 5) }),
  };
}

/** Each device scatters in its own way. */
function seeded(seed: number | undefined, nth: number): { seed?: number } {
  return seed === undefined ? {} : { seed: seed + nth };
}
