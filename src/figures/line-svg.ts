import { finiteExtent } from './finite-extent.js';
import type { LinePoints } from './growing-points.js';
import { linePoints } from './line.js';
import { axesMarks, placesIn } from './line-svg-axes.js';
import { legendMarks } from './line-svg-legend.js';
import { lineMarks, short, svgColor } from './line-svg-marks.js';
import { cycleColor } from './named-colors.js';
import type { RunColumns } from './run-columns.js';
import { ON_WHITE } from './seen-plot.js';
import type { SeenAxis, SeenPlot } from './seen-plot.js';
import type { LineSpec } from './spec.js';
import { svgPicture } from './svg-picture.js';
import { thinnedForSvg } from './thinned-for-svg.js';
import { ticksBetween, tickText } from './ticks.js';

const WIDTH = 640;
const HEIGHT = 400;
/** The room around the plot for texts. */
const EDGE = { left: 72, right: 16, top: 16, bottom: 48 } as const;

/** Free room on either side of the data, as a part of their span. */
const MARGIN = 0.1;
const TICKS = 6;
/** The most points that are drawn of one line, unless fewer are asked for. */
const MOST_POINTS = 4000;

/** What is left of a line that stands back behind others. */
const DIM = 0.25;

type Limits = readonly [low: number, high: number];

/**
 * A figure of lines as a picture that needs nothing else: no script, no style sheet, no font. Lines of many
 * points are thinned out to what can be seen.
 *
 * @param seen - what of it is seen, and how; by default all of it, in 640 by 400 pixels, on white
 */
export function lineSvg(
  spec: LineSpec,
  runs: (uid: string) => RunColumns | undefined,
  mostPoints: number = MOST_POINTS,
  seen?: SeenPlot,
): string {
  const points = spec.series.map((series) => {
    const columns = runs(series.run);
    return columns ? linePoints(columns, series) : undefined;
  });
  const plot = seen ?? wholePlot(spec, points);
  const place = placesIn(plot);
  const colors = spec.series.map(({ style }, at) => svgColor(style.color, colorInTurn(plot, at)));
  const isShown = (at: number): boolean => plot.lines[at]?.isShown ?? true;
  const drawn = spec.series.map(({ style }, at) => {
    const line = points[at];
    if (!line || !isShown(at)) return '';
    const marks = lineMarks(style, colors[at] as string, thinnedForSvg(line, place, plot, mostPoints));
    return plot.lines[at]?.isDim ? `<g opacity="${DIM}">${marks}</g>` : marks;
  });
  const isDim = (at: number): number => (plot.lines[at]?.isDim ? 0 : 1);
  // What stands back is drawn first.
  const ordered = [...drawn.keys()].sort((a, b) => isDim(a) - isDim(b)).map((at) => drawn[at]);
  const { left, top, width, height } = plot.area;
  const clip = `<clipPath id="plot"><rect x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}"/></clipPath>`;
  const named = spec.series.map(({ label }, at) => ({ label, color: colors[at] as string }));
  const frame = {
    width: plot.width,
    height: plot.height,
    font: 'sans-serif',
    description: spec.description,
    background: plot.colors.background,
  } as const;
  return svgPicture(frame, [
    clip,
    axesMarks(plot),
    `<g clip-path="url(#plot)">${ordered.join('')}</g>`,
    legendMarks(
      spec.legendTitle,
      named.filter((_, at) => isShown(at)),
      plot,
    ),
  ]);
}

function colorInTurn({ colors: { series } }: SeenPlot, at: number): string {
  return series.length > 0 ? (series[at % series.length] as string) : cycleColor(at);
}

/** A plot that shows all, as far as the specification has no limits. */
function wholePlot(spec: LineSpec, points: readonly (LinePoints | undefined)[]): SeenPlot {
  const axis = (name: 'x' | 'y'): SeenAxis => {
    const fixed = name === 'x' ? spec.xlim : spec.ylim;
    const limits = limitsOf(
      fixed,
      points.map((each) => each?.[name] ?? new Float64Array(0)),
    );
    // Fixed limits may go down.
    const values = ticksBetween(Math.min(...limits), Math.max(...limits), TICKS);
    const ticks = { values, texts: values.map(tickText), note: '' };
    return { limits, isLog: false, label: name === 'x' ? spec.xLabel : spec.yLabel, ticks };
  };
  return {
    width: WIDTH,
    height: HEIGHT,
    area: {
      left: EDGE.left,
      top: EDGE.top,
      width: WIDTH - EDGE.left - EDGE.right,
      height: HEIGHT - EDGE.top - EDGE.bottom,
    },
    x: axis('x'),
    y: axis('y'),
    isSwapped: false,
    hasGrid: false,
    lines: [],
    colors: { ...ON_WHITE, series: [] },
  };
}

function limitsOf(fixed: Limits | null, values: readonly Float64Array[]): Limits {
  if (fixed && fixed.every(Number.isFinite) && fixed[0] !== fixed[1]) return fixed;
  const [low, high] = finiteExtent(...values);
  if (low > high) return [0, 1];
  const pad = low === high ? Math.abs(low) * MARGIN || 1 : (high - low) * MARGIN;
  return [low - pad, high + pad];
}
