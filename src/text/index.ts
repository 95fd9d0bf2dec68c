/**
 * Text as Python writes it.
 *
 * @module
 */
export { clockTime } from './clock-time.js';
export { fixed } from './fixed.js';
export { nearest } from './nearest.js';
export { center, padLeft, truncate } from './pad.js';
export { pythonInt } from './python-int.js';
