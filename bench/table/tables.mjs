/**
 * In the page: four tables of the same rows, each `{ append, scrollTo, rows }` over an element: `append` adds a row and
 * shows it at the end, `scrollTo` a row at the top, `shown` tells the first row that can be seen and where it stands.
 */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';
import { RunColumns, tableView } from '/livesky/lib/figures/index.js';
import { drawTable } from '/livesky/lib/lab/draw/table.js';

const FIELDS = ['motor', 'det', 'i0', 'temperature'];
const ROW = 24;

ModuleRegistry.registerModules([AllCommunityModule]);

/** What every table shows: number, time and four fields of a row. */
const valueAt = (row, column) =>
  column === 0 ? row + 1 : column === 1 ? 1.7e9 + row / 10 : Math.sin(row * column) * 100;
const textAt = (row, column) => (column === 0 ? String(row + 1) : valueAt(row, column).toFixed(3));

export function runOf(rows) {
  const key = { source: 'bench', dtype: 'number', shape: [] };
  const run = new RunColumns({ uid: 'run', time: 0 });
  run.addDescriptor({
    uid: 'd',
    time: 0,
    run_start: 'run',
    name: 'primary',
    data_keys: Object.fromEntries(FIELDS.map((field) => [field, key])),
  });
  const column = (at) => Float64Array.from({ length: rows }, (_, row) => valueAt(row, at));
  const cells = new Map(FIELDS.map((field, at) => [field, column(at + 2)]));
  run.streams.get('primary').putBlock(0, { seqNum: column(0), time: column(1), cells });
  return run;
}

function ours(host, rows) {
  const run = runOf(rows);
  const spec = { kind: 'table', id: 't', description: '', run: 'run', stream: 'primary', fields: FIELDS };
  const sizes = { minWidth: 12, defaultPrec: 3, extraPad: 1 };
  const body = host.appendChild(document.createElement('div'));
  const draw = () =>
    drawTable(body, tableView(run, { ...spec, ...sizes }), { description: '', summary: '', height: 400 });
  draw();
  const viewport = body.querySelector('.jp-Livesky-table');
  const count = () => run.streams.get('primary').length;
  return {
    append() {
      const row = count();
      const data = Object.fromEntries(FIELDS.map((field, at) => [field, valueAt(row, at + 2)]));
      run.putEvent({ uid: `${row}`, descriptor: 'd', seq_num: row + 1, time: valueAt(row, 1), data, timestamps: {} });
      draw();
    },
    scrollTo(part) {
      scrollPart(viewport, part);
    },
    shown: () => shownIn(viewport, '.jp-Livesky-tableRow', (row) => row.firstElementChild.textContent),
    sort: () => body.querySelectorAll('.jp-Livesky-heading')[3].click(),
    find(text) {
      const field = body.querySelector('.jp-Livesky-findField');
      field.value = text;
      field.dispatchEvent(new Event('input'));
    },
    end: () => (run.isClosed = true) && draw(),
  };
}

/** As the documentation of the library shows it: rows in sight are made anew from its list. */
function tanstack(host, rows) {
  let count = rows;
  const viewport = host.appendChild(document.createElement('div'));
  viewport.style.cssText = 'height:400px;overflow:auto;position:relative;font:13px monospace';
  const content = viewport.appendChild(document.createElement('div'));
  content.style.position = 'relative';
  const pool = [];
  const draw = () => {
    content.style.height = `${virtualizer.getTotalSize()}px`;
    const items = virtualizer.getVirtualItems();
    while (pool.length < items.length) pool.push(content.appendChild(rowOf(document.createElement('div'), 'div')));
    while (pool.length > items.length) pool.pop().remove();
    items.forEach(({ index, start }, at) => fill(pool[at], index, start));
  };
  const options = () => ({
    count,
    getScrollElement: () => viewport,
    estimateSize: () => ROW,
    overscan: 0,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: draw,
  });
  const virtualizer = new Virtualizer(options());
  virtualizer._didMount();
  virtualizer._willUpdate();
  draw();
  return {
    append() {
      count += 1;
      virtualizer.setOptions(options());
      virtualizer._willUpdate();
      content.style.height = `${virtualizer.getTotalSize()}px`;
      virtualizer.scrollToIndex(count - 1, { align: 'end' });
      viewport.dispatchEvent(new Event('scroll'));
      draw();
    },
    scrollTo: (part) => scrollPart(viewport, part),
    shown: () => shownIn(viewport, '.row', (row) => row.firstElementChild.textContent),
  };
}

function agGrid(host, rows) {
  const place = host.appendChild(document.createElement('div'));
  place.style.height = '400px';
  const fields = ['seq_num', 'time', ...FIELDS];
  const rowAt = (row) => Object.fromEntries(fields.map((field, column) => [field, valueAt(row, column)]));
  const columnDefs = fields.map((field, column) => ({
    field,
    width: 130,
    valueFormatter: ({ node }) => textAt(node.rowIndex, column),
  }));
  let count = rows;
  const rowData = Array.from({ length: rows }, (_, row) => rowAt(row));
  const grid = createGrid(place, {
    columnDefs,
    rowData,
    rowHeight: ROW,
    headerHeight: 28,
    rowBuffer: 0,
    animateRows: false,
    suppressAnimationFrame: true,
  });
  return {
    append() {
      grid.applyTransaction({ add: [rowAt(count++)] });
      grid.ensureIndexVisible(count - 1, 'bottom');
    },
    scrollTo: (part) => grid.ensureIndexVisible(Math.floor(part * (count - 1)), 'top'),
    shown: () =>
      shownIn(place.querySelector('.ag-body-viewport, .ag-grid-viewport') ?? place, '.ag-row', (row) => {
        return row.querySelector('[col-id=seq_num]')?.textContent;
      }),
  };
}

function naive(host, rows) {
  let count = rows;
  const viewport = host.appendChild(document.createElement('div'));
  viewport.style.cssText = 'height:400px;overflow:auto;font:13px monospace';
  const table = viewport.appendChild(document.createElement('table'));
  const add = (row) => fillCells(rowOf(table.appendChild(document.createElement('tr')), 'td'), row);
  for (let row = 0; row < rows; row += 1) add(row);
  return {
    append() {
      add(count++);
      viewport.scrollTop = viewport.scrollHeight;
    },
    scrollTo: (part) => scrollPart(viewport, part),
    shown: () => shownIn(viewport, 'tr', (row) => row.firstElementChild.textContent),
  };
}

function rowOf(row, cell) {
  row.className = 'row';
  for (let column = 0; column < 2 + FIELDS.length; column += 1) {
    const each = row.appendChild(document.createElement(cell));
    each.style.cssText = 'display:inline-block;width:110px;text-align:right';
  }
  return row;
}

function fill(row, index, top) {
  row.style.cssText = `position:absolute;top:0;height:${ROW}px;transform:translateY(${top}px)`;
  fillCells(row, index);
}

function fillCells(row, index) {
  for (let column = 0; column < row.children.length; column += 1)
    row.children[column].textContent = textAt(index, column);
}

/** The browser tells of a scroll at the next frame only; here it has to count in this one. */
function scrollPart(viewport, part) {
  viewport.scrollTop = part * (viewport.scrollHeight - viewport.clientHeight);
  viewport.dispatchEvent(new Event('scroll'));
}

/** The rows that can be seen, by their numbers and places below the upper edge. */
function shownIn(viewport, selector, numberOf) {
  const { top, bottom } = viewport.getBoundingClientRect();
  return [...viewport.querySelectorAll(selector)]
    .map((row) => ({ number: Number(numberOf(row)), at: row.getBoundingClientRect().top - top }))
    .filter(({ at, number }) => at > -ROW && at < bottom - top && number > 0)
    .sort((a, b) => a.at - b.at);
}

const KINDS = { ours, tanstack, agGrid, naive };

/** From the beginning of a frame to the first task after it: script, style, layout and paint. */
function frame(step) {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const began = performance.now();
      step();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - began);
      port2.postMessage(0);
    });
  });
}

let current;

window.tables = {
  current: () => current,
  /** Builds a table and measures so many steps; returns milliseconds of each, and elements of the page. */
  async measure(kind, rows, what, steps) {
    const place = document.querySelector('#place');
    place.replaceChildren();
    current = KINDS[kind](place, rows);
    for (let i = 0; i < 3; i += 1) await frame(() => {});
    const taken = [];
    for (let step = 0; step < steps; step += 1) {
      // Steps of the golden section: far from each other, and the same in every round.
      const part = (step * 0.6180339887) % 1;
      taken.push(await frame(() => (what === 'append' ? current.append() : current.scrollTo(part))));
    }
    const last = current.shown();
    return { taken, nodes: place.querySelectorAll('*').length, shown: last.map(({ number }) => number) };
  },
};
