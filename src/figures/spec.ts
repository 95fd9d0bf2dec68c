import type { DashPattern } from './dashes.js';
import type { FillStyle } from './marker-shapes.js';

/**
 * What a figure shows, as plain JSON: its kind, its fields and how they look.
 *
 * A specification refers to runs by their uid and never holds data; the columns of those runs travel
 * once, however many figures show them.
 */
export type FigureSpec = LineSpec | PanelsSpec | TableSpec | ProgressSpec;

/** Lines over one pair of axes: `LivePlot`. */
export interface LineSpec {
  kind: 'line';
  /** Stays the same while the specification changes. */
  id: string;
  /** A sentence for screen readers and for places that cannot draw. */
  description: string;
  xLabel: string;
  yLabel: string;
  legendTitle: string;
  /** Fixed limits, or null for the limits of the data. */
  xlim: readonly [number, number] | null;
  ylim: readonly [number, number] | null;
  series: readonly LineSeries[];
  /** How many lines are not among them since their runs are no longer kept; absent for none. */
  olderLines?: number;
}

/** Panels in rows and columns: `subplots`. */
export interface PanelsSpec {
  kind: 'panels';
  id: string;
  description: string;
  rows: number;
  cols: number;
  sharex: Sharing;
  sharey: Sharing;
  /** Row by row; null where there is nothing yet. */
  panels: readonly (LineSpec | null)[];
}

/** Which panels have the same limits on an axis: none, all, those of a row, or those of a column. */
export type Sharing = 'none' | 'all' | 'row' | 'col';

/** One line: two fields of one run. */
export interface LineSeries {
  /** The run's uid. */
  run: string;
  /** Who gives the run's documents, where several do for one figure; of no meaning on a page. */
  source?: string;
  /** A field, or `seq_num` or `time`. */
  x: string;
  y: string;
  /** For `x: 'time'`: seconds since the run began, or since the Unix epoch. */
  epoch: 'run' | 'unix';
  label: string;
  style: LineStyle;
}

/**
 * A line's looks, in matplotlib's words and units (points). What is left out is as matplotlib has it by
 * default; colours are `#rrggbb`, `#rrggbbaa` or `none`.
 */
export interface LineStyle {
  /** A colour, or null for the next of the theme's. */
  color: string | null;
  /** A marker's letter or number, or null for none. */
  marker: string | number | null;
  markersize: number;
  /** `-`, `--`, `:`, `-.`, a pattern in line widths, or null for none. */
  linestyle: string | DashPattern | null;
  linewidth: number;
  /** Opacity of everything, in place of the colours' own. */
  alpha?: number;
  drawstyle?: DrawStyle;
  fillstyle?: FillStyle;
  /** Colours of the marker; `auto` is the line's, which face and edge have by default. */
  markerfacecolor?: string;
  markerfacecoloralt?: string;
  markeredgecolor?: string;
  markeredgewidth?: number;
  /** The first point with a marker, counted from 0, and how many points on the next one is. */
  markevery?: readonly [start: number, step: number];
}

/** How points are connected: straight, or by steps before, between or behind them. */
export type DrawStyle = 'default' | 'steps-pre' | 'steps-mid' | 'steps-post';

/** A table of one stream of one run: `LiveTable`. */
export interface TableSpec {
  kind: 'table';
  id: string;
  description: string;
  /** The run's uid. */
  run: string;
  stream: string;
  /** Fields in the order of the columns. */
  fields: readonly string[];
  minWidth: number;
  defaultPrec: number;
  extraPad: number;
}

/** How far a run and the devices that move are: `LiveProgress`. */
export interface ProgressSpec {
  kind: 'progress';
  id: string;
  description: string;
  /** The run's uid, or null for devices that move outside of runs. */
  run: string | null;
  devices: readonly DeviceProgress[];
}

/** How far one device is; null is what it does not tell. */
export interface DeviceProgress {
  name: string;
  state: 'moving' | 'done' | 'failed';
  /** Where it is and where it goes. */
  current: number | null;
  target: number | null;
  /** Units of both, or an empty string. */
  unit: string;
  /** Digits after the point. */
  precision: number;
  /** The part that is done, from 0 to 1. */
  done: number | null;
  /** Seconds that are left. */
  left: number | null;
}
