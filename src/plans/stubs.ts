/**
 * Plan stubs: the smallest plans, from which others are made with `yield*`.
 *
 * @module
 */
export { collect, collectWhileCompleting, complete, completeAll, kickoff, kickoffAll, prepare } from './fly-stubs.js';
export type { CollectOptions, CollectWhileCompletingOptions, StartOptions } from './fly-stubs.js';
export { absSet, locate, mv, mvr, rd, relSet, stop } from './move-stubs.js';
export { mv as mov, mvr as movr } from './move-stubs.js';
export type { MoveOptions, ReadValue, SetOptions } from './move-stubs.js';
export {
  broadcastMsg,
  checkpoint,
  clearCheckpoint,
  closeRun,
  configure,
  create,
  declareStream,
  deferredPause,
  drop,
  inputPlan,
  installSuspender,
  monitor,
  nullPlan,
  openRun,
  pause,
  read,
  removeSuspender,
  save,
  sleep,
  subscribe,
  trigger,
  unmonitor,
  unsubscribe,
  wait,
  waitFor,
} from './plan-stubs.js';
// bluesky's own name, which JavaScript reserves elsewhere: `import * as bps`, then `bps.null()`.
export { nullPlan as null } from './plan-stubs.js';
export type { DeclareStreamOptions, WaitOptions } from './plan-stubs.js';
export { cachingRepeater, repeat, repeater } from './repeat.js';
export type { RepeatOptions } from './repeat.js';
export { stage, stageAll, unstage, unstageAll } from './stage-stubs.js';
export type { StageOptions } from './stage-stubs.js';
export { movePerStep, one1dStep, oneNdStep, oneShot } from './step-stubs.js';
export type { PosCache } from './step-stubs.js';
export { triggerAndRead } from './trigger-and-read.js';
export type { TakeReading } from './trigger-and-read.js';
