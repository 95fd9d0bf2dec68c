import { local, pathRound, select } from 'd3';
import type { LineSeries, LineSpec } from '../../figures/index.js';
import { lookOf } from './look.js';
import type { Look } from './look.js';
import { traceMarker } from './markers.js';
import { drawParts, markerParts, strokeParts } from './parts.js';
import type { LineChoice, PlotChoices } from './plot-choices.js';
import { rove } from './roving.js';

const SAMPLE_WIDTH = 28;
const SAMPLE_HEIGHT = 14;
const LARGEST_MARKER = 11;

/** A pin, in a square of 16. */
const PIN = 'M6 2h4l-.5 4.5L12 9H4l2.5-2.5zM8 9v5';

const SHOWN: LineChoice = { isShown: true, isDim: false, isPinned: false };

/** What a legend was when it was last redone, and which lines it said to be shown. */
const drawn = local<string>();
const said = local<string>();
const chosen = local<PlotChoices>();

/**
 * Draws the legend in a row of its own, where it hides no points; lines without labels need none.
 *
 * Each entry shows or hides its line; of several lines each can be pinned.
 */
export function drawLegend(host: HTMLElement, spec: LineSpec, choices: PlotChoices): void {
  const wanted = spec.series.some((series) => series.label !== '');
  const legend = select(host)
    .selectAll<HTMLDivElement, unknown>(':scope > .jp-Livesky-legend')
    .data(wanted ? [null] : [])
    .join((enter) => enter.insert('div', ':first-child'))
    .attr('class', 'jp-Livesky-legend')
    .attr('role', 'group')
    .attr('aria-label', 'Legend')
    .node();
  if (!legend) return;
  const signature = JSON.stringify([spec.legendTitle, spec.series.map(({ label, style }) => [label, style])]);
  if (drawn.get(legend) !== signature) fill(legend, spec);
  const states = JSON.stringify([signature, choices.lines]);
  chosen.set(legend, choices);
  if (said.get(legend) !== states) update(legend, choices.lines);
  drawn.set(legend, signature);
  said.set(legend, states);
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
    .join((enter) => enter.append('span').attr('class', 'jp-Livesky-legendEntry').each(build))
    .each(describe);
}

/** Buttons stay the same while lines come: one of them may have the focus. */
function build(this: HTMLSpanElement): void {
  const button = (name: string): ReturnType<typeof select<HTMLButtonElement, unknown>> =>
    select(this)
      .append('button')
      .attr('type', 'button')
      .attr('class', name)
      .attr('data-lm-suppress-shortcuts', 'true') as never;
  button('jp-Livesky-legendToggle').attr('title', 'Show or hide this line; with Shift: this one only');
  button('jp-Livesky-legendPin')
    .append('svg')
    .attr('viewBox', '0 0 16 16')
    .attr('width', 14)
    .attr('height', 14)
    .attr('aria-hidden', 'true')
    .append('path')
    .attr('d', PIN);
}

function describe(this: HTMLSpanElement, series: LineSeries, index: number): void {
  const toggle = select(this).select<HTMLButtonElement>('.jp-Livesky-legendToggle').text('');
  sample(toggle.node() as HTMLButtonElement, lookOf(series.style, index));
  toggle.append('span').text(series.label);
  const label = series.label || String(index + 1);
  select(this)
    .select('.jp-Livesky-legendPin')
    .attr('aria-label', `Pin line ${label}`)
    .attr('title', 'Pin: this line stays, others stand back');
}

function update(legend: HTMLDivElement, lines: readonly LineChoice[]): void {
  const toggle = (line: number, only: boolean): void => chosen.get(legend)?.toggle(line, only);
  const entries = select(legend).selectAll<HTMLSpanElement, LineSeries>(':scope > .jp-Livesky-legendEntry');
  entries.each(function (_, index) {
    const { isShown, isDim, isPinned } = lines[index] ?? SHOWN;
    select(this).classed('jp-mod-hidden', !isShown).classed('jp-mod-dim', isDim);
    select(this)
      .select('.jp-Livesky-legendToggle')
      .attr('aria-pressed', String(isShown))
      .on('click', (event: MouseEvent) => toggle(index, event.shiftKey))
      .on('keydown', (event: KeyboardEvent) => {
        if (!event.shiftKey || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        toggle(index, true);
      });
    select(this)
      .select('.jp-Livesky-legendPin')
      .attr('aria-pressed', String(isPinned))
      .property('hidden', entries.size() < 2)
      .on('click', () => chosen.get(legend)?.pin(index));
  });
  rove(legend, [...legend.querySelectorAll<HTMLElement>('button:not([hidden])')]);
}

/** A piece of the line, with one marker. */
function sample(parent: HTMLElement, look: Look): void {
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
