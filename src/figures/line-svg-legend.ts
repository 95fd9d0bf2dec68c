import { escapeHtml } from '../text/index.js';
import { LONGEST_TEXT, text } from './line-svg-axes.js';
import { short } from './line-svg-marks.js';
import type { SeenPlot } from './seen-plot.js';

const MOST_ENTRIES = 12;
const ROW = 16;

/** A line in a legend. */
export interface LegendLine {
  label: string;
  color: string;
}

/** The legend, at the upper right of the plot; nothing for lines without names. */
export function legendMarks(title: string, lines: readonly LegendLine[], { area, colors }: SeenPlot): string {
  if (title === '' && lines.every(({ label }) => label === '')) return '';
  const right = area.left + area.width;
  const shown = lines.slice(0, MOST_ENTRIES);
  const more = lines.length > shown.length ? [`and ${lines.length - shown.length} more`] : [];
  const entries = shown.map(({ label, color }, index) => {
    const y = area.top + 34 + ROW * index;
    const sample = `<path d="M${short(right - 12)} ${short(y - 4)}h-20" stroke="${escapeHtml(color)}" stroke-width="2"/>`;
    return sample + text(label, short(right - 38), short(y), 'end', colors.ink);
  });
  const after = area.top + 34 + ROW * shown.length;
  const rest = more.map((words) => text(words, short(right - 12), short(after), 'end', colors.ink));
  const rows = 1 + entries.length + rest.length;
  const letters = Math.max(...[title, ...shown.map(({ label }) => label), ...more].map(({ length }) => length));
  const width = Math.min(LONGEST_TEXT, letters) * 7 + 50;
  const ground = `<rect x="${short(right - 4 - width)}" y="${short(area.top + 4)}" width="${width}" height="${ROW * rows + 6}" fill="${escapeHtml(colors.background)}" fill-opacity="0.8"/>`;
  return [ground, text(title, short(right - 12), short(area.top + 18), 'end', colors.ink), ...entries, ...rest].join(
    '',
  );
}
