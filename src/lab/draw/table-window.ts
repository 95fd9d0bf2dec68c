import { select } from 'd3';
import type { TableView } from '../../figures/index.js';
import { CellTip } from './cell-tip.js';
import { NewRows } from './new-rows.js';
import { NO_TABLE } from './no-table.js';
import { ScrollRange } from './scroll-range.js';
import { drawRows } from './table-rows.js';
import type { RowMarks } from './table-rows.js';

/** Heights in pixels; style/table.css gives rows and headings the same. */
export const ROW_HEIGHT = 24;
const HEADING_HEIGHT = 28;

/** Used where the page has no layout. */
const USUAL_HEIGHT = 336;

/** Scroll positions are rounded by the browser. */
const NEARLY = 2;

/** What surrounds a table. */
export interface TableFrame {
  /** Read by screen readers as the table's name. */
  description: string;
  /** Id of the element that sums the table up for them. */
  summary: string;
  /** Pixels that the user wants it to have; null for as many as its rows take, up to a limit. */
  height: number | null;
}

/** A view on a part of a table, with what it takes to scroll it. */
export class TableWindow {
  readonly #viewport: HTMLDivElement;
  readonly #content: HTMLDivElement;
  readonly #newRows: NewRows;
  readonly #tip: CellTip;
  readonly #marks: RowMarks;
  readonly #takesKey: (event: KeyboardEvent) => boolean;
  #view: TableView = NO_TABLE;
  #range = new ScrollRange(0, ROW_HEIGHT, USUAL_HEIGHT);
  /** The place in the table that is seen at the top. */
  #top = 0;
  #atEnd = true;
  /** Where the scroll bar was when we last put it somewhere or were told. */
  #knownScrollTop = 0;
  /** The last height that was not that of a hidden element. */
  #measuredHeight = 0;
  #hidden = false;

  /** `takesKey` is asked first of each key whether it is meant for something else than scrolling. */
  constructor(host: HTMLElement, marks: RowMarks, takesKey: (event: KeyboardEvent) => boolean) {
    this.#marks = marks;
    this.#takesKey = takesKey;
    const frame = select(host).append('div').attr('class', 'jp-Livesky-tableFrame');
    const viewport = frame.append('div').attr('class', 'jp-Livesky-table jp-Livesky-resizable');
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
    this.#newRows = new NewRows(frame.node() as HTMLElement, () => this.#follow());
    this.#tip = new CellTip(frame.node() as HTMLElement, this.#content);
    new ResizeObserver((entries) => this.#onResize(entries.at(-1)?.contentRect.width ?? 0)).observe(this.#viewport);
  }

  /** Shows a table that may have grown. */
  show(view: TableView, { description, summary, height }: TableFrame): void {
    this.#view = view;
    select(this.#viewport)
      .attr('aria-label', description)
      .attr('aria-describedby', summary)
      .attr('aria-rowcount', view.rows + 1)
      .attr('aria-colcount', view.headings.length);
    this.#viewport.style.height = height === null ? '' : `${height}px`;
    this.#viewport.style.maxHeight = height === null ? '' : 'none';
    this.#stay();
  }

  /** Draws the same rows once more: other ones are marked. */
  redraw(): void {
    if (!this.#isHidden) this.#draw();
  }

  /** The element that holds headings and rows. */
  get content(): HTMLElement {
    return this.#content;
  }

  /** The rows that are wholly in sight: the first one, and the one after the last. */
  get inSight(): { from: number; to: number } {
    const from = Math.ceil(this.#top / ROW_HEIGHT);
    return { from, to: Math.max(from + 1, Math.floor((this.#top + this.#range.viewport) / ROW_HEIGHT)) };
  }

  focus(): void {
    this.#viewport.focus();
  }

  /** Scrolls as little as brings a row into sight, and then stays there although the table grows. */
  reveal(row: number): void {
    const [above, below] = [row * ROW_HEIGHT, (row + 1) * ROW_HEIGHT - this.#range.viewport];
    const top = Math.max(below, Math.min(above, this.#top));
    if (top === this.#top) this.redraw();
    else this.#goTo(top);
    this.#atEnd &&= row >= this.#view.rows - 1;
  }

  /** Scrolls sideways as little as brings a column into sight. */
  revealColumn(column: number): void {
    const heading = this.#content.querySelectorAll<HTMLElement>('[role=columnheader]')[column];
    if (!heading) return;
    const { offsetLeft: left, offsetWidth: width } = heading;
    const most = left + width - this.#viewport.clientWidth;
    this.#viewport.scrollLeft = Math.min(left, Math.max(most, this.#viewport.scrollLeft));
  }

  /**
   * Shows the same rows, or the newest. The scroll bar is left alone where it can be: moving it would
   * stop whoever is scrolling just now.
   */
  #stay(): void {
    this.#measure();
    const { scrollTop } = this.#viewport;
    const free = !this.#range.scaled && !this.#isHidden;
    if (free && this.#hasMoved(scrollTop)) this.#look(scrollTop);
    if (free && !this.#atEnd) this.#draw();
    else this.#restore();
  }

  /**
   * Browsers forget how far a hidden element was scrolled, and say so as if the user had scrolled. A change of
   * JupyterLab's theme hides everything for less than a frame, which the observer never hears of.
   */
  get #isHidden(): boolean {
    return this.#hidden || (this.#measuredHeight > 0 && this.#viewport.clientHeight === 0);
  }

  #restore(): void {
    this.#goTo(this.#atEnd ? this.#range.end : this.#top);
  }

  #hasMoved(scrollTop: number): boolean {
    return Math.abs(scrollTop - this.#knownScrollTop) >= NEARLY / 2;
  }

  #measure(): void {
    const rows = this.#view.rows;
    const shown = new ScrollRange(rows, ROW_HEIGHT, 0).shown;
    this.#content.style.height = `${HEADING_HEIGHT + shown}px`;
    this.#measuredHeight = this.#viewport.clientHeight || this.#measuredHeight;
    const height = (this.#measuredHeight || USUAL_HEIGHT) - HEADING_HEIGHT;
    this.#range = new ScrollRange(rows, ROW_HEIGHT, height);
  }

  /** Looks at a place in the table and moves the scroll bar along. */
  #goTo(top: number): void {
    this.#look(top);
    // The bar of a hidden element stays at 0, and is where it was when the element is shown again.
    if (!this.#isHidden) {
      this.#viewport.scrollTop = this.#range.toPage(this.#top);
      this.#knownScrollTop = this.#viewport.scrollTop;
    }
    this.#draw();
  }

  #look(top: number): void {
    this.#top = this.#range.clamp(top);
    this.#atEnd = this.#top >= this.#range.end - NEARLY;
  }

  #onScroll(): void {
    const { scrollTop } = this.#viewport;
    if (this.#isHidden || !this.#hasMoved(scrollTop)) return;
    this.#knownScrollTop = scrollTop;
    this.#look(this.#range.toTable(scrollTop));
    this.#draw();
  }

  #onResize(width: number): void {
    const shown = this.#hidden && width > 0;
    this.#hidden = width === 0;
    // Styles that come after the first drawing change the height, too.
    if (!shown && this.#viewport.clientHeight === this.#measuredHeight) return;
    this.#measure();
    this.#restore();
  }

  /** In a scaled table a notch of the wheel would skip many rows. */
  #onWheel(event: WheelEvent): void {
    if (event.deltaY === 0) return;
    if (!this.#range.scaled) return this.#onWheelUp(event);
    event.preventDefault();
    const unit = [1, ROW_HEIGHT, this.#range.viewport][event.deltaMode] ?? 1;
    this.#goTo(this.#top + event.deltaY * unit);
  }

  /**
   * The end is let go of before the browser scrolls, not when it tells that it has: a row that comes
   * in between would move the bar, and the browser adds its own step to that, so that the wheel falls short.
   */
  #onWheelUp({ deltaY, ctrlKey, shiftKey }: WheelEvent): void {
    const scrolls = deltaY < 0 && !ctrlKey && !shiftKey && this.#range.end > 0;
    if (scrolls) this.#atEnd = false;
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#takesKey(event)) {
      event.preventDefault();
      return;
    }
    const page = Math.max(ROW_HEIGHT, Math.floor(this.#range.viewport / ROW_HEIGHT - 1) * ROW_HEIGHT);
    const places: Record<string, number> = {
      ArrowUp: this.#top - ROW_HEIGHT,
      ArrowDown: this.#top + ROW_HEIGHT,
      PageUp: this.#top - page,
      PageDown: this.#top + page,
      Home: 0,
      End: this.#range.end,
    };
    const place = places[event.key];
    if (place === undefined || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#goTo(place);
  }

  /** Goes to the newest row, and from there the button that led here is no longer needed. */
  #follow(): void {
    this.#viewport.focus();
    this.#goTo(this.#range.end);
  }

  #draw(): void {
    const first = Math.floor(this.#top / ROW_HEIGHT);
    const count = Math.ceil(this.#range.viewport / ROW_HEIGHT) + 1;
    const last = Math.min(this.#view.rows, first + count);
    const shift = HEADING_HEIGHT + this.#range.toPage(this.#top) - this.#top;
    const place = (row: number): number => shift + row * ROW_HEIGHT;
    drawRows(this.#content, this.#view, { first, last, place }, this.#marks);
    this.#newRows.update(last, this.#view.rows, this.#atEnd);
    this.#tip.update(this.#view);
  }
}
