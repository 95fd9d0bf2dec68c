import { escapeHtml } from '../text/index.js';
import { short } from './line-svg-marks.js';
import type { SvgPoint } from './line-svg-marks.js';
import type { SeenAxis, SeenPlot } from './seen-plot.js';

const MARK = 5;
const MINOR = 3;
export const LONGEST_TEXT = 60;

/** From values to pixels along an axis; where a logarithmic one has no place it is not finite. */
export function placesOn({ limits, isLog }: SeenAxis, from: number, to: number): (value: number) => number {
  const of = isLog ? Math.log : (value: number): number => value;
  const [low, high] = [of(limits[0]), of(limits[1])];
  return (value) => from + ((of(value) - low) / (high - low)) * (to - from);
}

/** From points to pixels of a picture. */
export function placesIn({ area, x, y, isSwapped }: SeenPlot): (x: number, y: number) => SvgPoint {
  const { left, top, width, height } = area;
  const [right, bottom] = [left + width, top + height];
  const xOf = isSwapped ? placesOn(x, bottom, top) : placesOn(x, left, right);
  const yOf = isSwapped ? placesOn(y, left, right) : placesOn(y, bottom, top);
  return isSwapped ? (px, py) => ({ x: yOf(py), y: xOf(px) }) : (px, py) => ({ x: xOf(px), y: yOf(py) });
}

/** Frame, ticks, labels and grid of a plot. */
export function axesMarks(seen: SeenPlot): string {
  const { left, top, width, height } = seen.area;
  const { ink } = seen.colors;
  const [across, up] = seen.isSwapped ? [seen.y, seen.x] : [seen.x, seen.y];
  return [
    acrossMarks(seen, across),
    upMarks(seen, up),
    acrossWords(seen, across),
    upWords(seen, up),
    `<rect x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}" fill="none" stroke="${escapeHtml(ink)}"/>`,
  ].join('');
}

function acrossMarks({ area, colors, hasGrid }: SeenPlot, axis: SeenAxis): string {
  const bottom = area.top + area.height;
  const place = placesOn(axis, area.left, area.left + area.width);
  const marks = ticksOf(axis).map(([value, words]) => {
    const at = short(place(value));
    const grid = hasGrid && words !== '' ? line(`M${at} ${short(bottom)}v${short(-area.height)}`, colors.grid) : '';
    const mark = line(`M${at} ${short(bottom)}v${words === '' ? MINOR : MARK}`, colors.ink);
    return `${grid}${mark}${text(words, at, short(bottom + 18), 'middle', colors.ink)}`;
  });
  return marks.join('');
}

function acrossWords({ area, colors, height }: SeenPlot, { label, ticks }: SeenAxis): string {
  return [
    text(label, short(area.left + area.width / 2), height - 10, 'middle', colors.ink),
    text(ticks.note, short(area.left + area.width), height - 10, 'end', colors.ink),
  ].join('');
}

function upMarks({ area, colors, hasGrid }: SeenPlot, axis: SeenAxis): string {
  const place = placesOn(axis, area.top + area.height, area.top);
  const marks = ticksOf(axis).map(([value, words]) => {
    const at = place(value);
    const grid =
      hasGrid && words !== '' ? line(`M${short(area.left)} ${short(at)}h${short(area.width)}`, colors.grid) : '';
    const mark = line(`M${short(area.left)} ${short(at)}h-${words === '' ? MINOR : MARK}`, colors.ink);
    return `${grid}${mark}${text(words, short(area.left - 8), short(at + 4), 'end', colors.ink)}`;
  });
  return marks.join('');
}

function upWords({ area, colors }: SeenPlot, { label, ticks }: SeenAxis): string {
  const middle = short(area.top + area.height / 2);
  return [
    `<g transform="rotate(-90 16 ${middle})">${text(label, 16, middle, 'middle', colors.ink)}</g>`,
    text(ticks.note, short(area.left), short(area.top - 8), 'start', colors.ink),
  ].join('');
}

function ticksOf({ ticks }: SeenAxis): [value: number, text: string][] {
  return ticks.values.map((value, at) => [value, ticks.texts[at] ?? '']);
}

function line(path: string, color: string): string {
  return `<path d="${path}" stroke="${escapeHtml(color)}"/>`;
}

/** A text, escaped and not too long; nothing for an empty one. */
export function text(
  words: string,
  x: number | string,
  y: number | string,
  anchor: 'start' | 'middle' | 'end',
  color: string,
): string {
  if (words === '') return '';
  const fill = color === 'black' ? '' : ` fill="${escapeHtml(color)}"`;
  return `<text x="${x}" y="${y}" text-anchor="${anchor}"${fill}>${escapeHtml(words.slice(0, LONGEST_TEXT))}</text>`;
}
