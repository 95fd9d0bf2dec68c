import { select } from 'd3';
import { write } from './text.js';

/**
 * The button over a table that tells of rows that came while the user looked at earlier ones, and leads
 * to the newest.
 */
export class NewRows {
  readonly #button: HTMLButtonElement;
  /** Rows that have been in sight, or were there when they could have been. */
  #seen = 0;

  constructor(host: HTMLElement, onClick: () => void) {
    this.#button = select(host)
      .append('button')
      .attr('type', 'button')
      .attr('class', 'jp-Livesky-button jp-Livesky-newRows')
      .attr('data-lm-suppress-shortcuts', 'true')
      .property('hidden', true)
      .on('click', onClick)
      .node() as HTMLButtonElement;
  }

  /** The rows before `last` of `rows` are in sight or were scrolled past. */
  update(last: number, rows: number, atEnd: boolean): void {
    this.#seen = atEnd ? rows : Math.min(rows, Math.max(this.#seen, last));
    const unseen = rows - this.#seen;
    this.#button.hidden = unseen === 0;
    if (unseen === 0) return;
    const text = `${unseen} new row${unseen === 1 ? '' : 's'}`;
    write(this.#button, `${text} ↓`);
    this.#button.setAttribute('aria-label', `${text}, go to the newest`);
  }
}
