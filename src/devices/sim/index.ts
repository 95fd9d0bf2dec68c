/**
 * Simulated devices to try things with; names and formulas are those of ophyd's.
 *
 * @module
 */
import type { Hardware } from './hardware.js';
import { hw } from './hardware.js';

export { ABDetector } from './ab-detector.js';
export type { ABDetectorOptions } from './ab-detector.js';
export { DetWithConf } from './det-with-conf.js';
export { DetWithCountTime } from './det-with-count-time.js';
export { DirectImage } from './direct-image.js';
export type { DirectImageOptions } from './direct-image.js';
export { hw } from './hardware.js';
export type { Hardware, HardwareOptions } from './hardware.js';
export { InvariantSignal } from './invariant-signal.js';
export { MockFlyer } from './mock-flyer.js';
export type { MockFlyerOptions } from './mock-flyer.js';
export type { Noise } from './noise.js';
export { SPseudo1x3 } from './s-pseudo-1x3.js';
export { SPseudo3x3 } from './s-pseudo-3x3.js';
export { Syn2DGauss } from './syn-2d-gauss.js';
export type { Syn2DGaussOptions } from './syn-2d-gauss.js';
export { SynAxis } from './syn-axis.js';
export { SynAxisEmptyHints } from './syn-axis-empty-hints.js';
export { SynAxisNoHints } from './syn-axis-no-hints.js';
export { SynAxisNoPosition } from './syn-axis-no-position.js';
export type { SynAxisOptions } from './syn-axis.js';
export { SynGauss } from './syn-gauss.js';
export type { SynGaussOptions } from './syn-gauss.js';
export type { SynPeakOptions } from './syn-peak.js';
export { SynPeriodicSignal } from './syn-periodic-signal.js';
export type { SynPeriodicSignalOptions } from './syn-periodic-signal.js';
export { SynSignal } from './syn-signal.js';
export type { SynSignalOptions } from './syn-signal.js';
export { SynSignalRO } from './syn-signal-ro.js';
export { SynSignalWithRegistry } from './syn-signal-with-registry.js';
export type { Picture, SynSignalWithRegistryOptions } from './syn-signal-with-registry.js';
export { NewTrivialFlyer, TrivialFlyer } from './trivial-flyer.js';

const devices: Hardware = hw();

/** A simulated motor; `motor.delay = 0.2` makes its moves take time. */
export const motor: Hardware['motor'] = devices.motor;
/** A second simulated motor. */
export const motor1: Hardware['motor1'] = devices.motor1;
/** A third simulated motor. */
export const motor2: Hardware['motor2'] = devices.motor2;
/** A fourth simulated motor. */
export const motor3: Hardware['motor3'] = devices.motor3;
/** A motor that stands up to 1 beyond where it was sent. */
export const jitteryMotor1: Hardware['jitteryMotor1'] = devices.jitteryMotor1;
/** A second motor that stands up to 1 beyond where it was sent. */
export const jitteryMotor2: Hardware['jitteryMotor2'] = devices.jitteryMotor2;
/** A motor named `motor` that says where it is only when it is read. */
export const motorNoPos: Hardware['motorNoPos'] = devices.motorNoPos;
/** A motor named `motor1` whose hints are empty. */
export const motorEmptyHints1: Hardware['motorEmptyHints1'] = devices.motorEmptyHints1;
/** A motor named `motor2` whose hints are empty. */
export const motorEmptyHints2: Hardware['motorEmptyHints2'] = devices.motorEmptyHints2;
/** A motor named `motor1` without hints, which reads only its setpoint. */
export const motorNoHints1: Hardware['motorNoHints1'] = devices.motorNoHints1;
/** A motor named `motor2` without hints, which reads only its setpoint. */
export const motorNoHints2: Hardware['motorNoHints2'] = devices.motorNoHints2;

/** Sees a peak of height 1 and width 1 where `motor` is 0. */
export const det: Hardware['det'] = devices.det;
/** Another detector of the name and the peak of `det`. */
export const identicalDet: Hardware['identicalDet'] = devices.identicalDet;
/** Like `det`, with noise of plus or minus 0.1. */
export const noisyDet: Hardware['noisyDet'] = devices.noisyDet;
/** Sees a peak of height 5 and width 0.5 where `motor1` is 0. */
export const det1: Hardware['det1'] = devices.det1;
/** Sees a peak of height 2 and width 2 where `motor2` is 1. */
export const det2: Hardware['det2'] = devices.det2;
/** Sees a peak of height 2 and width 1 where `motor3` is -1. */
export const det3: Hardware['det3'] = devices.det3;
/** Sees a peak of height 1 and width 1 where `motor1` and `motor2` are 0. */
export const det4: Hardware['det4'] = devices.det4;
/** Sees a peak of height 1 and width 1 where `jitteryMotor1` and `jitteryMotor2` are 0. */
export const det5: Hardware['det5'] = devices.det5;

/** A detector named `det` of two random values, of which one is hinted. */
export const abDet: Hardware['abDet'] = devices.abDet;
/** A camera whose pictures of 10 x 10 ones stand in the events. */
export const directImg: Hardware['directImg'] = devices.directImg;
/** The same with pictures that are lists of lists. */
export const directImgList: Hardware['directImgList'] = devices.directImgList;
/** A camera that writes pictures of 10 x 10 ones to files, and reads where they lie. */
export const img: Hardware['img'] = devices.img;
/** Always reads 0, at the time 0. */
export const invariant1: Hardware['invariant1'] = devices.invariant1;
/** Always reads 0, at the time 0. */
export const invariant2: Hardware['invariant2'] = devices.invariant2;
/** A detector named `det` that reads 1 and 2, with the settings 3 and 4. */
export const detWithConf: Hardware['detWithConf'] = devices.detWithConf;
/** A detector named `det` with a count time. */
export const detWithCountTime: Hardware['detWithCountTime'] = devices.detWithCountTime;
/** Changes by itself about once a second, to a number in [0, 1), while somebody is subscribed. */
export const rand: Hardware['rand'] = devices.rand;
/** A second one that changes by itself. */
export const rand2: Hardware['rand2'] = devices.rand2;
/** A number that is remembered. */
export const sig: Hardware['sig'] = devices.sig;
/** True or false, remembered; described as a number, as in ophyd. */
export const boolSig: Hardware['boolSig'] = devices.boolSig;
/** A signal that keeps its value when it is triggered. */
export const signal: Hardware['signal'] = devices.signal;

/** Flies over 20 points of `motor` from 1 to 5, with `det`. */
export const flyer1: Hardware['flyer1'] = devices.flyer1;
/** Flies over 10 points of `motor` from 1 to 5, with `det`. */
export const flyer2: Hardware['flyer2'] = devices.flyer2;
/** Flies without doing anything, and gives 100 events without data. */
export const trivialFlyer: Hardware['trivialFlyer'] = devices.trivialFlyer;
/** The same, with assets of which it has none. */
export const newTrivialFlyer: Hardware['newTrivialFlyer'] = devices.newTrivialFlyer;

/** Three axes that are three real ones the other way round. */
export const pseudo3x3: Hardware['pseudo3x3'] = devices.pseudo3x3;
/** One axis that moves three real ones, the other way round. */
export const pseudo1x3: Hardware['pseudo1x3'] = devices.pseudo1x3;
