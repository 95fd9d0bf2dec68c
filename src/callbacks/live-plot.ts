import type { Event, EventDescriptor, RunStart, RunStop } from '../documents/index.js';
import type { LineSeries, LineStyle, LineStyleOptions, RunFeed } from '../figures/index.js';
import { ColumnsFeed, currentScreen, linePoints, lineStyle, STYLE_OPTIONS } from '../figures/index.js';
import { ONLY_READS, print, uuid } from '../host/index.js';
import { pythonStr } from '../text/index.js';
import type { Axes, PlotFrame } from './axes.js';
import { checkAxes } from './axes.js';
import type { FieldOrDevice } from './fields.js';
import { FieldError, fieldsOf } from './fields.js';
import { Figure } from './figure.js';
import { OpenRuns } from './open-runs.js';
import { checkOptions } from './options.js';
import { SafeCallback } from './safe-callback.js';

/** The options of {@link LivePlot}: its own, and those of matplotlib's lines. */
export interface LivePlotOptions extends LineStyleOptions {
  /** The field or device for the x axis, if it is not the second argument. */
  x?: FieldOrDevice | null;
  /** Keys of the start document whose values name a line beside `scan_id`. */
  legendKeys?: readonly string[];
  /** Fixed limits of the axes. */
  xlim?: readonly [number, number] | null;
  ylim?: readonly [number, number] | null;
  /** The axes to draw on, which {@link subplots} has made; default: a figure of its own. */
  ax?: Axes | null;
  /** For x `'time'`: seconds since the `run` began (default), or `unix` time. */
  epoch?: 'run' | 'unix';
  /** The line's name in the legend; default made of `legendKeys`. */
  label?: string | null;
  /** Gets messages; default: the console. */
  out?: (text: string) => unknown;
}

const KNOWN: readonly string[] = ['x', 'legendKeys', 'xlim', 'ylim', 'ax', 'epoch', 'label', 'out', ...STYLE_OPTIONS];

/** One line of a plot: the points of one run. */
export interface PlottedLine {
  readonly label: string;
  readonly xData: number[];
  readonly yData: number[];
}

/** A line, and what keeps its points: the screen, where there is one. */
interface Plotted {
  series: LineSeries;
  feed: RunFeed;
}

/**
 * Draws a field, or an expression of fields, against another, point by point, one line for each run.
 *
 * In a notebook the figure grows in the cell while it runs; elsewhere only the points are kept
 * (`xData`, `yData`, `lines`).
 *
 * The looks are matplotlib's, under its names, long or short, and with its values: `'r'` is `(1, 0, 0)`,
 * dashes are as long, markers have the same outlines. Sizes and widths are points, 1/72 inch, drawn as 4/3
 * pixels each. A colour that is given is drawn as it is in every theme; where it would hardly be seen
 * (black on dark, white on light) it gets a thin halo. Without one, lines take the theme's colours in turn.
 *
 * @throws StyleError for a style that cannot be drawn, OptionError for an option that is unknown; both
 * list what is known
 *
 * @example
 * ```ts
 * const lp = new LivePlot('det', 'motor', { marker: 'x', markersize: 10, color: 'red' })
 * await RE(scan([det], motor, -5, 5, 30), lp)
 * lp.yData
 * ```
 *
 * @example
 * ```ts
 * const [fig, [raw, ratio]] = subplots(2, 1, { sharex: true })
 * await RE(scan([det1, det2], motor, -1, 1, 21), [
 *   new LivePlot('det1', 'motor', { ax: raw }),
 *   new LivePlot('det1 / det2', 'motor', { ax: ratio }),
 * ])
 * ```
 *
 * @example
 * ```ts
 * new LivePlot('det', 'motor', { c: 'tab:green', ls: '--', lw: 2, marker: 'o', mfc: 'none', alpha: 0.7 })
 * ```
 */
export class LivePlot extends SafeCallback {
  static {
    Object.defineProperty(this.prototype, ONLY_READS, { value: true });
  }

  /** The field on the x axis, or `seq_num`. */
  readonly x: string;
  /** The field on the y axis. */
  readonly y: string;
  readonly #options: LivePlotOptions;
  readonly #style: LineStyle;
  readonly #frame: PlotFrame;
  readonly #id: string = uuid();
  /** What it draws on. */
  readonly ax: Axes;
  readonly #plotted: Plotted[] = [];
  readonly #open: OpenRuns<Plotted> = new OpenRuns();

  /**
   * @param y - for the y axis: a field, an expression of fields such as `det / i0`, or a device by its first field
   * @param x - the same for the x axis; default: the number of the point
   * @param options - limits, legend, and the line's looks
   */
  constructor(y: FieldOrDevice, x?: FieldOrDevice | null, options?: LivePlotOptions);
  constructor(y: FieldOrDevice, options: LivePlotOptions);
  constructor(y: FieldOrDevice, second?: FieldOrDevice | LivePlotOptions | null, third: LivePlotOptions = {}) {
    super();
    const options = isDevice(second) ? third : { ...second, ...third };
    checkOptions('LivePlot', options, KNOWN);
    const x = isDevice(second) ? second : options.x;
    this.y = firstField(y);
    this.x = x ? firstField(x) : 'seq_num';
    this.#options = options;
    this.#style = lineStyle(options);
    this.#frame = this.#frameOf(x ? labelOf(x) : 'sequence #', labelOf(y));
    this.ax = options.ax ? checkAxes('LivePlot', options.ax) : ownAxes();
  }

  /** The x values of the last run. */
  get xData(): number[] {
    return this.currentLine?.xData ?? [];
  }

  /** The y values of the last run. */
  get yData(): number[] {
    return this.currentLine?.yData ?? [];
  }

  /** One line for each run so far. */
  get lines(): PlottedLine[] {
    return this.#plotted.map(plottedLine);
  }

  /** The line of the last run. */
  get currentLine(): PlottedLine | undefined {
    const last = this.#plotted.at(-1);
    return last && plottedLine(last);
  }

  override start(doc: RunStart): void {
    const series: LineSeries = {
      run: doc.uid,
      source: this.#id,
      x: this.x,
      y: this.y,
      epoch: this.#options.epoch ?? 'run',
      label: this.#options.label ?? this.#legendKeys.map((key) => legendText(doc, key)).join(' :: '),
      style: this.#style,
    };
    const plotted = { series, feed: currentScreen()?.openRun(doc, this.#id) ?? new ColumnsFeed(doc) };
    plotted.feed.want([this.x, this.y]);
    this.#plotted.push(plotted);
    this.#open.begin(doc, plotted);
    this.ax.addLine(this.#frame, series);
  }

  override descriptor(doc: EventDescriptor): void {
    this.#open.ofDescriptor(doc)?.feed.descriptor(doc);
  }

  override event(doc: Event): void {
    this.#open.ofEvent(doc)?.feed.event(doc);
  }

  override stop(doc: RunStop): void {
    const plotted = this.#open.end(doc);
    if (!plotted) return;
    plotted.feed.stop(doc);
    if (linePoints(plotted.feed.columns, plotted.series).x.length > 0) return;
    const out = this.#options.out ?? print;
    out(`LivePlot did not get any data that corresponds to the x axis. ${this.x}`);
    out(`LivePlot did not get any data that corresponds to the y axis. ${this.y}`);
  }

  get #legendKeys(): readonly string[] {
    return ['scan_id', ...(this.#options.legendKeys ?? [])];
  }

  #frameOf(xLabel: string, yLabel: string): PlotFrame {
    const { label, xlim = null, ylim = null } = this.#options;
    return {
      description: `LivePlot of ${yLabel} against ${xLabel}`,
      xLabel,
      yLabel,
      legendTitle: this.#legendKeys.join(' :: '),
      named: typeof label === 'string',
      xlim,
      ylim,
    };
  }
}

function ownAxes(): Axes {
  return new Figure({ rows: 1, cols: 1, sharex: 'none', sharey: 'none' }).axes[0] as Axes;
}

/** A value of the start document as Python would write it, or the key where there is none. */
function legendText(doc: RunStart, key: string): string {
  return Object.hasOwn(doc, key) ? pythonStr(doc[key]) : key;
}

function plottedLine({ series, feed }: Plotted): PlottedLine {
  const { x, y } = linePoints(feed.columns, series);
  return { label: series.label, xData: Array.from(x), yData: Array.from(y) };
}

function isDevice(value: unknown): value is FieldOrDevice {
  return (
    typeof value === 'string' || typeof (value as { describe?: unknown } | null | undefined)?.describe === 'function'
  );
}

function firstField(given: FieldOrDevice): string {
  const field = fieldsOf('LivePlot', [given])[0];
  if (field === undefined) throw new FieldError(`LivePlot: ${labelOf(given)} has no fields to draw.`);
  return field;
}

function labelOf(given: FieldOrDevice): string {
  return typeof given === 'string' ? given : given.name;
}
