/**
 * Plans: what to do in an experiment, as generators of messages.
 *
 * @module
 */
export { adaptiveScan, relAdaptiveScan } from './adaptive-scan.js';
export { relAdaptiveScan as relativeAdaptiveScan } from './adaptive-scan.js';
export type { AdaptiveScanOptions } from './adaptive-scan.js';
export { PlanArgumentError } from './check-arguments.js';
export { count } from './count.js';
export type { CountOptions } from './count.js';
export { cycler, Cycler } from './cycler.js';
export type { Positions } from './cycler.js';
export { fly } from './fly.js';
export type { FlyOptions } from './fly.js';
export { gridScan, relGridScan } from './grid-scan.js';
export { gridScan as outerProductScan, relGridScan as relativeOuterProductScan } from './grid-scan.js';
export type { GridScanOptions } from './grid-scan.js';
export { listGridScan, relListGridScan } from './list-grid-scan.js';
export type { ListGridScanOptions } from './list-grid-scan.js';
export { listScan, relListScan } from './list-scan.js';
export { relListScan as relativeListScan } from './list-scan.js';
export { logScan, relLogScan } from './log-scan.js';
export { relLogScan as relativeLogScan } from './log-scan.js';
export type { LogScanOptions } from './log-scan.js';
export { absSet, mv, mvr, rd } from './move-stubs.js';
export type { SnakeAxes } from './patterns/grid-args.js';
export type { PerStep, PerStep1d } from './per-step.js';
export { plan } from './plan.js';
export { sleep } from './plan-stubs.js';
export { rampPlan } from './ramp-plan.js';
export type { RampPlanOptions } from './ramp-plan.js';
export { innerProductScan, relativeInnerProductScan, relScan, scan } from './scan.js';
export { relScan as relativeScan } from './scan.js';
export type { ScanOptions } from './scan.js';
export { scanNd } from './scan-nd.js';
export type { ScanNdOptions } from './scan-nd.js';
export { relSpiral, relSpiralFermat, spiral, spiralFermat } from './spiral-scans.js';
export { relSpiral as relativeSpiral, relSpiralFermat as relativeSpiralFermat } from './spiral-scans.js';
export type { SpiralOptions } from './spiral-scans.js';
export { relSpiralSquare, spiralSquare } from './spiral-square.js';
export type { PosCache } from './step-stubs.js';
export { triggerAndRead } from './trigger-and-read.js';
export type { TakeReading } from './trigger-and-read.js';
export { tuneCentroid } from './tune-centroid.js';
export type { TuneCentroidOptions } from './tune-centroid.js';
export { tweak } from './tweak.js';
export type { TweakOptions } from './tweak.js';
export { x2xScan } from './x2x-scan.js';
