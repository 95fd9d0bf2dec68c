/**
 * Preprocessors: plans around plans.
 *
 * @module
 */
export { contingencyWrapper, finalizeWrapper } from './contingency-wrapper.js';
export type { Contingencies } from './contingency-wrapper.js';
export { runWrapper } from './run-wrapper.js';
export { stageWrapper } from './stage-wrapper.js';
