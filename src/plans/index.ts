/**
 * Plans: what to do in an experiment, as generators of messages.
 *
 * @module
 */
export { PlanArgumentError } from './check-arguments.js';
export { count, oneShot, repeat } from './count.js';
export type { CountOptions } from './count.js';
export { plan } from './plan.js';
export { absSet, mv, sleep } from './plan-stubs.js';
export { movePerStep, oneNdStep } from './scan-nd.js';
export type { PerStep } from './scan-nd.js';
export { scan } from './scan.js';
export type { ScanOptions } from './scan.js';
export { triggerAndRead } from './trigger-and-read.js';
