/**
 * Simulators: what a plan would do, without doing it.
 *
 * @module
 */
export { checkLimits } from './check-limits.js';
export { planCard } from './plan-card.js';
export type { PlanCard } from './plan-card.js';
export { plotRasterPath, RasterPath } from './raster-path.js';
export type { RasterPathOptions } from './raster-path.js';
export { assertMessageAndReturnRemaining, RunEngineSimulator, UnmatchedMessageError } from './run-engine-simulator.js';
export type { MessagePredicate, PlannedMsg, SimulatedDocument } from './run-engine-simulator.js';
export { summarizePlan, summarizePlan as printSummary } from './summarize-plan.js';
