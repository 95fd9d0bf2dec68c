// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TableView } from '../../figures/index.js';
import { markup } from '../../../tests/instruments/markup.js';
import { drawTable } from './table.js';
import type { TableFrame } from './table-window.js';

const ROW = 24;

const FRAME: TableFrame = { description: 'A table of scan 3', summary: 'summary', height: null };

let host: HTMLElement;

function view(rows: number, asked: number[] = []): TableView {
  const headings = [
    { key: 'seq_num', label: 'seq_num', width: 9 },
    { key: 'det', label: 'det', width: 12 },
  ];
  const cell = (row: number, column: number): string => {
    asked.push(row);
    return column === 0 ? String(row + 1) : (row / 2).toFixed(5);
  };
  const exact = (row: number, column: number): string => String(column === 0 ? row + 1 : row / 2 + 1e-9);
  const full = (row: number, column: number): string => (column === 0 ? String(row + 1) : `${row / 2 + 1e-9} mm`);
  const value = (row: number, column: number): number => (column === 0 ? row + 1 : row / 2);
  const isRetaken = (): boolean => false;
  return { headings, rows, cell, full, exact, value, isRetaken, edits: 0, hasEnded: false, notice: '' };
}

function show(table: TableView, frame: Partial<TableFrame> = {}): void {
  drawTable(host, table, { ...FRAME, ...frame });
}

function viewport(): HTMLElement {
  return host.querySelector('.jp-Livesky-table') as HTMLElement;
}

function shownRows(): number[] {
  const rows = host.querySelectorAll('.jp-Livesky-tableRow');
  return Array.from(rows, (row) => Number(row.firstElementChild?.textContent));
}

function scrollTo(top: number): void {
  viewport().scrollTop = top;
  viewport().dispatchEvent(new Event('scroll'));
}

async function resized(width: string): Promise<void> {
  await Promise.resolve();
  viewport().dataset.testWidth = width;
  window.dispatchEvent(new Event('resize'));
}

beforeEach(() => {
  document.body.replaceChildren();
  host = document.body.appendChild(document.createElement('div'));
});

describe('drawTable', () => {
  it('draws three rows', async () => {
    show(view(3));
    await expect(markup(host)).toMatchFileSnapshot('__snapshots__/table.html');
  });

  it('formats only rows that can be seen, however many there are', () => {
    const asked: number[] = [];
    show(view(1_000_000, asked));
    expect(new Set(asked).size).toBeLessThan(20);
    expect(viewport().getAttribute('aria-rowcount')).toBe('1000001');
  });

  it('follows the end while it is in sight', () => {
    show(view(100));
    expect(shownRows().at(-1)).toBe(100);
    show(view(150));
    expect(shownRows().at(-1)).toBe(150);
  });

  it('stays where the user has scrolled to, and follows again from the end', () => {
    show(view(100));
    scrollTo(10 * ROW);
    expect(shownRows()[0]).toBe(11);
    show(view(200));
    expect(shownRows()[0]).toBe(11);
    expect(viewport().scrollTop).toBe(10 * ROW);
    scrollTo(200 * ROW);
    show(view(300));
    expect(shownRows().at(-1)).toBe(300);
  });

  it('does not stop whoever is scrolling: a place that it was not told of yet counts', () => {
    show(view(100));
    viewport().scrollTop = 30 * ROW;
    show(view(101));
    expect(viewport().scrollTop).toBe(30 * ROW);
    expect(shownRows()[0]).toBe(31);
  });

  it('lets go of the end when the wheel turns up, before the bar has moved', () => {
    const turned = (deltaY: number, more: WheelEventInit = {}): number => {
      show(view(100));
      viewport().dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
      const before = viewport().scrollTop;
      viewport().dispatchEvent(new WheelEvent('wheel', { deltaY, ...more }));
      show(view(101));
      return viewport().scrollTop - before;
    };
    expect(turned(-ROW)).toBe(0);
    expect(turned(ROW)).toBe(ROW);
    expect(turned(-ROW, { ctrlKey: true })).toBe(ROW);
    expect(turned(-ROW, { shiftKey: true })).toBe(ROW);
  });

  it('is where it was when it is shown again', async () => {
    show(view(100));
    scrollTo(10 * ROW);
    await resized('0');
    scrollTo(0);
    await resized('640');
    expect(viewport().scrollTop).toBe(10 * ROW);
    expect(shownRows()[0]).toBe(11);
  });

  it('takes no notice of where an element is scrolled that is hidden for a moment', () => {
    show(view(100));
    const height = vi.spyOn(viewport(), 'clientHeight', 'get').mockReturnValue(336);
    show(view(100));
    const { scrollTop } = viewport();
    const rows = shownRows();
    height.mockReturnValue(0);
    scrollTo(0);
    show(view(100));
    expect(shownRows()).toEqual(rows);
    height.mockReturnValue(336);
    scrollTo(scrollTop);
    expect(shownRows()).toEqual(rows);
  });

  it('follows its end through a moment in which it is hidden, whatever comes meanwhile', () => {
    show(view(100));
    const height = vi.spyOn(viewport(), 'clientHeight', 'get').mockReturnValue(336);
    show(view(100));
    const { scrollTop } = viewport();
    // As browsers do: a hidden element is scrolled to 0 and cannot be scrolled; shown again it is where it was.
    let [hidden, at] = [true, scrollTop];
    Object.defineProperty(viewport(), 'scrollTop', {
      configurable: true,
      get: () => (hidden ? 0 : at),
      set: (value: number) => void (hidden || (at = value)),
    });
    height.mockReturnValue(0);
    show(view(101));
    hidden = false;
    height.mockReturnValue(336);
    show(view(102));
    expect(shownRows().at(-1)).toBe(102);
    // Control: whoever scrolls up when it is shown again is not led back.
    at -= 10 * ROW;
    show(view(103));
    expect(shownRows().at(-1)).toBeLessThan(100);
  });

  it('uses the elements of rows that went out of sight again', () => {
    show(view(1000));
    const before = new Set(host.querySelectorAll('.jp-Livesky-tableRow'));
    scrollTo(500 * ROW);
    expect([...host.querySelectorAll('.jp-Livesky-tableRow')].filter((row) => !before.has(row)).length).toBeLessThan(2);
  });

  it('scrolls a table that is higher than a page can be, row by row', () => {
    const rows = 10_000_000;
    show(view(rows));
    const content = host.querySelector('.jp-Livesky-tableContent') as HTMLElement;
    expect(parseFloat(content.style.height)).toBeLessThan(9_000_000);
    expect(shownRows().at(-1)).toBe(rows);
    const before = shownRows()[0] as number;
    const wheel = new WheelEvent('wheel', { deltaY: -ROW, cancelable: true });
    viewport().dispatchEvent(wheel);
    expect(wheel.defaultPrevented).toBe(true);
    expect(shownRows()[0]).toBe(before - 1);
    viewport().dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', cancelable: true }));
    expect(shownRows()[0]).toBe(before - 2);
    scrollTo(4_000_000);
    expect(Math.abs((shownRows()[0] as number) - rows / 2)).toBeLessThan(1000);
  });

  it('shows hostile text as text', () => {
    const evil = '<img src=x onerror="alert(1)">';
    drawTable(
      host,
      { ...view(1), headings: [{ key: 'e', label: evil, width: 5 }], cell: () => evil },
      { ...FRAME, description: evil },
    );
    expect(host.querySelector('img')).toBeNull();
    expect(host.querySelector('[role=columnheader]')?.textContent).toBe(evil);
    expect(host.querySelector('[role=cell]')?.textContent).toBe(evil);
  });
});

function press(key: string, init: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...init });
  viewport().dispatchEvent(event);
  return event.defaultPrevented;
}

describe('the keyboard in a table', () => {
  it('scrolls by rows and pages, to the ends, and follows again', () => {
    show(view(100));
    expect(press('ArrowUp')).toBe(true);
    expect(shownRows()[0]).toBe(87);
    press('PageUp');
    expect(shownRows()[0]).toBe(76);
    press('Home');
    expect(shownRows()[0]).toBe(1);
    press('ArrowDown');
    press('PageDown');
    expect(shownRows()[0]).toBe(13);
    show(view(200));
    expect(shownRows()[0]).toBe(13);
    press('End', { ctrlKey: true });
    show(view(300));
    expect(shownRows().at(-1)).toBe(300);
  });

  it('leaves other keys to the page', () => {
    show(view(100));
    expect([press('Tab'), press('ArrowLeft'), press('a'), press('ArrowUp', { altKey: true })]).toEqual(
      Array(4).fill(false),
    );
  });
});

describe('rows that come while others are looked at', () => {
  const button = (): HTMLButtonElement => host.querySelector('.jp-Livesky-newRows') as HTMLButtonElement;

  it('are counted on a button that leads to them', () => {
    show(view(100));
    expect(button().hidden).toBe(true);
    scrollTo(10 * ROW);
    expect(button().hidden).toBe(true);
    show(view(101));
    expect(button().textContent).toBe('1 new row ↓');
    show(view(150));
    expect(button().textContent).toBe('50 new rows ↓');
    expect(button().getAttribute('aria-label')).toBe('50 new rows, go to the newest');
    button().click();
    expect(button().hidden).toBe(true);
    expect(document.activeElement).toBe(viewport());
    show(view(151));
    expect(shownRows().at(-1)).toBe(151);
  });

  it('are fewer the further one scrolls', () => {
    show(view(100));
    scrollTo(10 * ROW);
    show(view(200));
    scrollTo(120 * ROW);
    expect(button().textContent).toBe(`${200 - (shownRows().at(-1) ?? 0)} new rows ↓`);
  });
});

describe('a cell that is pointed at', () => {
  const tip = (): string | null => {
    const box = host.querySelector('[role=tooltip]') as HTMLElement;
    return box.hidden ? null : box.textContent;
  };
  const over = (row: number, column: number): void => {
    const cells = host.querySelectorAll(`.jp-Livesky-tableRow[aria-rowindex="${row + 2}"] > div`);
    cells[column]?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  };
  const escape = (): void => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  };

  it('tells its whole value where that is more than it shows', () => {
    show(view(5));
    over(2, 1);
    expect(tip()).toBe('1.000000001 mm');
    over(2, 0);
    expect(tip()).toBeNull();
    over(3, 1);
    escape();
    expect(tip()).toBeNull();
  });

  it('keeps its box while rows come, and takes it along out of sight', () => {
    show(view(5));
    over(4, 1);
    show(view(10));
    expect(tip()).toBe('2.000000001 mm');
    show(view(100));
    expect(tip()).toBeNull();
  });

  it('has none once the pointer has left', () => {
    show(view(5));
    over(2, 1);
    viewport().dispatchEvent(new PointerEvent('pointerleave'));
    expect(tip()).toBeNull();
  });
});

describe('the height of a table', () => {
  it("is the user's, else as many rows as there are up to a limit", () => {
    show(view(5), { height: 500 });
    expect([viewport().style.height, viewport().style.maxHeight]).toEqual(['500px', 'none']);
    show(view(5));
    expect([viewport().style.height, viewport().style.maxHeight]).toEqual(['', '']);
  });
});
