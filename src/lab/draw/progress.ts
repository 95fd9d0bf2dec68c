import { select } from 'd3';
import type { ProgressBarView } from '../../figures/index.js';
import { write } from './text.js';

/** Draws bars into an element, or changes those that are there: label, bar, text. */
export function drawProgress(host: HTMLElement, bars: readonly ProgressBarView[]): void {
  const list = select(host)
    .selectAll<HTMLDivElement, null>(':scope > .jp-Livesky-progress')
    .data([null])
    .join('div')
    .attr('class', 'jp-Livesky-progress');
  list
    .selectAll<HTMLDivElement, ProgressBarView>(':scope > .jp-Livesky-progressRow')
    .data(bars, ({ label }) => label)
    .join((enter) => enter.append('div').each(buildRow))
    .attr('class', ({ state }) => `jp-Livesky-progressRow jp-mod-${state}`)
    .each(drawRow);
}

function buildRow(this: HTMLElement): void {
  const row = select(this);
  row.append('span').attr('class', 'jp-Livesky-progressLabel');
  row.append('div').attr('class', 'jp-Livesky-progressTrack').attr('role', 'progressbar').append('div');
  row.append('span').attr('class', 'jp-Livesky-progressText');
}

function drawRow(this: HTMLElement, { label, done, text }: ProgressBarView): void {
  const [name, track, told] = Array.from(this.children) as [HTMLElement, HTMLElement, HTMLElement];
  const percent = done === null ? null : Math.round(done * 100);
  write(name, label);
  name.title = label;
  write(told, text);
  select(track)
    .attr('aria-label', label)
    .attr('aria-valuemin', 0)
    .attr('aria-valuemax', 100)
    // Without a value it is one whose end nobody knows.
    .attr('aria-valuenow', percent)
    .attr('aria-valuetext', text)
    .classed('jp-mod-unknown', done === null)
    .select('div')
    .style('width', `${percent ?? 0}%`);
}
