/**
 * Figures before anything is drawn: columns of runs, specifications of what to show of them, and the
 * pure functions between the two.
 *
 * @module
 */
export { Column } from './column.js';
export { lineNotice, linePoints } from './line.js';
export type { LinePoints } from './line.js';
export { lineStyle, StyleError } from './line-style.js';
export type { LineStyleOptions } from './line-style.js';
export { eventValue, RunColumns } from './run-columns.js';
export type { Placed } from './run-columns.js';
export { currentScreen } from './screen.js';
export type { FigureHandle, RunFeed, Screen } from './screen.js';
export { runsOf } from './spec.js';
export type { FigureSpec, LineSeries, LineSpec, LineStyle, TableSpec } from './spec.js';
export { StreamColumns } from './stream-columns.js';
export type { Row } from './stream-columns.js';
export { tableView } from './table.js';
export type { TableHeading, TableView } from './table.js';
export {
  addFormats,
  CellFormatError,
  firstFormats,
  formatCell,
  headingOf,
  TIME_KEY,
  timeValue,
} from './table-format.js';
export type { CellFormat, ColumnKey, TableOptions } from './table-format.js';
