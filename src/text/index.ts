/**
 * Text as Python writes it, and the words of errors.
 *
 * @module
 */
export { clockTime, isoDate, isoTime } from './clock-time.js';
export { escapeHtml } from './escape-html.js';
export { general, scientific } from './exponent.js';
export { fixed } from './fixed.js';
export { didYouMean, nearest } from './nearest.js';
export { center, padLeft, truncate } from './pad.js';
export { pythonInt } from './python-int.js';
export { pythonFloat, pythonRepr, pythonStr } from './python-repr.js';
export { secondsText } from './seconds-text.js';
export { shortened, shortenedByCount } from './shortened.js';
export { messageOf } from './thrown.js';
