import { escapeHtml } from '../text/index.js';
import { progressBars } from './progress.js';
import type { ProgressBarView } from './progress.js';
import type { RunColumns } from './run-columns.js';
import type { ProgressSpec } from './spec.js';

const ROW_HEIGHT = 24;
const EDGE = 8;
/** Where the bars begin, how long a whole one is, and where what they tell begins. */
const [BAR, LENGTH, TEXT] = [140, 240, 392] as const;
const WIDTH = 640;
const LONGEST_TEXT = 40;

/** How far a run and its devices are, as a picture that needs nothing else: at most so many bars. */
export function progressSvg(spec: ProgressSpec, run: RunColumns | undefined, most: number): string {
  const bars = progressBars(spec, run).slice(0, most);
  const height = bars.length * ROW_HEIGHT + 2 * EDGE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>${escapeHtml(spec.description)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="white"/>`,
    ...bars.map((bar, at) => barSvg(bar, EDGE + at * ROW_HEIGHT)),
    '</svg>',
  ].join('');
}

function barSvg({ label, state, done, text }: ProgressBarView, top: number): string {
  const baseline = top + 15;
  const length = Math.round(LENGTH * (done ?? 0));
  return [
    `<text x="${EDGE}" y="${baseline}">${short(label)}</text>`,
    `<rect x="${BAR}" y="${top + 5}" width="${LENGTH}" height="12" fill="#e0e0e0"/>`,
    `<rect x="${BAR}" y="${top + 5}" width="${length}" height="12" fill="${state === 'failed' ? '#d62728' : '#1f77b4'}"/>`,
    `<text x="${TEXT}" y="${baseline}">${short(text)}</text>`,
  ].join('');
}

function short(text: string): string {
  return escapeHtml(text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text);
}
