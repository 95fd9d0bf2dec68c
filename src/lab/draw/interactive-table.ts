import type { TableView } from '../../figures/index.js';
import { hasText, tableTsv } from '../../figures/index.js';
import { arrangedTable } from './arranged-table.js';
import { CellSearch } from './cell-search.js';
import type { CellPlace } from './cell-search.js';
import type { ColumnLayout } from './column-layout.js';
import { copyText } from './copy-text.js';
import { FindBar } from './find-bar.js';
import { inSlices } from './in-slices.js';
import { NO_TABLE } from './no-table.js';
import { RowPicker } from './row-picker.js';
import { NOT_YET, RowSort } from './row-sort.js';
import { StatusLine } from './status-line.js';
import { TableHeadings } from './table-headings.js';
import { TableWindow } from './table-window.js';
import type { TableFrame } from './table-window.js';

/** A table with all that a user can do with it: scroll, find, select, copy, sort, and arrange its columns. */
export class InteractiveTable {
  readonly #layout: ColumnLayout;
  readonly #bar: FindBar;
  readonly #window: TableWindow;
  readonly #headings: TableHeadings;
  readonly #status: StatusLine;
  readonly #picker: RowPicker;
  readonly #sort: RowSort;
  readonly #search: CellSearch;
  #view: TableView = NO_TABLE;
  /** The same in the order in which it is shown. */
  #shown: TableView = NO_TABLE;
  #frame: TableFrame | undefined;
  #sortedBy = '';
  /** What is marked in the cells as found. */
  #marks = '';

  constructor(host: HTMLElement, layout: ColumnLayout) {
    this.#layout = layout;
    this.#bar = new FindBar(host, {
      look: (text) => this.#look(text),
      step: (by) => this.#step(by),
      closed: () => this.#closeFind(),
    });
    const marks = {
      isSelected: (row: number) => this.#picker.selection.has(row),
      foundIn: (row: number, column: number, text: string) => this.#foundIn(row, column, text),
    };
    this.#window = new TableWindow(host, marks, (event) => this.#takesKey(event));
    this.#status = new StatusLine(host);
    this.#headings = new TableHeadings(this.#window.content, {
      sort: (column) => this.#sort.next(this.#view, this.#keyOf(column)),
      move: (from, to) => this.#arrange(() => this.#layout.move(this.#shown.headings, from, to)),
      resize: (column, pixels) => this.#arrange(() => this.#layout.resize(this.#keyOf(column), pixels)),
      fit: (column) => this.#arrange(() => this.#layout.fit(this.#keyOf(column), this.#longestIn(column))),
    });
    this.#picker = new RowPicker(this.#window, (text) => {
      this.#status.say(text);
      this.#window.redraw();
    });
    this.#sort = new RowSort(
      (told) => this.#sorted(told),
      (told) => this.#status.say(told),
    );
    this.#search = new CellSearch(
      () => this.#tellFound(),
      (cell) => this.#reveal(cell),
    );
  }

  /** Shows a table that may have grown. */
  show(view: TableView, frame: TableFrame): void {
    if (view.hasEnded && !this.#view.hasEnded) this.#status.forget(NOT_YET);
    this.#view = view;
    this.#frame = frame;
    this.#draw();
  }

  /** Opens the field for a text to find. */
  openFind(): void {
    this.#bar.open();
  }

  /** Puts the whole table on the clipboard. */
  copyAll(): Promise<void> {
    return this.#copy(0, this.#shown.rows);
  }

  #draw(): void {
    if (!this.#frame) return;
    const rows = this.#sort.orderOf(this.#view);
    const columns = this.#layout.arrange(this.#view.headings);
    this.#shown = arrangedTable(this.#view, { columns, rows });
    const { headings } = this.#shown;
    const template = this.#layout.template(headings);
    this.#headings.draw(headings, { template, directionOf: (key) => this.#sort.directionOf(key) });
    this.#picker.rows = this.#shown.rows;
    this.#window.show(this.#shown, this.#frame);
    this.#search.follow(this.#shown, this.#stamp());
  }

  /** Tells cells from others that stand in the same places. */
  #stamp(): string {
    return [this.#view.edits, this.#sort.revision, ...this.#shown.headings.map(({ key }) => key)].join('\n');
  }

  #arrange(change: () => void): void {
    change();
    this.#draw();
  }

  #keyOf(column: number): string {
    return this.#shown.headings[column]?.key ?? '';
  }

  /** Characters of the longest text in sight. */
  #longestIn(column: number): number {
    const { from, to } = this.#window.inSight;
    let longest = [...(this.#shown.headings[column]?.label ?? '')].length;
    for (let row = Math.max(0, from - 1); row <= Math.min(to, this.#shown.rows - 1); row++) {
      longest = Math.max(longest, [...this.#shown.cell(row, column)].length);
    }
    return longest;
  }

  #sorted(told: string): void {
    this.#status.say(told);
    if (this.#sort.revision !== this.#sortedBy) {
      // Other rows stand where the selected ones stood.
      this.#picker.selection.clear();
      this.#sortedBy = this.#sort.revision;
    }
    this.#draw();
    if (this.#sortedBy !== '') this.#window.reveal(0);
  }

  #takesKey(event: KeyboardEvent): boolean {
    const { key, ctrlKey, metaKey, altKey } = event;
    if ((ctrlKey || metaKey) && !altKey) return this.#takesCommand(key.toLowerCase());
    if (key !== 'Escape') return this.#picker.takesKey(event);
    if (this.#picker.selection.isEmpty && this.#status.isEmpty) return false;
    this.#picker.clear();
    return true;
  }

  #takesCommand(key: string): boolean {
    if (key === 'f') this.openFind();
    else if (key === 'a') this.#picker.selectAll();
    else if (key === 'c' && !this.#picker.hasTextSelected) this.#copySelected();
    else return false;
    return true;
  }

  #copySelected(): void {
    const { isEmpty, range } = this.#picker.selection;
    if (isEmpty) this.#status.say('No row is selected: click on one, or press Ctrl+A for all.');
    else void this.#copy(range.from, range.to);
  }

  async #copy(from: number, to: number): Promise<void> {
    const rows = `${to - from} row${to - from === 1 ? '' : 's'}`;
    this.#status.say(`Copying ${rows} …`);
    try {
      await copyText(inSlices(tableTsv(this.#shown, from, to), new AbortController().signal));
      this.#status.say(`Copied ${rows}.`);
    } catch (error) {
      this.#status.say(`Nothing was copied: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #look(text: string): void {
    this.#search.start(text, this.#shown, this.#stamp(), this.#window.inSight.from);
  }

  #step(by: 1 | -1): void {
    const cell = this.#search.step(by);
    if (cell) this.#reveal(cell);
    this.#tellFound();
  }

  #reveal({ row, column }: CellPlace): void {
    this.#window.reveal(row);
    this.#window.revealColumn(column);
  }

  #closeFind(): void {
    this.#search.start('', this.#shown, this.#stamp(), 0);
    this.#window.focus();
  }

  #tellFound(): void {
    const { text, count, number, isSearching } = this.#search;
    const more = isSearching ? '…' : '';
    if (text === '') this.#bar.say('');
    else if (count > 0) this.#bar.say(`${number} of ${count}${more}`);
    else this.#bar.say(isSearching ? 'searching …' : 'not found');
    const marks = `${number} ${text}`;
    if (marks !== this.#marks) this.#window.redraw();
    this.#marks = marks;
    this.#search.follow(this.#shown, this.#stamp());
  }

  #foundIn(row: number, column: number, text: string): 'current' | 'found' | null {
    const wanted = this.#search.text;
    if (wanted === '' || !hasText(text, wanted.toLowerCase())) return null;
    const { current } = this.#search;
    return current?.row === row && current.column === column ? 'current' : 'found';
  }
}
