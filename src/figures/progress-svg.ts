import { escapeHtml } from '../text/index.js';
import { progressBars } from './progress.js';
import type { BarState } from './progress.js';
import type { RunColumns } from './run-columns.js';
import type { ProgressSpec } from './spec.js';
import { svgPicture } from './svg-picture.js';

const WIDTH = 560;
const ROW_HEIGHT = 22;
const EDGE = 8;
/** Where bars begin, how long they are, and where texts begin. */
const BAR = { from: 120, width: 230, height: 10 } as const;
const TEXT_AT = BAR.from + BAR.width + 12;
const LONGEST = { label: 16, text: 30 } as const;

const FILLS: Readonly<Record<BarState, string>> = { moving: '#1976d2', done: '#388e3c', failed: '#d32f2f' };

/** Bars as a picture that needs nothing else. */
export function progressSvg(spec: ProgressSpec, run: RunColumns | undefined): string {
  const bars = progressBars(spec, run);
  const height = bars.length * ROW_HEIGHT + 2 * EDGE;
  const rows = bars.map(({ label, state, done, text }, at) => {
    const top = EDGE + at * ROW_HEIGHT + 6;
    const full = Math.round((done ?? 0) * BAR.width);
    return [
      `<text x="${EDGE}" y="${top + 9}">${escapeHtml(cut(label, LONGEST.label))}</text>`,
      `<rect x="${BAR.from}" y="${top}" width="${BAR.width}" height="${BAR.height}" fill="none" stroke="#999"/>`,
      full > 0
        ? `<rect x="${BAR.from}" y="${top}" width="${full}" height="${BAR.height}" fill="${FILLS[state]}"/>`
        : '',
      `<text x="${TEXT_AT}" y="${top + 9}">${escapeHtml(cut(text, LONGEST.text))}</text>`,
    ].join('');
  });
  return svgPicture({ width: WIDTH, height, font: 'sans-serif', description: spec.description }, rows);
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
