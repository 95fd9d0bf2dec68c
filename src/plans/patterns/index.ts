/**
 * Plan patterns: the trajectories of scans, as a start document's `plan_pattern` names them.
 *
 * @module
 */
export { cycler, Cycler } from '../cycler.js';
export type { Positions } from '../cycler.js';
export { chunkOuterProductArgs, classifyOuterProductArgsPattern } from './grid-args.js';
export type { GridArgs, GridChunk, OuterProductArgsPattern, SnakeAxes } from './grid-args.js';
export { innerListProduct, innerProduct, outerListProduct, outerProduct, snakeCyclers } from './products.js';
export { linspace, logspace } from './spacing.js';
export { spiral, spiralFermat, spiralSquarePattern } from './spirals.js';
export type { FermatPattern, SpiralPattern, SquarePattern } from './spirals.js';
