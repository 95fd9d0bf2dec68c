import { escapeHtml } from '../text/index.js';
import { lineSvg } from './line-svg.js';
import { panelsSvg } from './panels-svg.js';
import { progressSvg } from './progress-svg.js';
import type { RunColumns } from './run-columns.js';
import type { FigureSpec, LineSpec } from './spec.js';
import { tableSvg } from './table-svg.js';

/** The most bytes of a picture. */
const MOST_BYTES = 200_000;
/** How much is drawn at first: of a line so many points, of a table so many rows at either end. */
const FULL = { points: 4000, lines: 500, rows: 50, columns: 100 } as const;
/** Where nothing more can be left out. */
const LEAST_DETAIL = 1 / 64;

/**
 * A figure of any kind as a picture that needs nothing else, of at most 200 kB.
 *
 * Lines are thinned out to what can be seen, tables show their first and last 50 rows; where that is
 * still too much, there is less of everything.
 */
export function asSvg(spec: FigureSpec, runs: (uid: string) => RunColumns | undefined): string {
  for (let detail = 1; detail >= LEAST_DETAIL; detail /= 2) {
    const svg = draw(spec, runs, detail);
    if (bytesAtMost(svg) <= MOST_BYTES) return svg;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="40" role="img"><text x="8" y="24">${escapeHtml(spec.description.slice(0, 80))}</text></svg>`;
}

function draw(spec: FigureSpec, runs: (uid: string) => RunColumns | undefined, detail: number): string {
  const some = (most: number): number => Math.ceil(most * detail);
  switch (spec.kind) {
    case 'line':
      return lineSvg(newest(spec, some(FULL.lines)), runs, some(FULL.points));
    case 'panels':
      return panelsSvg(
        { ...spec, panels: spec.panels.map((panel) => panel && newest(panel, some(FULL.lines))) },
        runs,
        some(FULL.points / spec.panels.length),
      );
    case 'progress':
      return progressSvg(spec, spec.run === null ? undefined : runs(spec.run));
    case 'table':
      return tableSvg(spec, runs(spec.run), { rows: some(FULL.rows), columns: some(FULL.columns) });
  }
}

/** The last lines of many. */
function newest(spec: LineSpec, most: number): LineSpec {
  return spec.series.length <= most ? spec : { ...spec, series: spec.series.slice(-most) };
}

/** An upper bound of a text's bytes in UTF-8. */
function bytesAtMost(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) bytes += 2;
  return bytes;
}
