import type { Event, EventDescriptor, RunStart, RunStop } from '../documents/index.js';
import type {
  FigureHandle,
  LineSeries,
  LineSpec,
  LineStyle,
  LineStyleOptions,
  RunFeed,
  Screen,
} from '../figures/index.js';
import { currentScreen, linePoints, lineStyle, RunColumns, STYLE_OPTIONS } from '../figures/index.js';
import { ONLY_READS, print, uuid } from '../host/index.js';
import type { FieldOrDevice } from './fields.js';
import { FieldError, fieldsOf } from './fields.js';
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
  /** For x `'time'`: seconds since the `run` began (default), or `unix` time. */
  epoch?: 'run' | 'unix';
  /** The line's name in the legend; default made of `legendKeys`. */
  label?: string | null;
  /** Gets messages; default: the console. */
  out?: (text: string) => unknown;
}

const KNOWN: readonly string[] = ['x', 'legendKeys', 'xlim', 'ylim', 'epoch', 'label', 'out', ...STYLE_OPTIONS];

/** One line of a plot: the points of one run. */
export interface PlottedLine {
  readonly label: string;
  readonly xData: number[];
  readonly yData: number[];
}

interface Plotted {
  series: LineSeries;
  columns: RunColumns;
}

/**
 * Draws a field against another, point by point, one line for each run.
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
  readonly #labels: { x: string; y: string };
  readonly #id: string = uuid();
  readonly #plotted: Plotted[] = [];
  #feed: RunFeed | undefined;
  /** One figure for each screen: `%matplotlib` may change between runs. */
  readonly #figures: WeakMap<Screen, FigureHandle> = new WeakMap();

  /**
   * @param y - the field, or the device by its first field, for the y axis
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
    this.#labels = { x: x ? labelOf(x) : 'sequence #', y: labelOf(y) };
    this.#options = options;
    this.#style = lineStyle(options);
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
      x: this.x,
      y: this.y,
      epoch: this.#options.epoch ?? 'run',
      label: this.#options.label ?? this.#legendKeys.map((key) => String(doc[key] ?? key)).join(' :: '),
      style: this.#style,
    };
    this.#plotted.push({ series, columns: new RunColumns(doc, new Set([this.x, this.y])) });
    this.#feed = this.#show(doc);
  }

  override descriptor(doc: EventDescriptor): void {
    this.#columns?.addDescriptor(doc);
    this.#feed?.descriptor(doc);
  }

  override event(doc: Event): void {
    this.#columns?.putEvent(doc);
    this.#feed?.event(doc);
  }

  override stop(doc: RunStop): void {
    this.#feed?.stop(doc);
    if (this.#hasPoints()) return;
    const out = this.#options.out ?? print;
    out(`LivePlot did not get any data that corresponds to the x axis. ${this.x}`);
    out(`LivePlot did not get any data that corresponds to the y axis. ${this.y}`);
  }

  #hasPoints(): boolean {
    const last = this.#plotted.at(-1);
    return last !== undefined && linePoints(last.columns, last.series).x.length > 0;
  }

  get #columns(): RunColumns | undefined {
    return this.#plotted.at(-1)?.columns;
  }

  get #legendKeys(): readonly string[] {
    return ['scan_id', ...(this.#options.legendKeys ?? [])];
  }

  #show(doc: RunStart): RunFeed | undefined {
    const screen = currentScreen();
    if (!screen) return undefined;
    const feed = screen.openRun(doc, this.#id);
    feed.want([this.x, this.y]);
    const known = this.#figures.get(screen);
    known?.update(this.#spec());
    const figure = known ?? screen.figure(this.#spec());
    this.#figures.set(screen, figure);
    figure.show();
    return feed;
  }

  #spec(): LineSpec {
    const { xlim = null, ylim = null } = this.#options;
    return {
      kind: 'line',
      id: this.#id,
      description: `LivePlot of ${this.#labels.y} against ${this.#labels.x}`,
      xLabel: this.#labels.x,
      yLabel: this.#labels.y,
      legendTitle: this.#legendKeys.join(' :: '),
      xlim,
      ylim,
      series: this.#plotted.map(({ series }) => series),
    };
  }
}

function plottedLine({ series, columns }: Plotted): PlottedLine {
  const { x, y } = linePoints(columns, series);
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
