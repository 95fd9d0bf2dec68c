import { local, pathRound, select } from 'd3';
import type { LineSeries, LineSpec } from '../../figures/index.js';
import { lookOf } from './look.js';
import type { Look } from './look.js';
import { traceMarker } from './markers.js';
import { drawParts, markerParts, strokeParts } from './parts.js';

const SAMPLE_WIDTH = 28;
const SAMPLE_HEIGHT = 14;
const LARGEST_MARKER = 11;

/** What a legend was when it was last redone. */
const drawn = local<string>();

/** Draws the legend in a row of its own, where it hides no points; lines without labels need none. */
export function drawLegend(host: HTMLElement, spec: LineSpec): void {
  const wanted = spec.series.some((series) => series.label !== '');
  const legend = select(host)
    .selectAll<HTMLDivElement, unknown>(':scope > .jp-Livesky-legend')
    .data(wanted ? [null] : [])
    .join((enter) => enter.insert('div', ':first-child'))
    .attr('class', 'jp-Livesky-legend')
    .node();
  if (!legend) return;
  const signature = JSON.stringify([spec.legendTitle, spec.series.map(({ label, style }) => [label, style])]);
  if (drawn.get(legend) === signature) return;
  drawn.set(legend, signature);
  fill(legend, spec);
}

function fill(legend: HTMLDivElement, spec: LineSpec): void {
  select(legend)
    .selectAll(':scope > .jp-Livesky-legendTitle')
    .data(spec.legendTitle === '' ? [] : [spec.legendTitle])
    .join((enter) => enter.insert('span', ':first-child'))
    .attr('class', 'jp-Livesky-legendTitle')
    .text((title) => title);
  select(legend)
    .selectAll<HTMLSpanElement, LineSeries>(':scope > .jp-Livesky-legendEntry')
    .data(spec.series)
    .join('span')
    .attr('class', 'jp-Livesky-legendEntry')
    .text('')
    .each(entry);
}

function entry(this: HTMLSpanElement, series: LineSeries, index: number): void {
  sample(this, lookOf(series.style, index));
  select(this).append('span').text(series.label);
}

/** A piece of the line, with one marker. */
function sample(parent: HTMLSpanElement, look: Look): void {
  const svg = select(parent)
    .append('svg')
    .attr('aria-hidden', 'true')
    .attr('width', SAMPLE_WIDTH)
    .attr('height', SAMPLE_HEIGHT)
    .style('color', look.color);
  const [x, y] = [SAMPLE_WIDTH / 2, SAMPLE_HEIGHT / 2];
  drawParts(svg.node() as SVGSVGElement, [
    ...strokeParts(look, () => `M1,${y}H${SAMPLE_WIDTH - 1}`),
    ...markerParts(look, (outlines) => {
      const pen = pathRound(2);
      traceMarker(pen, outlines, x, y, Math.min(look.markerSize, LARGEST_MARKER));
      return pen.toString();
    }),
  ]);
}
