/**
 * Figures before anything is drawn: columns of runs, specifications of what to show of them, and the
 * pure functions between the two.
 *
 * @module
 */
export { asSvg } from './as-svg.js';
export { asText } from './as-text.js';
export { hexOf, rgbaOf } from './color.js';
export type { Color, Rgba } from './color.js';
export { clipSegment, isIn } from './clip-segment.js';
export type { ClipBox } from './clip-segment.js';
export { Column } from './column.js';
export { ColumnsFeed } from './columns-feed.js';
export { GrowingFloats } from './growing-floats.js';
export { fieldsReadBy } from './derived-field.js';
export { dashPattern } from './dashes.js';
export type { DashPattern } from './dashes.js';
export { pictureOfFit } from './fit-picture.js';
export { linePoints, seqNumOf } from './line.js';
export { lineNotice, olderLinesNotice, plotNotices } from './line-notice.js';
export type { LinePoints } from './growing-points.js';
export { lineCsv, lineTsv } from './line-csv.js';
export { lineSvg } from './line-svg.js';
export { lineStyle, readLineStyle, STYLE_OPTIONS } from './line-style.js';
export type { LineStyleOptions, Marker } from './line-style-options.js';
export { markerShape } from './marker-shapes.js';
export type { Arc, FillStyle, MarkerShape, Outline, Polyline } from './marker-shapes.js';
export { EMPTY_PLOT, panelName, panelNotices, plotIn, sharedGroup } from './panels.js';
export { pathSvg } from './path-svg.js';
export type { PathPicture } from './path-svg.js';
export { progressBars } from './progress.js';
export type { BarState, ProgressBarView } from './progress.js';
export { commonQuantity, quantityOf, withUnits } from './quantity.js';
export type { Quantity } from './quantity.js';
export { rowsWorthKeeping } from './rows-worth-keeping.js';
export { eventValue, isFilled, RunColumns } from './run-columns.js';
export { currentScreen } from './screen.js';
export type { FigureHandle, RunFeed, Screen } from './screen.js';
export { fieldsOf, plotsOf, referencesOf, runsOf, seriesOf, withRuns } from './spec-runs.js';
export type { RunReference } from './spec-runs.js';
export type {
  DeviceProgress,
  DrawStyle,
  FigureSpec,
  LineSeries,
  LineSpec,
  LineStyle,
  PanelsSpec,
  ProgressSpec,
  Sharing,
  TableSpec,
} from './spec.js';
export { ON_WHITE } from './seen-plot.js';
export type { SeenAxis, SeenColors, SeenPlot } from './seen-plot.js';
export { StreamColumns } from './stream-columns.js';
export type { Row, RowBlock, RowRange } from './stream-columns.js';
export { StyleError } from './style-checks.js';
export { tableView } from './table.js';
export type { TableHeading, TableView } from './table.js';
export { findCells, hasText } from './table-find.js';
export {
  addFormats,
  CellFormatError,
  firstFormats,
  formatCell,
  headingOf,
  isShown,
  padding,
  TIME_KEY,
  timeValue,
} from './table-format.js';
export type { CellFormat, ColumnKey, TableManner, TableOptions } from './table-format.js';
export { sortRows } from './table-sort.js';
export type { SortDirection } from './table-sort.js';
export { tableTsv } from './table-tsv.js';
