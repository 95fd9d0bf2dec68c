/**
 * Callbacks: what is done with documents while they come.
 *
 * @module
 */
export type { Axes } from './axes.js';
export { CallbackBase } from './base.js';
export type { Figure } from './figure.js';
export { FieldError } from './fields.js';
export type { FieldOrDevice } from './fields.js';
export { LivePlot } from './live-plot.js';
export type { LivePlotOptions, PlottedLine } from './live-plot.js';
export { LiveTable } from './live-table.js';
export type { LiveTableOptions } from './live-table.js';
export { OptionError } from './options.js';
export { subplots } from './subplots.js';
export type { AxesGrid, SubplotsOptions } from './subplots.js';
