import type { LineSeries, LineSpec } from '../figures/index.js';
import { shortened } from '../text/index.js';
import type { Figure } from './figure.js';
import { OptionError } from './options.js';

/** What a callback wants to stand around its lines. */
export interface PlotFrame {
  /** A sentence for screen readers and for places that cannot draw. */
  description: string;
  xLabel: string;
  yLabel: string;
  /** Says what the names of the lines are made of. */
  legendTitle: string;
  /** Whether the user named the lines: such names stay as they are. */
  named: boolean;
  xlim: readonly [number, number] | null;
  ylim: readonly [number, number] | null;
}

interface Plotted {
  frame: PlotFrame;
  series: LineSeries;
}

/** The longest description: one that names everything helps nobody. */
const LONGEST = 200;

/**
 * One pair of axes of a figure, on which several callbacks may draw; {@link subplots} makes them.
 *
 * @example
 * ```ts
 * const [fig, ax] = subplots()
 * await RE(scan([det1, det2], motor, -1, 1, 11), [new LivePlot('det1', 'motor', { ax }), new LivePlot('det2', 'motor', { ax })])
 * ```
 */
export class Axes {
  /** The figure that they belong to. */
  readonly figure: Figure;
  readonly #plotted: Plotted[] = [];

  constructor(figure: Figure) {
    this.figure = figure;
  }

  /**
   * Adds a line, and shows the figure in the cell that runs; callbacks call it when a run starts.
   *
   * Lines keep the order in which they came, and so their colours.
   */
  addLine(frame: PlotFrame, series: LineSeries): void {
    this.#plotted.push({ frame, series });
    this.figure.update();
    this.figure.show();
  }

  /** What is drawn, as plain JSON; null before anything is. */
  spec(id: string): LineSpec | null {
    const last = this.#plotted.at(-1)?.frame;
    if (!last) return null;
    const all = (read: (frame: PlotFrame) => string): string[] => [
      ...new Set(this.#plotted.map(({ frame }) => read(frame))),
    ];
    const ys = all(({ yLabel }) => yLabel);
    const prefixed = ys.length > 1;
    return {
      kind: 'line',
      id,
      description: shortened(all(({ description }) => description).join('; '), LONGEST),
      xLabel: all(({ xLabel }) => xLabel).join(', '),
      yLabel: ys.join(', '),
      legendTitle: prefixed ? `y :: ${last.legendTitle}` : last.legendTitle,
      xlim: this.#limits(({ xlim }) => xlim),
      ylim: this.#limits(({ ylim }) => ylim),
      series: this.#plotted.map(({ frame, series }) => {
        return prefixed && !frame.named ? { ...series, label: `${frame.yLabel} :: ${series.label}` } : series;
      }),
    };
  }

  /** Limits that were fixed last. */
  #limits(read: (frame: PlotFrame) => readonly [number, number] | null): readonly [number, number] | null {
    return this.#plotted.map(({ frame }) => read(frame)).findLast((limits) => limits !== null) ?? null;
  }
}

/** Refuses what callbacks cannot draw on. */
export function checkAxes(who: string, ax: unknown): Axes {
  if (typeof (ax as { addLine?: unknown } | null)?.addLine === 'function') return ax as Axes;
  const given = Array.isArray(ax)
    ? 'a list; give one of its axes'
    : `${String(ax)}; give axes that subplots() has made`;
  throw new OptionError(`${who}: ax is ${given}, as in const [fig, [ax1, ax2]] = subplots(2, 1).`);
}
