/**
 * Suspenders: they hold up a plan while a signal is bad.
 *
 * @module
 */
export { InstalledSuspenders } from './installed-suspenders.js';
export { SuspendInBand, SuspendOutBand, SuspendWhenOutsideBand } from './suspend-band.js';
export { SuspendBoolHigh, SuspendBoolLow } from './suspend-bool.js';
export { SuspendCeil, SuspendFloor } from './suspend-threshold.js';
export type { ThresholdOptions } from './suspend-threshold.js';
export { SuspendWhenChanged } from './suspend-when-changed.js';
export type { WhenChangedOptions } from './suspend-when-changed.js';
export { SuspenderBase } from './suspender-base.js';
export type { SuspendableEngine, Suspender, SuspenderOptions } from './suspender-base.js';
export type { WatchedSignal } from './watched-signal.js';
