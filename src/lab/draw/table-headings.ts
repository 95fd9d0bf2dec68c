import { select } from 'd3';
import type { SortDirection, TableHeading } from '../../figures/index.js';
import { dragHeading } from './heading-drag.js';
import { dragWidth } from './width-drag.js';
import { write } from './text.js';

/** What a key adds to a column's width, in pixels. */
const STEP = 12;

const HINT =
  'Click to sort, drag to move. Keys: Enter sorts, Alt+arrows move, Shift+arrows change the width, Shift+Enter fits it';

/** What a user can do with a column; columns are told by their places as shown. */
export interface HeadingRequests {
  sort(column: number): void;
  /** Puts the column `from` to the place `to`. */
  move(from: number, to: number): void;
  /** Gives a column a width in pixels. */
  resize(column: number, pixels: number): void;
  /** Makes a column as wide as what is in it. */
  fit(column: number): void;
}

/** How the headings are shown. */
export interface HeadingLook {
  /** Widths for CSS. */
  template: string;
  directionOf(key: string): SortDirection | null;
}

/** The headings of a table, which stay at the top while rows are scrolled: one stop for the Tab key. */
export class TableHeadings {
  readonly #content: HTMLElement;
  readonly #requests: HeadingRequests;
  #headings: readonly TableHeading[] = [];
  /** The column that the Tab key comes to. */
  #entry = 0;

  constructor(content: HTMLElement, requests: HeadingRequests) {
    this.#content = content;
    this.#requests = requests;
  }

  draw(headings: readonly TableHeading[], { template, directionOf }: HeadingLook): void {
    this.#headings = headings;
    this.#entry = Math.max(0, Math.min(this.#entry, headings.length - 1));
    this.#content.style.setProperty('--jp-livesky-columns', template);
    const row = select(this.#content)
      .selectAll<HTMLDivElement, unknown>(':scope > .jp-Livesky-tableHead')
      .data([null])
      .join((enter) => enter.insert('div', ':first-child'))
      .attr('class', 'jp-Livesky-tableHead')
      .attr('role', 'row')
      .attr('aria-rowindex', 1)
      .on('keydown', (event: KeyboardEvent) => this.#onKey(event));
    row
      .selectAll<HTMLDivElement, TableHeading>(':scope > div')
      .data(headings)
      .join((enter) => enter.append('div').each((_, at, all) => this.#build(all[at] as HTMLElement)))
      .attr('role', 'columnheader')
      .attr('aria-colindex', (_, column) => column + 1)
      .attr('aria-sort', ({ key }) => directionOf(key))
      .select<HTMLButtonElement>('button')
      .attr('title', ({ label }) => `${label}\n${HINT}`)
      .attr('tabindex', (_, column) => (column === this.#entry ? 0 : -1))
      .each(function ({ label }) {
        write(this, label);
      });
  }

  #build(heading: HTMLElement): void {
    const column = (): number => [...(heading.parentElement?.children ?? [])].indexOf(heading);
    const button = select(heading).append('button').attr('type', 'button').attr('class', 'jp-Livesky-heading');
    button
      .attr('data-lm-suppress-shortcuts', 'true')
      .on('pointerdown', (event: PointerEvent) => dragHeading(event, heading, (to) => this.#move(column(), to)))
      .on('click', () => this.#requests.sort(column()))
      .on('focus', () => this.#enterAt(column()));
    select(heading)
      .append('span')
      .attr('class', 'jp-Livesky-columnHandle')
      .attr('title', 'Drag to change the width; double click to fit it')
      .on('pointerdown', (event: PointerEvent) => {
        dragWidth(event, heading.offsetWidth, (pixels) => this.#requests.resize(column(), pixels));
      })
      .on('dblclick', () => this.#requests.fit(column()));
  }

  #onKey(event: KeyboardEvent): void {
    const column = this.#buttons().indexOf(event.target as HTMLButtonElement);
    if (column < 0 || event.ctrlKey || event.metaKey || !this.#takesKey(event, column)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #takesKey({ key, altKey, shiftKey }: KeyboardEvent, column: number): boolean {
    if (shiftKey && key === 'Enter') this.#requests.fit(column);
    else if (key === 'Home' || key === 'End') this.#focus(key === 'Home' ? 0 : this.#headings.length - 1);
    else if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const by = key === 'ArrowLeft' ? -1 : 1;
      if (altKey) this.#move(column, column + by);
      else if (shiftKey) this.#requests.resize(column, this.#widthOf(column) + by * STEP);
      else this.#focus(column + by);
    } else return false;
    return true;
  }

  /** The focus goes along. */
  #move(from: number, to: number): void {
    if (to < 0 || to >= this.#headings.length || to === from) return;
    this.#requests.move(from, to);
    this.#focus(to);
  }

  #focus(column: number): void {
    this.#buttons()[column]?.focus();
  }

  #enterAt(column: number): void {
    this.#entry = column;
    for (const [at, button] of this.#buttons().entries()) button.tabIndex = at === column ? 0 : -1;
  }

  #widthOf(column: number): number {
    return this.#buttons()[column]?.parentElement?.offsetWidth ?? 0;
  }

  #buttons(): HTMLButtonElement[] {
    return [...this.#content.querySelectorAll<HTMLButtonElement>(':scope > .jp-Livesky-tableHead button')];
  }
}
