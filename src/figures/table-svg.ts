import { escapeHtml, shortened } from '../text/index.js';
import type { RunColumns } from './run-columns.js';
import type { TableSpec } from './spec.js';
import { svgPicture } from './svg-picture.js';
import { tableView } from './table.js';
import type { TableHeading } from './table.js';
import { gapText, tableExcerpt } from './table-excerpt.js';

const ROW_HEIGHT = 18;
/** Pixels of a character in a monospaced font of 12 pixels. */
const CHARACTER = 7.3;
const EDGE = 8;
const LONGEST_TEXT = 60;

/** How much of a table a picture holds. */
export interface TableSize {
  /** Rows at the beginning, and as many at the end. */
  rows: number;
  columns: number;
}

/** A table as a picture that needs nothing else: its heading, its first and its last rows. */
export function tableSvg(spec: TableSpec, run: RunColumns | undefined, size: TableSize): string {
  const view = run ? tableView(run, spec) : { headings: [], rows: 0, cell: () => '' };
  const headings = view.headings.slice(0, size.columns);
  const excerpt = tableExcerpt(view.rows, size.rows);
  let right = EDGE;
  const ends = headings.map(({ width }) => (right += Math.min(width, LONGEST_TEXT) * CHARACTER));
  const lines = excerpt.rows.length + (excerpt.leftOut > 0 ? 1 : 0);
  const [width, height] = [Math.ceil(right + EDGE), (lines + 1) * ROW_HEIGHT + 2 * EDGE];
  const baseline = (line: number): number => EDGE + line * ROW_HEIGHT + 13;
  const row = (line: number, texts: readonly string[]): string =>
    texts
      .map((text, column) =>
        cellText(fitted(text, headings[column] as TableHeading), ends[column] as number, baseline(line)),
      )
      .join('');
  const marks = excerpt.rows.map((each, at) =>
    row(
      at + 1 + (at >= excerpt.gapAfter ? 1 : 0),
      headings.map((_, column) => view.cell(each, column)),
    ),
  );
  if (excerpt.leftOut > 0) marks.push(cellText(gapText(excerpt.leftOut), right, baseline(excerpt.gapAfter + 1)));
  return svgPicture({ width, height, font: 'monospace', description: spec.description }, [
    `<g font-weight="bold">${row(
      0,
      headings.map(({ label }) => label),
    )}</g>`,
    `<path d="M${EDGE} ${EDGE + ROW_HEIGHT}H${width - EDGE}" stroke="black"/>`,
    ...marks,
  ]);
}

/** A picture's columns cannot be made wider: what is too long would lie over its neighbours. */
function fitted(text: string, { width }: TableHeading): string {
  const most = Math.min(width, LONGEST_TEXT) - 1;
  return text.length > most ? shortened(text, most - 1) : text;
}

function cellText(content: string, right: number, y: number): string {
  if (content === '') return '';
  const x = Math.round(10 * right) / 10;
  return `<text x="${x}" y="${y}" text-anchor="end">${escapeHtml(content)}</text>`;
}
