import { select } from 'd3';
import { write } from '../draw/text.js';

/** The parts of a figure around and including its body. */
export interface FigureFrame {
  figure: HTMLElement;
  label: HTMLElement;
  chip: HTMLElement;
  controls: HTMLElement;
  /** What the body and its handle share: as wide as the figure is drawn. */
  box: HTMLElement;
  /** The toolbar, at the upper right of the body. */
  tools: HTMLElement;
  body: HTMLElement;
  notices: HTMLElement;
  /** Read by screen readers with whatever refers to its `id`. */
  summary: HTMLElement;
}

let frames = 0;

/** Builds the frame of a figure: a header with label, state and buttons, notices, and the body. */
export function buildFrame(host: HTMLElement): FigureFrame {
  const figure = select(host).attr('class', `${host.className} jp-Livesky`.trim()).attr('role', 'figure');
  const header = figure.append('div').attr('class', 'jp-Livesky-header');
  const part = (parent: typeof header, tag: string, name: string): typeof header =>
    parent.append<HTMLDivElement>(tag).attr('class', `jp-Livesky-${name}`);
  const node = (selection: typeof header): HTMLElement => selection.node() as HTMLElement;
  const label = part(header, 'span', 'label');
  const chip = part(header, 'span', 'chip').attr('role', 'status');
  const controls = part(header, 'span', 'controls');
  const whole = figure as unknown as typeof header;
  const notices = part(whole, 'div', 'notices').attr('role', 'status');
  const box = part(whole, 'div', 'box');
  const tools = part(box, 'div', 'tools');
  const body = part(box, 'div', 'body');
  const summary = part(whole, 'div', 'said').attr('id', `jp-Livesky-summary-${frames++}`);
  return {
    figure: host,
    label: node(label),
    chip: node(chip),
    controls: node(controls),
    notices: node(notices),
    box: node(box),
    tools: node(tools),
    body: node(body),
    summary: node(summary),
  };
}

/** Says in the cell that its figure is in a tab, with a button that leads there. */
export function drawTabNote(host: HTMLElement, title: string, tab: { activate(): void }): void {
  const note = select(host).append('div').attr('class', 'jp-Livesky-tabNote');
  const button = note.append('button').attr('type', 'button');
  write(button.node() as HTMLElement, `${title}: in a tab of its own`);
  button.on('click', () => tab.activate());
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
