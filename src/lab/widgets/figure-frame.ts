import { select } from 'd3';
import { write } from '../draw/text.js';

/** The parts of a figure around and including its body. */
export interface FigureFrame {
  label: HTMLElement;
  chip: HTMLElement;
  controls: HTMLElement;
  body: HTMLElement;
  notices: HTMLElement;
}

/** Builds the frame of a figure: a header with label, state and buttons, notices, and the body. */
export function buildFrame(host: HTMLElement): FigureFrame {
  const figure = select(host).attr('class', `${host.className} jp-Livesky`.trim());
  const header = figure.append('div').attr('class', 'jp-Livesky-header');
  const part = (parent: typeof header, tag: string, name: string): typeof header =>
    parent.append<HTMLDivElement>(tag).attr('class', `jp-Livesky-${name}`);
  const node = (selection: typeof header): HTMLElement => selection.node() as HTMLElement;
  const label = part(header, 'span', 'label');
  const chip = part(header, 'span', 'chip').attr('role', 'status');
  const controls = part(header, 'span', 'controls');
  const notices = part(figure as unknown as typeof header, 'div', 'notices').attr('role', 'status');
  const body = part(figure as unknown as typeof header, 'div', 'body');
  return {
    label: node(label),
    chip: node(chip),
    controls: node(controls),
    notices: node(notices),
    body: node(body),
  };
}

/** Shows sentences, each once; empty ones are passed over. */
export function drawNotices(host: HTMLElement, sentences: readonly string[]): void {
  select(host)
    .selectAll<HTMLDivElement, string>('div')
    .data([...new Set(sentences)].filter((sentence) => sentence !== ''))
    .join('div')
    .attr('class', 'jp-Livesky-notice')
    .each(function (sentence) {
      write(this, sentence);
    });
}
