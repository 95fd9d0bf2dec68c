import { short } from './line-svg-marks.js';
import { axes, DATA, INK, Scale, text } from './svg-axes.js';
import type { Area, Point } from './svg-axes.js';

/** What of a fit is drawn: curves over points. */
export interface FittedCurves {
  readonly x: Float64Array;
  /** What the x axis says. */
  readonly xLabel: string;
  readonly data: Float64Array;
  readonly bestFit: Float64Array;
  readonly initFit: Float64Array;
  /** Left out if it is of other points. */
  readonly residual: Float64Array;
}

/** One curve in the order of x. */
interface Series {
  x: Float64Array;
  y: Float64Array;
}

const WIDTH = 640;
const HEIGHT = 440;
const CURVES: Area = { left: 64, top: 12, width: 560, height: 270 };
const RESIDUALS: Area = { left: 64, top: 306, width: 560, height: 84 };
/** Points beyond this many are decimated: no more could be told apart. */
const MOST_POINTS = 560;

const BEST = 'var(--jp-error-color1, #d32f2f)';

/**
 * Data, best fit, start and residuals of a fit as a picture of at most a few thousand elements; all text in it
 * is escaped.
 */
export function fitSvg(curves: FittedCurves): string {
  const order = Array.from(curves.x.keys()).sort((a, b) => (curves.x[a] as number) - (curves.x[b] as number));
  const sorted = (values: Float64Array): Series => ({
    x: Float64Array.from(order, (i) => curves.x[i] as number),
    y: Float64Array.from(order, (i) => values[i] as number),
  });
  const hasResidual = curves.residual.length === curves.x.length;
  const body = [
    curvesPanel(sorted(curves.data), sorted(curves.bestFit), sorted(curves.initFit)),
    hasResidual ? residualPanel(sorted(curves.residual)) : '',
    text(CURVES.left + CURVES.width / 2, HEIGHT - 10, curves.xLabel, 'middle'),
    legend(),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" ` +
    `role="img" aria-label="Data, best fit and residuals" style="max-width:100%" font-family="sans-serif" ` +
    `font-size="12" fill="none" stroke-width="1">${body.join('')}</svg>`
  );
}

function curvesPanel(data: Series, best: Series, init: Series): string {
  const scale = new Scale(CURVES, data.x, [data.y, best.y, init.y]);
  return [
    axes(scale, false),
    line(scale, init, `stroke="${INK}" stroke-dasharray="4 4" stroke-opacity="0.6"`),
    marks(scale, data, 3),
    line(scale, best, `stroke="${BEST}" stroke-width="1.5"`),
  ].join('');
}

function residualPanel(residual: Series): string {
  const scale = new Scale(RESIDUALS, residual.x, [residual.y, Float64Array.of(0)]);
  const zero = scale.y(0);
  return [
    axes(scale, true),
    `<path d="M${RESIDUALS.left} ${short(zero)}h${RESIDUALS.width}" stroke="${BEST}"/>`,
    marks(scale, residual, 2),
  ].join('');
}

function line(scale: Scale, series: Series, style: string): string {
  let path = '';
  let open = false;
  for (const [x, y] of decimated(series)) {
    const finite = Number.isFinite(x) && Number.isFinite(y);
    if (finite) path += `${open ? 'L' : 'M'}${short(scale.x(x))} ${short(scale.y(y))}`;
    open = finite;
  }
  return path === '' ? '' : `<path d="${path}" ${style}/>`;
}

/** Small circles, drawn as one path of round dots. */
function marks(scale: Scale, series: Series, radius: number): string {
  let path = '';
  for (const [x, y] of decimated(series)) {
    if (Number.isFinite(x) && Number.isFinite(y)) path += `M${short(scale.x(x))} ${short(scale.y(y))}h0`;
  }
  return `<path d="${path}" stroke="${DATA}" stroke-width="${2 * radius}" stroke-linecap="round" stroke-opacity="0.75"/>`;
}

/** All points, or of each of many short stretches the lowest and the highest one. */
function decimated({ x, y }: Series): Point[] {
  const all = Array.from(x, (each, i): Point => [each, y[i] as number]);
  if (all.length <= MOST_POINTS) return all;
  const length = Math.ceil((2 * all.length) / MOST_POINTS);
  const kept: Point[] = [];
  for (let from = 0; from < all.length; from += length) {
    const stretch = all.slice(from, from + length).filter(([, value]) => Number.isFinite(value));
    const ends = stretch.sort((a, b) => a[1] - b[1]);
    const [lowest, highest] = [ends[0], ends.at(-1)];
    if (!lowest || !highest) continue;
    if (lowest === highest) kept.push(lowest);
    else kept.push(...[lowest, highest].sort((a, b) => a[0] - b[0]));
  }
  return kept;
}

function legend(): string {
  const right = CURVES.left + CURVES.width - 92;
  const row = (at: number, sample: string, label: string): string =>
    `<path d="M${right} ${at - 4}h${sample.includes('round') ? 0 : 22}" ${sample}/>${text(right + 30, at, label, 'start')}`;
  return [
    row(30, `stroke="${DATA}" stroke-width="6" stroke-linecap="round"`, 'data'),
    row(47, `stroke="${BEST}" stroke-width="1.5"`, 'best fit'),
    row(64, `stroke="${INK}" stroke-dasharray="4 4" stroke-opacity="0.6"`, 'initial fit'),
  ].join('');
}
