// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TableView } from '../../figures/index.js';
import { ColumnLayout } from './column-layout.js';
import { drawTable } from './table.js';

/** Values in the order in which they were taken. */
const VALUES = [3, 1, 2];

let host: HTMLElement;
let layout: ColumnLayout;
let copied: Promise<string>[];

function tableOf(values: readonly number[], more: Partial<TableView> = {}): TableView {
  const headings = ['seq_num', 'det', 'shutter'].map((key) => ({ key, label: key, width: 12 }));
  const cell = (row: number, column: number): string =>
    row >= values.length ? '' : ([`${row + 1}`, values[row]?.toFixed(3), `open${row + 1}`][column] ?? '');
  const value = (row: number, column: number): unknown => [row + 1, values[row], `open${row + 1}`][column];
  const exact = (row: number, column: number): string => String(value(row, column));
  const rest = { isRetaken: () => false, edits: 0, hasEnded: true, notice: '' };
  return { headings, rows: values.length, cell, full: cell, exact, value, ...rest, ...more };
}

function show(view: TableView): void {
  drawTable(host, view, { description: 'A table', summary: 's', height: null }, layout);
}

const $ = <E extends HTMLElement>(selector: string): E => host.querySelector<E>(selector) as E;
const $$ = (selector: string): HTMLElement[] => [...host.querySelectorAll<HTMLElement>(selector)];
const rows = (): (string | null)[][] =>
  $$('.jp-Livesky-tableRow').map((row) => [...row.children].map((cell) => cell.textContent));
const labels = (): (string | null)[] => $$('[role=columnheader]').map((each) => each.textContent);
const heading = (label: string): HTMLElement =>
  $$('.jp-Livesky-heading').find((each) => each.textContent === label) as HTMLElement;
const said = (): string | null => $('.jp-Livesky-tableStatus').textContent;
const selected = (): number[] => $$('.jp-mod-selected').map((row) => Number(row.getAttribute('aria-rowindex')) - 1);

function press(target: HTMLElement, key: string, init: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

const inTable = (key: string, init: KeyboardEventInit = {}): boolean => press($('.jp-Livesky-table'), key, init);

/** Until work in slices is done. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  document.body.replaceChildren();
  host = document.body.appendChild(document.createElement('div'));
  layout = new ColumnLayout();
  copied = [];
  vi.stubGlobal(
    'ClipboardItem',
    class {
      constructor(readonly items: Record<string, Promise<Blob>>) {}
    },
  );
  const write = async ([item]: { items: Record<string, Promise<Blob>> }[]): Promise<void> => {
    const text = (item?.items['text/plain'] as Promise<Blob>).then((blob) => blob.text());
    copied.push(text);
    await text;
  };
  vi.stubGlobal('navigator', { clipboard: { write } });
});

describe('sorting', () => {
  it('goes upwards, downwards and back by clicks on a heading', async () => {
    show(tableOf(VALUES));
    const order = async (): Promise<(string | null | undefined)[]> => {
      heading('det').click();
      await settled();
      return [...rows().map((row) => row[0]), heading('det').parentElement?.getAttribute('aria-sort')];
    };
    expect(await order()).toEqual(['2', '3', '1', 'ascending']);
    expect(said()).toBe('Sorted by det, ascending.');
    expect(await order()).toEqual(['1', '3', '2', 'descending']);
    expect(await order()).toEqual(['1', '2', '3', null]);
    expect(said()).toBe('Rows stand in the order in which they were taken.');
  });

  it('says why it does not sort a run that goes on', async () => {
    show(tableOf(VALUES, { hasEnded: false }));
    heading('det').click();
    await settled();
    expect(rows().map((row) => row[0])).toEqual(['1', '2', '3']);
    expect(said()).toMatch(/once the run has ended/);
    show(tableOf(VALUES));
    expect(said()).toBe('');
  });

  it('ends when a row comes or is replaced after all', async () => {
    show(tableOf(VALUES));
    heading('det').click();
    await settled();
    show(tableOf([...VALUES, 0]));
    expect(rows().map((row) => row[0])).toEqual(['1', '2', '3', '4']);
    expect($('[aria-sort]')).toBeNull();
  });

  it('lets go of the selection, since other rows stand there', async () => {
    show(tableOf(VALUES));
    inTable('a', { ctrlKey: true });
    heading('det').click();
    await settled();
    expect(selected()).toEqual([]);
  });
});

describe('columns', () => {
  it('are moved by keys, and the focus goes along', () => {
    show(tableOf(VALUES));
    heading('seq_num').focus();
    expect(press(heading('seq_num'), 'ArrowRight', { altKey: true })).toBe(true);
    expect(labels()).toEqual(['det', 'seq_num', 'shutter']);
    expect(rows()[0]).toEqual(['3.000', '1', 'open1']);
    expect(document.activeElement?.textContent).toBe('seq_num');
    press(heading('seq_num'), 'ArrowLeft', { altKey: true });
    press(heading('seq_num'), 'ArrowLeft', { altKey: true });
    expect(labels()).toEqual(['seq_num', 'det', 'shutter']);
  });

  it('are one stop for the Tab key, and arrows go from heading to heading', () => {
    show(tableOf(VALUES));
    const stops = (): (string | null)[] =>
      $$('.jp-Livesky-heading').flatMap((each) => (each.tabIndex === 0 ? [each.textContent] : []));
    expect(stops()).toEqual(['seq_num']);
    heading('seq_num').focus();
    press(heading('seq_num'), 'End');
    expect(document.activeElement?.textContent).toBe('shutter');
    press(heading('shutter'), 'ArrowLeft');
    expect(stops()).toEqual(['det']);
    show(tableOf([...VALUES, 4]));
    expect(stops()).toEqual(['det']);
  });

  it('are dragged to another place, which is no click', async () => {
    show(tableOf(VALUES));
    for (const [at, each] of $$('[role=columnheader]').entries()) {
      vi.spyOn(each, 'getBoundingClientRect').mockReturnValue({ right: 100 * (at + 1) } as DOMRect);
    }
    const button = heading('seq_num');
    const drag = (type: string, clientX: number): void => {
      button.dispatchEvent(new PointerEvent(type, { clientX, bubbles: true, cancelable: true }));
    };
    drag('pointerdown', 50);
    drag('pointermove', 52);
    expect($('.jp-mod-dragged')).toBeNull();
    drag('pointermove', 250);
    expect($$('.jp-mod-dropAfter').map((each) => each.textContent)).toEqual(['shutter']);
    drag('pointerup', 250);
    button.click();
    await settled();
    expect(labels()).toEqual(['det', 'shutter', 'seq_num']);
    expect($('[aria-sort]')).toBeNull();
    expect($('.jp-mod-dragged, .jp-mod-dropAfter')).toBeNull();
  });

  it('stay where they are when Escape gives up a drag', () => {
    show(tableOf(VALUES));
    const drag = (type: string, clientX: number): void => {
      heading('seq_num').dispatchEvent(new PointerEvent(type, { clientX, bubbles: true, cancelable: true }));
    };
    drag('pointerdown', 0);
    drag('pointermove', 90);
    press(heading('seq_num'), 'Escape');
    drag('pointermove', 91);
    drag('pointerup', 91);
    heading('seq_num').click();
    expect(labels()).toEqual(['seq_num', 'det', 'shutter']);
    expect($('[aria-sort]')).toBeNull();
  });

  it('have the width that the user gives them by drag or keys, or that of their longest text', () => {
    show(tableOf(VALUES));
    const widths = (): string => $('.jp-Livesky-tableContent').style.getPropertyValue('--jp-livesky-columns');
    expect(widths()).toBe('14ch 14ch 14ch');
    const [, handle] = $$('.jp-Livesky-columnHandle');
    vi.spyOn(heading('det').parentElement as HTMLElement, 'offsetWidth', 'get').mockReturnValue(100);
    const drag = (type: string, clientX: number): void => {
      handle?.dispatchEvent(new PointerEvent(type, { clientX, bubbles: true }));
    };
    drag('pointerdown', 200);
    drag('pointermove', 230);
    expect(widths()).toBe('14ch 130px 14ch');
    press(heading('det'), 'ArrowLeft', { shiftKey: true });
    expect(widths()).toBe('14ch 88px 14ch');
    handle?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    press(heading('shutter'), 'Enter', { shiftKey: true });
    expect(widths()).toBe('14ch 7ch 9ch');
  });

  it('keep order and width when a descriptor brings another one', () => {
    show(tableOf(VALUES));
    press(heading('det'), 'ArrowLeft', { altKey: true });
    const { headings } = tableOf(VALUES);
    show(tableOf(VALUES, { headings: [...headings, { key: 'new', label: 'new', width: 12 }] }));
    expect(labels()).toEqual(['det', 'seq_num', 'shutter', 'new']);
  });
});

describe('selecting and copying', () => {
  const copiedText = async (): Promise<string> => {
    await settled();
    return (copied.at(-1) ?? Promise.resolve('')) as Promise<string>;
  };
  const mouse = (type: string, row: number, init: MouseEventInit = {}): void => {
    const cell = $(`[aria-rowindex="${row + 1}"] > [role=cell]`);
    cell.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, buttons: 1, ...init }));
  };

  it('copies the rows between two clicks, all digits, below the headings', async () => {
    show(tableOf([0.1 + 0.2, 1 / 3, 5]));
    mouse('mousedown', 1);
    expect(said()).toBe('Row 1 is selected.');
    mouse('mousedown', 2, { shiftKey: true });
    expect([selected(), said()]).toEqual([[1, 2], '2 rows are selected.']);
    expect(inTable('c', { ctrlKey: true })).toBe(true);
    expect(await copiedText()).toBe(
      'seq_num\tdet\tshutter\n1\t0.30000000000000004\topen1\n2\t0.3333333333333333\topen2\n',
    );
    expect(said()).toBe('Copied 2 rows.');
  });

  it('selects by dragging over rows', () => {
    show(tableOf(VALUES));
    mouse('mousedown', 3);
    mouse('mousemove', 2);
    expect(selected()).toEqual([2, 3]);
    mouse('mousemove', 1, { buttons: 0 });
    expect(selected()).toEqual([2, 3]);
  });

  it('selects by keys, all rows, or none', () => {
    show(tableOf(VALUES));
    inTable('ArrowDown', { shiftKey: true });
    inTable('ArrowDown', { shiftKey: true });
    expect(selected()).toEqual([1, 2]);
    inTable('End', { shiftKey: true });
    expect(selected()).toEqual([1, 2, 3]);
    inTable('Escape');
    expect([selected(), said()]).toEqual([[], '']);
    expect(inTable('Escape')).toBe(false);
    inTable('a', { metaKey: true });
    expect(selected()).toEqual([1, 2, 3]);
  });

  it('copies in the order in which the table is shown', async () => {
    show(tableOf(VALUES));
    press(heading('det'), 'ArrowLeft', { altKey: true });
    heading('det').click();
    await settled();
    inTable('a', { ctrlKey: true });
    inTable('c', { ctrlKey: true });
    expect(await copiedText()).toBe('det\tseq_num\tshutter\n1\t2\topen2\n2\t3\topen3\n3\t1\topen1\n');
  });

  it('says what to do where nothing is selected', () => {
    show(tableOf(VALUES));
    inTable('c', { ctrlKey: true });
    expect(said()).toMatch(/No row is selected/);
    expect(copied).toEqual([]);
  });

  it('copies the old way where the page has no clipboard, and says where that fails too', async () => {
    vi.stubGlobal('navigator', {});
    const commands: string[] = [];
    document.execCommand = (name): boolean => commands.push(name) > 1;
    show(tableOf(VALUES));
    inTable('a', { ctrlKey: true });
    inTable('c', { ctrlKey: true });
    await settled();
    expect(said()).toMatch(/^Nothing was copied: The browser does not let/);
    inTable('c', { ctrlKey: true });
    await settled();
    expect([commands, said()]).toEqual([['copy', 'copy'], 'Copied 3 rows.']);
  });

  it('leaves text that is selected within a cell to the browser', () => {
    show(tableOf(VALUES));
    const text = $('[role=cell]').firstChild as Text;
    document.getSelection()?.setBaseAndExtent(text, 0, text, 1);
    expect(inTable('c', { ctrlKey: true })).toBe(false);
    document.getSelection()?.removeAllRanges();
  });
});

describe('finding', () => {
  const field = (): HTMLInputElement => $('.jp-Livesky-findField');
  const count = (): string | null => $('.jp-Livesky-findCount').textContent;
  const look = async (text: string): Promise<void> => {
    if (document.activeElement !== field()) inTable('f', { ctrlKey: true });
    field().value = text;
    field().dispatchEvent(new Event('input'));
    await settled();
  };
  const current = (): string | null | undefined => $('.jp-mod-current')?.textContent;

  it('counts and marks what cells show, and goes from one to the next', async () => {
    show(tableOf(VALUES));
    await look('OPEN');
    expect([count(), current(), $$('.jp-mod-found').length]).toEqual(['1 of 3', 'open1', 2]);
    press(field(), 'Enter');
    expect([count(), current()]).toEqual(['2 of 3', 'open2']);
    press(field(), 'Enter', { shiftKey: true });
    press(field(), 'Enter', { shiftKey: true });
    expect([count(), current()]).toEqual(['3 of 3', 'open3']);
  });

  it('says that nothing is found', async () => {
    show(tableOf(VALUES));
    await look('shut');
    expect(count()).toBe('not found');
  });

  it('ends with Escape, and gives the focus back to the table', async () => {
    show(tableOf(VALUES));
    await look('open');
    expect(press(field(), 'Escape')).toBe(true);
    expect([$('.jp-mod-found'), $('.jp-Livesky-find').hidden]).toEqual([null, true]);
    expect(document.activeElement).toBe($('.jp-Livesky-table'));
  });

  it('begins where the user looks, scrolls to what it finds, and stays there', async () => {
    const many = Array.from({ length: 1000 }, (_, row) => row);
    show(tableOf(many));
    inTable('Home');
    for (let page = 0; page < 10; page++) inTable('PageDown');
    await look('open5');
    expect([count(), current()]).toEqual(['12 of 111', 'open500']);
    show(tableOf([...many, 1000]));
    expect(current()).toBe('open500');
    inTable('End');
    await look('open50');
    expect([count(), current()]).toEqual(['1 of 11', 'open50']);
  });

  it('looks at rows that come later', async () => {
    show(tableOf(VALUES));
    await look('open');
    show(tableOf([...VALUES, 4, 5]));
    await settled();
    expect(count()).toBe('1 of 5');
  });

  it('looks again when rows stand in another order', async () => {
    show(tableOf(VALUES));
    await look('open1');
    expect($('.jp-mod-current').parentElement?.getAttribute('aria-rowindex')).toBe('2');
    heading('det').click();
    await settled();
    expect([count(), $('.jp-mod-current').parentElement?.getAttribute('aria-rowindex')]).toEqual(['1 of 1', '4']);
  });
});

describe('a point that was taken again', () => {
  it('is marked, and said to be so', () => {
    show(tableOf(VALUES, { isRetaken: (row) => row === 1 }));
    expect($$('.jp-mod-retaken').map((row) => row.firstElementChild?.getAttribute('aria-label'))).toEqual([
      '2, taken again',
    ]);
  });
});
