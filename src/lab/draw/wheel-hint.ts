import { select } from 'd3';

/** So often a page says it. */
const MOST = 3;
const SHOWN_MS = 2000;

let left = MOST;

/** Tells those who turn the wheel over a plot how it zooms. */
export class WheelHint {
  readonly #element: HTMLDivElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(stage: HTMLElement) {
    this.#element = select(stage)
      .append('div')
      .attr('class', 'jp-Livesky-hint')
      .attr('aria-hidden', 'true')
      .property('hidden', true)
      .text('Ctrl + wheel zooms; without Ctrl after a click into the plot')
      .node() as HTMLDivElement;
  }

  show(): void {
    if (left === 0 || !this.#element.hidden) return;
    left -= 1;
    this.#element.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#element.hidden = true), SHOWN_MS);
  }
}
