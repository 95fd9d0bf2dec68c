import { escapeHtml } from '../text/index.js';
import { finiteExtent } from './finite-extent.js';
import { short } from './line-svg-marks.js';
import { axes, DATA, INK, Scale, text } from './svg-axes.js';
import type { Area } from './svg-axes.js';

/** Where a plan goes: a position per point on both axes; NaN where one was not set yet. */
export interface PathPicture {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xLabel: string;
  readonly yLabel: string;
  /** What a screen reader says. */
  readonly description: string;
  /** Whether a unit is as long on both axes; default false. */
  readonly equal?: boolean;
  /** The radius of a disc around each point, in units of the positions; default: a dot. */
  readonly probeSize?: number | undefined;
  /** Pixels; default 1.5. */
  readonly lineWidth?: number;
}

const LEFT = 64;
const TOP = 10;
const BELOW = 42;
const RIGHT = 16;
const WIDTH = 320;
const HEIGHT = 170;
/** With units of one length, the shorter side has at least so much room. */
const LEAST = 60;
/** No more points could be told apart; of longer paths every so manieth is drawn. */
const MOST_POINTS = 4000;
const DOT = 5;
/** Beyond so many points, dots would cover the path. */
const MOST_DOTS = 400;

/** A plan's path as a picture: a line from point to point, a dot at each, a ring around the first. */
export function pathSvg(picture: PathPicture): string {
  const { x, y } = thinned(picture);
  const area = areaOf({ ...picture, x, y });
  const scale = new Scale(area, x, [y]);
  const [width, height] = [area.left + area.width + RIGHT, area.top + area.height + BELOW];
  const body = [
    axes(scale, true),
    lines(scale, x, y, picture.lineWidth ?? 1.5),
    picture.probeSize === undefined ? dots(scale, x, y) : discs(scale, x, y, picture.probeSize),
    ring(scale, x, y),
    text(area.left + area.width / 2, height - 6, picture.xLabel, 'middle'),
    `<g transform="translate(14 ${area.top + area.height / 2}) rotate(-90)">${text(0, 0, picture.yLabel, 'middle')}</g>`,
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `role="img" aria-label="${escapeHtml(picture.description)}" style="max-width:100%;height:auto" ` +
    `font-family="sans-serif" font-size="12" fill="none" stroke-width="1">${body.join('')}</svg>`
  );
}

/** A chart's ordinary size, or one whose sides are to each other as the ranges. */
function areaOf({ x, y, equal = false }: PathPicture): Area {
  const corner = { left: LEFT, top: TOP };
  const [across, up] = [spanOf(x), spanOf(y)];
  if (!equal || !(across > 0) || !(up > 0)) return { ...corner, width: WIDTH, height: HEIGHT };
  const perUnit = Math.min((1.5 * WIDTH) / across, (1.8 * HEIGHT) / up);
  const side = (span: number): number => Math.round(Math.max(LEAST, span * perUnit));
  return { ...corner, width: side(across), height: side(up) };
}

function spanOf(values: Float64Array): number {
  const [low, high] = finiteExtent(values);
  return high - low;
}

function thinned({ x, y }: PathPicture): { x: Float64Array; y: Float64Array } {
  const every = Math.ceil(x.length / MOST_POINTS);
  if (every <= 1) return { x, y };
  const keep = (_: number, at: number): boolean => at % every === 0;
  return { x: x.filter(keep), y: y.filter(keep) };
}

function* finitePoints(scale: Scale, x: Float64Array, y: Float64Array): Generator<[string, string]> {
  for (const [at, value] of x.entries()) {
    const other = y[at] as number;
    if (Number.isFinite(value) && Number.isFinite(other)) yield [short(scale.x(value)), short(scale.y(other))];
  }
}

function lines(scale: Scale, x: Float64Array, y: Float64Array, width: number): string {
  const path = Array.from(finitePoints(scale, x, y), ([px, py], at) => `${at === 0 ? 'M' : 'L'}${px} ${py}`).join('');
  return path === '' ? '' : `<path d="${path}" stroke="${DATA}" stroke-width="${short(width)}" stroke-opacity="0.6"/>`;
}

function dots(scale: Scale, x: Float64Array, y: Float64Array): string {
  if (x.length > MOST_DOTS) return '';
  const path = Array.from(finitePoints(scale, x, y), ([px, py]) => `M${px} ${py}h0`).join('');
  return `<path d="${path}" stroke="${DATA}" stroke-width="${DOT}" stroke-linecap="round"/>`;
}

function discs(scale: Scale, x: Float64Array, y: Float64Array, radius: number): string {
  const [rx, ry] = [scale.x(radius) - scale.x(0), scale.y(0) - scale.y(radius)].map(short);
  const each = Array.from(
    finitePoints(scale, x, y),
    ([px, py]) => `<ellipse cx="${px}" cy="${py}" rx="${rx}" ry="${ry}"/>`,
  );
  return `<g fill="${DATA}" fill-opacity="0.4">${each.join('')}</g>`;
}

function ring(scale: Scale, x: Float64Array, y: Float64Array): string {
  const { value } = finitePoints(scale, x, y).next();
  return value ? `<circle cx="${value[0]}" cy="${value[1]}" r="6" stroke="${INK}" stroke-width="1.5"/>` : '';
}
