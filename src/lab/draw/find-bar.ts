import { select } from 'd3';
import { write } from './text.js';

/** What a find bar asks for. */
export interface FindRequests {
  /** The text has changed. */
  look(text: string): void;
  /** The next hit, or the one before. */
  step(by: 1 | -1): void;
  closed(): void;
}

const ICONS: Readonly<Record<'previous' | 'next' | 'close', string>> = {
  previous: 'M2,8L6,4L10,8',
  next: 'M2,4L6,8L10,4',
  close: 'M3,3L9,9M9,3L3,9',
};

/** The line above a table with a field for a text to find, the count of hits, and buttons. */
export class FindBar {
  readonly #bar: HTMLDivElement;
  readonly #field: HTMLInputElement;
  readonly #count: HTMLElement;
  readonly #requests: FindRequests;

  constructor(host: HTMLElement, requests: FindRequests) {
    this.#requests = requests;
    const bar = select(host)
      .append('div')
      .attr('class', 'jp-Livesky-find')
      .attr('role', 'search')
      .attr('data-lm-suppress-shortcuts', 'true')
      .property('hidden', true)
      .on('keydown', (event: KeyboardEvent) => this.#onKey(event));
    this.#bar = bar.node() as HTMLDivElement;
    this.#field = bar
      .append('input')
      .attr('type', 'text')
      .attr('class', 'jp-Livesky-findField')
      .attr('aria-label', 'Find in the table')
      .attr('placeholder', 'Find')
      .attr('spellcheck', 'false')
      .attr('autocomplete', 'off')
      .on('input', () => requests.look(this.#field.value))
      .node() as HTMLInputElement;
    this.#count = bar
      .append('span')
      .attr('class', 'jp-Livesky-findCount')
      .attr('role', 'status')
      .node() as HTMLSpanElement;
    this.#button('previous', 'The one before (Shift+Enter)', () => requests.step(-1));
    this.#button('next', 'The next one (Enter)', () => requests.step(1));
    this.#button('close', 'Close (Escape)', () => this.close());
  }

  get isOpen(): boolean {
    return !this.#bar.hidden;
  }

  /** Shows the line with the cursor in its field; what was looked for before can be overwritten. */
  open(): void {
    const wasOpen = this.isOpen;
    this.#bar.hidden = false;
    this.#field.focus();
    this.#field.select();
    if (!wasOpen && this.#field.value !== '') this.#requests.look(this.#field.value);
  }

  close(): void {
    this.#bar.hidden = true;
    this.#requests.closed();
  }

  /** Says how many hits there are. */
  say(count: string): void {
    write(this.#count, count);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.#field) this.#requests.step(event.shiftKey ? -1 : 1);
    else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) this.open();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #button(name: keyof typeof ICONS, label: string, press: () => void): void {
    const button = select(this.#bar)
      .append('button')
      .attr('type', 'button')
      .attr('class', 'jp-Livesky-findButton')
      .attr('aria-label', label)
      .attr('title', label)
      .on('click', press);
    const icon = button.append('svg').attr('viewBox', '0 0 12 12').attr('width', 12).attr('height', 12);
    icon.attr('aria-hidden', 'true').append('path').attr('d', ICONS[name]);
  }
}
