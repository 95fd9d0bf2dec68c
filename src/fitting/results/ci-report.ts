import { fixed } from '../../text/index.js';
import type { ConfidenceLimit } from './confidence.js';

/** How a table of confidence intervals is written. */
export interface CiReportOptions {
  /** Whether the best value is taken from the limits. Default: `true`. */
  withOffset?: boolean | undefined;
  /** Digits after the point. Default: 5. */
  ndigits?: number | undefined;
}

/** The text of lmfit's `ci_report`, to the letter. */
export function ciReport(
  intervals: Readonly<Record<string, readonly ConfidenceLimit[]>>,
  { withOffset = true, ndigits = 5 }: CiReportOptions = {},
): string {
  const rows = Object.entries(intervals);
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  const column = ndigits + 5;
  const [first] = rows;
  if (!first) return '';
  const titles = first[1].map(([probability]) => title(probability).padStart(column));
  const lines = rows.map(([name, limits]) => {
    const best = withOffset ? (limits.find(([probability]) => isBest(probability))?.[1] ?? 0) : 0;
    const cells = limits.map((limit) => cell(limit, best, ndigits, withOffset).padStart(column));
    return ` ${name.padEnd(width)}:${cells.join('')}`;
  });
  return [''.padStart(width + 1) + titles.join(''), ...lines].join('\n');
}

function isBest(probability: number): boolean {
  return Math.abs(probability) < 1e-2;
}

function title(probability: number): string {
  return isBest(probability) ? '_BEST_' : `${fixed(probability * 100, 2)}%`;
}

function cell([probability, value]: ConfidenceLimit, best: number, digits: number, withOffset: boolean): string {
  if (isBest(probability)) return fixed(value, digits);
  const text = fixed(value - best, digits);
  return withOffset && !text.startsWith('-') && text !== 'nan' ? `+${text}` : text;
}
