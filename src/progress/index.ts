/**
 * Progress: how far a plan and the devices that it moves are.
 *
 * @module
 */
export { LiveProgress } from './live-progress.js';
export { ProgressBar } from './progress-bar.js';
export type { ProgressBarLike, ProgressBarOptions } from './progress-bar.js';
export { ProgressBarManager } from './progress-bar-manager.js';
