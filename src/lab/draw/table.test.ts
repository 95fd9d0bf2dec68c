// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { TableView } from '../../figures/index.js';
import { markup } from '../../../tests/instruments/markup.js';
import { drawTable } from './table.js';

const ROW = 24;

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
  return { headings, rows, cell, notice: '' };
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
    drawTable(host, view(3), 'A table of scan 3');
    await expect(markup(host)).toMatchFileSnapshot('__snapshots__/table.html');
  });

  it('formats only rows that can be seen, however many there are', () => {
    const asked: number[] = [];
    drawTable(host, view(1_000_000, asked), '');
    expect(new Set(asked).size).toBeLessThan(20);
    expect(viewport().getAttribute('aria-rowcount')).toBe('1000001');
  });

  it('follows the end while it is in sight', () => {
    drawTable(host, view(100), '');
    expect(shownRows().at(-1)).toBe(100);
    drawTable(host, view(150), '');
    expect(shownRows().at(-1)).toBe(150);
  });

  it('stays where the user has scrolled to, and follows again from the end', () => {
    drawTable(host, view(100), '');
    scrollTo(10 * ROW);
    expect(shownRows()[0]).toBe(11);
    drawTable(host, view(200), '');
    expect(shownRows()[0]).toBe(11);
    expect(viewport().scrollTop).toBe(10 * ROW);
    scrollTo(200 * ROW);
    drawTable(host, view(300), '');
    expect(shownRows().at(-1)).toBe(300);
  });

  it('is where it was when it is shown again', async () => {
    drawTable(host, view(100), '');
    scrollTo(10 * ROW);
    await resized('0');
    scrollTo(0);
    await resized('640');
    expect(viewport().scrollTop).toBe(10 * ROW);
    expect(shownRows()[0]).toBe(11);
  });

  it('uses the elements of rows that went out of sight again', () => {
    drawTable(host, view(1000), '');
    const before = new Set(host.querySelectorAll('.jp-Livesky-tableRow'));
    scrollTo(500 * ROW);
    expect([...host.querySelectorAll('.jp-Livesky-tableRow')].filter((row) => !before.has(row)).length).toBeLessThan(2);
  });

  it('scrolls a table that is higher than a page can be, row by row', () => {
    const rows = 10_000_000;
    drawTable(host, view(rows), '');
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
    drawTable(host, { ...view(1), headings: [{ key: 'e', label: evil, width: 5 }], cell: () => evil }, evil);
    expect(host.querySelector('img')).toBeNull();
    expect(host.querySelector('[role=columnheader]')?.textContent).toBe(evil);
    expect(host.querySelector('[role=cell]')?.textContent).toBe(evil);
  });
});
