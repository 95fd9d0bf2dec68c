/**
 * Preprocessors: plans around plans, and decorators for functions that make plans.
 *
 * @module
 */
export { baselineDecorator, baselineWrapper } from './baseline-wrapper.js';
export type { BaselineName } from './baseline-wrapper.js';
export { configureCountTimeDecorator, configureCountTimeWrapper } from './configure-count-time-wrapper.js';
export { contingencyDecorator, contingencyWrapper } from './contingency-wrapper.js';
export type { Contingencies } from './contingency-wrapper.js';
export type { PlanDecorator, PlanDecoratorTo } from './decorator.js';
export { finalizeDecorator, finalizeWrapper } from './finalize-wrapper.js';
export type { FinalPlan } from './finalize-wrapper.js';
export { flyDuringDecorator, flyDuringWrapper } from './fly-during-wrapper.js';
export { injectMdDecorator, injectMdWrapper } from './inject-md-wrapper.js';
export { lazilyStageDecorator, lazilyStageWrapper } from './lazily-stage-wrapper.js';
export { monitorDuringDecorator, monitorDuringWrapper } from './monitor-during-wrapper.js';
export { msgMutator } from './msg-mutator.js';
export { pchain } from './pchain.js';
export { planMutator } from './plan-mutator.js';
export type { MessagePlans } from './plan-mutator.js';
export { printSummaryWrapper } from './print-summary-wrapper.js';
export { relativeSetDecorator, relativeSetWrapper } from './relative-set-wrapper.js';
export { resetPositionsDecorator, resetPositionsWrapper } from './reset-positions-wrapper.js';
export { rewindableDecorator, rewindableWrapper } from './rewindable-wrapper.js';
export { runDecorator, runWrapper } from './run-wrapper.js';
export type { RunMetadata } from './run-wrapper.js';
export { setRunKeyDecorator, setRunKeyWrapper } from './set-run-key-wrapper.js';
export { stageDecorator, stageWrapper } from './stage-wrapper.js';
export { stubDecorator, stubWrapper } from './stub-wrapper.js';
export { subsDecorator, subsWrapper } from './subs-wrapper.js';
export { SupplementalData } from './supplemental-data.js';
export type { SupplementalDevices } from './supplemental-data.js';
export { suspendDecorator, suspendWrapper } from './suspend-wrapper.js';
