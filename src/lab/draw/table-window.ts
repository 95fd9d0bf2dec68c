import { select } from 'd3';
import type { TableView } from '../../figures/index.js';
import { ScrollRange } from './scroll-range.js';
import { drawHeadings, drawRows } from './table-rows.js';

/** Heights in pixels; style/table.css gives rows and headings the same. */
export const ROW_HEIGHT = 24;
const HEADING_HEIGHT = 28;

/** Used where the page has no layout. */
const USUAL_HEIGHT = 336;

/** Scroll positions are rounded by the browser. */
const NEARLY = 2;

/** A view on a part of a table, with what it takes to scroll it. */
export class TableWindow {
  readonly #viewport: HTMLDivElement;
  readonly #content: HTMLDivElement;
  #view: TableView = { headings: [], rows: 0, cell: () => '', notice: '' };
  #range = new ScrollRange(0, ROW_HEIGHT, USUAL_HEIGHT);
  /** The place in the table that is seen at the top. */
  #top = 0;
  #atEnd = true;
  /** Where we put the scroll bar ourselves. */
  #ownScrollTop = -1;
  /** Browsers forget how far a hidden element was scrolled, and say so as if the user had scrolled. */
  #hidden = false;

  constructor(host: HTMLElement) {
    const viewport = select(host).append('div').attr('class', 'jp-Livesky-table');
    this.#viewport = viewport
      .attr('role', 'table')
      .attr('tabindex', 0)
      // Else the notebook takes the arrow keys and goes to another cell.
      .attr('data-lm-suppress-shortcuts', 'true')
      .node() as HTMLDivElement;
    this.#content = viewport
      .append('div')
      .attr('class', 'jp-Livesky-tableContent')
      .attr('role', 'presentation')
      .node() as HTMLDivElement;
    viewport
      .on('scroll', () => this.#onScroll())
      .on('wheel', (event: WheelEvent) => this.#onWheel(event), { passive: false })
      .on('keydown', (event: KeyboardEvent) => this.#onKey(event));
    new ResizeObserver((entries) => this.#onResize(entries.at(-1)?.contentRect.width ?? 0)).observe(this.#viewport);
  }

  /** Shows a table that may have grown. */
  show(view: TableView, description: string): void {
    this.#view = view;
    select(this.#viewport)
      .attr('aria-label', description)
      .attr('aria-rowcount', view.rows + 1)
      .attr('aria-colcount', view.headings.length);
    drawHeadings(this.#content, view);
    this.#stay();
  }

  #stay(): void {
    this.#measure();
    this.#goTo(this.#atEnd ? this.#range.end : this.#top);
  }

  #measure(): void {
    const rows = this.#view.rows;
    const shown = new ScrollRange(rows, ROW_HEIGHT, 0).shown;
    this.#content.style.height = `${HEADING_HEIGHT + shown}px`;
    const height = (this.#viewport.clientHeight || USUAL_HEIGHT) - HEADING_HEIGHT;
    this.#range = new ScrollRange(rows, ROW_HEIGHT, height);
  }

  /** Looks at a place in the table and moves the scroll bar along. */
  #goTo(top: number): void {
    this.#look(top);
    this.#viewport.scrollTop = this.#range.toPage(this.#top);
    this.#ownScrollTop = this.#viewport.scrollTop;
    this.#draw();
  }

  #look(top: number): void {
    this.#top = this.#range.clamp(top);
    this.#atEnd = this.#top >= this.#range.end - NEARLY;
  }

  #onScroll(): void {
    const { scrollTop } = this.#viewport;
    if (this.#hidden || Math.abs(scrollTop - this.#ownScrollTop) < NEARLY / 2) return;
    this.#ownScrollTop = -1;
    this.#look(this.#range.toTable(scrollTop));
    this.#draw();
  }

  #onResize(width: number): void {
    const shown = this.#hidden && width > 0;
    this.#hidden = width === 0;
    if (shown) this.#stay();
  }

  /** In a scaled table a notch of the wheel would skip many rows. */
  #onWheel(event: WheelEvent): void {
    if (!this.#range.scaled || event.deltaY === 0) return;
    event.preventDefault();
    const unit = [1, ROW_HEIGHT, this.#range.viewport][event.deltaMode] ?? 1;
    this.#goTo(this.#top + event.deltaY * unit);
  }

  #onKey(event: KeyboardEvent): void {
    if (!this.#range.scaled) return;
    const page = this.#range.viewport - ROW_HEIGHT;
    const steps: Record<string, number> = {
      ArrowUp: -ROW_HEIGHT,
      ArrowDown: ROW_HEIGHT,
      PageUp: -page,
      PageDown: page,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#goTo(this.#top + step);
  }

  #draw(): void {
    const first = Math.floor(this.#top / ROW_HEIGHT);
    const count = Math.ceil(this.#range.viewport / ROW_HEIGHT) + 1;
    const last = Math.min(this.#view.rows, first + count);
    const shift = HEADING_HEIGHT + this.#range.toPage(this.#top) - this.#top;
    drawRows(this.#content, this.#view, first, last, (row) => shift + row * ROW_HEIGHT);
  }
}
