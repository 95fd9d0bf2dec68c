import { select } from 'd3';
import { RowSelection } from './row-selection.js';
import type { TableWindow } from './table-window.js';

/** Selects rows of a table by mouse and keyboard. */
export class RowPicker {
  readonly selection: RowSelection = new RowSelection();
  /** How many rows the table has. */
  rows = 0;
  readonly #window: TableWindow;
  readonly #changed: (told: string) => void;
  /** The row in which the mouse was pressed and has stayed since. */
  #pressed: number | undefined;

  /** `changed` hears a sentence on what is selected now. */
  constructor(window: TableWindow, changed: (told: string) => void) {
    this.#window = window;
    this.#changed = changed;
    select(window.content)
      .on('mousedown', (event: MouseEvent) => this.#onPress(event))
      .on('mousemove', (event: MouseEvent) => this.#onMove(event));
  }

  /** Whether the user has selected text within cells, which the browser copies itself. */
  get hasTextSelected(): boolean {
    const selection = this.#window.content.ownerDocument.getSelection();
    return selection !== null && !selection.isCollapsed && this.#window.content.contains(selection.anchorNode);
  }

  selectAll(): void {
    if (this.rows === 0) return;
    this.selection.select(0);
    this.selection.extend(this.rows - 1);
    this.#tell();
  }

  clear(): void {
    this.selection.clear();
    this.#changed('');
  }

  /** With Shift, the keys that scroll extend the selection. */
  takesKey({ key, shiftKey, altKey }: KeyboardEvent): boolean {
    if (!shiftKey || altKey || this.rows === 0) return false;
    const { from, to } = this.#window.inSight;
    const page = Math.max(1, to - from - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: -1,
      ArrowDown: 1,
      PageUp: -page,
      PageDown: page,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[key];
    if (step === undefined) return false;
    if (this.selection.isEmpty) this.selection.select(step < 0 ? Math.min(to, this.rows) - 1 : from);
    else this.selection.extend(Math.max(0, Math.min(this.rows - 1, this.selection.end + step)));
    this.#window.reveal(this.selection.end);
    this.#tell();
    return true;
  }

  #onPress(event: MouseEvent): void {
    const row = rowOf(event.target);
    if (row === undefined || event.button !== 0) return;
    this.#pressed = row;
    if (event.shiftKey) {
      // Else the browser selects the text up to here.
      event.preventDefault();
      this.#window.focus();
      this.selection.extend(row);
    } else this.selection.select(row);
    this.#tell();
  }

  /** Within the row where the mouse was pressed the browser selects text. */
  #onMove(event: MouseEvent): void {
    if ((event.buttons & 1) === 0) this.#pressed = undefined;
    const row = rowOf(event.target);
    if (this.#pressed === undefined || row === undefined || row === this.selection.end) return;
    this.#window.content.ownerDocument.getSelection()?.removeAllRanges();
    this.selection.extend(row);
    this.#tell();
  }

  #tell(): void {
    const { count, range } = this.selection;
    this.#changed(count === 1 ? `Row ${range.from + 1} is selected.` : `${count} rows are selected.`);
  }
}

function rowOf(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest('.jp-Livesky-tableRow') : null;
  return row ? Number(row.getAttribute('aria-rowindex')) - 2 : undefined;
}
