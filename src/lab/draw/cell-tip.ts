import { select } from 'd3';
import type { TableView } from '../../figures/index.js';
import { placeBoxAt } from './placing.js';
import { write } from './text.js';

/** Which cell of a table. */
interface CellIndex {
  row: number;
  column: number;
}

/**
 * The box beside a cell that is pointed at, with its whole value, where that is more than the cell
 * shows.
 *
 * Rows move while a table grows; the box stays with its cell, and goes away with it.
 */
export class CellTip {
  readonly #frame: HTMLElement;
  readonly #content: HTMLElement;
  readonly #box: HTMLDivElement;
  #view: TableView | undefined;
  #cell: CellIndex | undefined;

  /** `content` holds the rows; the box is put into `frame`, which does not scroll. */
  constructor(frame: HTMLElement, content: HTMLElement) {
    this.#frame = frame;
    this.#content = content;
    this.#box = select(frame)
      .append('div')
      .attr('class', 'jp-Livesky-readout jp-Livesky-tip')
      .attr('role', 'tooltip')
      .property('hidden', true)
      .node() as HTMLDivElement;
    select(content).on('pointerover pointerdown', (event: PointerEvent) => this.#point(event.target as Element));
    select(content.parentElement).on('pointerleave', (event: PointerEvent) => {
      if (event.pointerType !== 'touch') this.#hide();
    });
  }

  /** The rows were drawn anew. */
  update(view: TableView): void {
    this.#view = view;
    if (this.#cell) this.#show(this.#cell);
  }

  #point(target: Element): void {
    const cell = target.closest('[role=cell]');
    const row = cell?.parentElement;
    if (!cell || !row) this.#hide();
    else {
      const column = [...row.children].indexOf(cell);
      this.#show({ row: Number(row.getAttribute('aria-rowindex')) - 2, column });
    }
  }

  #show(cell: CellIndex): void {
    const element = this.#elementOf(cell);
    const text = this.#view?.full(cell.row, cell.column) ?? '';
    if (!element || (text === element.textContent && element.scrollWidth <= element.clientWidth)) {
      this.#hide();
      return;
    }
    this.#cell = cell;
    if (this.#box.hidden) this.#frame.ownerDocument.addEventListener('keydown', this.#onEscape, true);
    this.#box.hidden = false;
    write(this.#box, text);
    this.#place(element);
  }

  #elementOf({ row, column }: CellIndex): Element | undefined {
    const rows = [...this.#content.querySelectorAll(`[aria-rowindex="${row + 2}"]`)];
    return rows[0]?.children[column];
  }

  #place(element: Element): void {
    const frame = this.#frame.getBoundingClientRect();
    const cell = element.getBoundingClientRect();
    const edges = { top: cell.top - frame.top, bottom: cell.bottom - frame.top, right: cell.right - frame.left };
    const box = { width: this.#box.offsetWidth, height: this.#box.offsetHeight };
    const { x, y } = placeBoxAt(edges, box, { width: frame.width, height: frame.height });
    this.#box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  #hide(): void {
    this.#cell = undefined;
    this.#box.hidden = true;
    this.#frame.ownerDocument.removeEventListener('keydown', this.#onEscape, true);
  }

  readonly #onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || !this.#frame.isConnected) this.#hide();
  };
}
