/**
 * Plan stubs: the smallest plans, from which others are made with `yield*`.
 *
 * @module
 */
export {
  absSet,
  checkpoint,
  clearCheckpoint,
  closeRun,
  create,
  deferredPause,
  drop,
  mv,
  nullPlan,
  openRun,
  pause,
  read,
  save,
  sleep,
  stage,
  trigger,
  unstage,
  wait,
} from './plan-stubs.js';
export { oneShot, repeat } from './count.js';
export { movePerStep, oneNdStep } from './scan-nd.js';
export { triggerAndRead } from './trigger-and-read.js';
