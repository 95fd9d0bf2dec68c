/**
 * The widget classes that a kernel's models name; loaded with the first figure.
 *
 * @module
 */
// The styles come along here and not at the start of every page.
import '../../../style/index.js';

export { FigureModel } from './figure-model.js';
export { FigureView } from './figure-view.js';
export { RunModel } from './run-model.js';
