import type { LinePoints, LineSpec, Quantity } from '../../figures/index.js';
import { withUnits } from '../../figures/index.js';
import { childOf, keep } from './attributes.js';
import { drawAxes } from './axes.js';
import type { DrawnAxes } from './axes.js';
import { drawLegend } from './legend.js';
import { canShow, limitsOf } from './limits.js';
import type { Limits } from './limits.js';
import { drawLinesOnCanvas } from './line-canvas.js';
import { drawLinesAsSvg } from './line-svg.js';
import type { PlottedLine } from './line-svg.js';
import { indexOf } from './line-index.js';
import { pointInto } from './line-pointer.js';
import { dimmed, lookOf } from './look.js';
import type { PlotChoices } from './plot-choices.js';
import { zoomInto, zoomStep } from './plot-gestures.js';
import type { GestureScene } from './plot-gestures.js';
import type { PointText } from './readout.js';
import { ShownPoints } from './shown-points.js';
import type { PointIndex } from './shown-points.js';
import { afterZoom } from './zooming.js';

/** Lines to draw, and the size of the picture without its legend. */
export interface LineDrawing {
  spec: LineSpec;
  /** One entry for every series of the specification. */
  points: readonly LinePoints[];
  /** What the axes measure. */
  x: Quantity;
  y: Quantity;
  choices: PlotChoices;
  /** What is told of a point that is pointed at. */
  describe(at: PointIndex): PointText;
  /** Id of the element that sums the figure up for screen readers. */
  summary: string;
  width: number;
  height: number;
}

/** A plot as it was drawn. */
export interface DrawnPlot {
  axes: DrawnAxes;
  /** Shows so many times as much, around the point that was chosen or the middle. */
  zoomBy(factor: number): void;
}

/** Up to here lines are shapes in the page; those of more points are painted on a canvas, which is faster. */
const MOST_SVG_POINTS = 500;

/** The same for lines with markers, which look better as shapes. */
const MOST_SVG_MARKERS = 2000;

const NO_POINTS: LinePoints = { x: new Float64Array(0), y: new Float64Array(0), leftOut: 0, gaps: 0 };

/** Draws lines over one pair of axes into an element, or changes what it drew there before. */
export function drawLine(host: HTMLElement, drawing: LineDrawing): DrawnPlot {
  const { spec, width, height, choices } = drawing;
  const lines = linesOf(drawing);
  drawLegend(host, spec, choices);
  const stage = stageOf(host, drawing);
  const svg = svgOf(stage, drawing);
  const axes = axesOf(svg, drawing);
  const few = areFew(lines);
  const groups = drawLinesAsSvg(svg, axes, lines, few);
  drawLinesOnCanvas(stage, axes, few ? [] : lines, groups);
  const shown = new ShownPoints(
    axes,
    lines.map(({ isShown, points }) => (isShown ? points : NO_POINTS)),
  );
  const pointer = pointInto(stage, { axes, width, height, shown, describe: (at) => drawing.describe(at) });
  const scene: GestureScene = {
    axes,
    drag: choices.drag,
    pointer,
    home: () => choices.home(),
    zoom: (to) => {
      // More may be asked for before this is drawn.
      scene.axes = afterZoom(scene.axes, to);
      choices.zoom(to);
    },
  };
  zoomInto(stage, scene);
  return { axes, zoomBy: (factor) => zoomStep(scene, factor) };
}

function linesOf({ spec, points, choices }: LineDrawing): PlottedLine[] {
  return spec.series.map((series, index) => {
    const { isShown = true, isDim = false } = choices.lines[index] ?? {};
    const look = lookOf(series.style, index);
    const shown = points[index] ?? NO_POINTS;
    return { label: series.label, look: isDim ? dimmed(look) : look, points: shown, isShown, isDim };
  });
}

function axesOf(svg: SVGSVGElement, { spec, points, choices, x, y, width, height }: LineDrawing): DrawnAxes {
  const indices = points.filter((_, index) => choices.lines[index]?.isShown ?? true).map(indexOf);
  const limits = (axis: 'x' | 'y', fixed: Limits | null): Limits => {
    const { limits: chosen, isLog } = choices[axis];
    const wanted = chosen && canShow(chosen, isLog) ? chosen : fixed;
    return limitsOf(
      wanted,
      indices.map((each) => each[axis]),
      isLog,
    );
  };
  return drawAxes(svg, {
    width,
    height,
    x: { limits: limits('x', spec.xlim), label: withUnits(spec.xLabel, x.units), kind: x.kind, isLog: choices.x.isLog },
    y: { limits: limits('y', spec.ylim), label: withUnits(spec.yLabel, y.units), kind: y.kind, isLog: choices.y.isLog },
    isSwapped: choices.isSwapped,
  });
}

function areFew(lines: readonly PlottedLine[]): boolean {
  const count = (some: readonly PlottedLine[]): number => some.reduce((sum, { points }) => sum + points.x.length, 0);
  const shown = lines.filter(({ isShown }) => isShown);
  const marked = shown.filter(({ look }) => look.marker);
  const plain = shown.filter(({ look }) => !look.marker);
  return count(plain) <= MOST_SVG_POINTS && count(marked) <= MOST_SVG_MARKERS;
}

/** Screen readers leave the keys of an application to it. */
function stageOf(host: HTMLElement, { spec, summary, choices }: LineDrawing): HTMLDivElement {
  const stage = childOf<HTMLDivElement>(host, 'div', '.jp-Livesky-stage');
  keep(stage, {
    class: `jp-Livesky-stage jp-Livesky-resizable${choices.drag === 'pan' ? ' jp-mod-pan' : ''}`,
    role: 'application',
    'aria-roledescription': 'plot',
    'aria-label': spec.description,
    'aria-describedby': summary,
    tabindex: 0,
    // Else the notebook takes the arrow keys and goes to another cell.
    'data-lm-suppress-shortcuts': 'true',
  });
  return stage;
}

function svgOf(stage: HTMLElement, { spec, width, height, choices }: LineDrawing): SVGSVGElement {
  const svg = childOf<SVGSVGElement>(stage, 'svg', '.jp-Livesky-line');
  keep(svg, {
    class: choices.hasGrid ? 'jp-Livesky-line' : 'jp-Livesky-line jp-mod-gridless',
    role: 'img',
    'aria-label': spec.description,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  });
  return svg;
}
