import { describe, expect, it } from 'vitest';

import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import { RunColumns } from './run-columns.js';
import type { TableSpec } from './spec.js';
import { tableView } from './table.js';
import type { TableView } from './table.js';

const spec = (fields: string[]): TableSpec => ({
  kind: 'table',
  id: 't',
  description: '',
  run: 'run',
  stream: 'primary',
  fields,
  minWidth: 12,
  defaultPrec: 3,
  extraPad: 1,
});

function cells(view: TableView): string[][] {
  return Array.from({ length: view.rows }, (_, row) => view.headings.map((_, column) => view.cell(row, column)));
}

describe('tableView', () => {
  it('has a row for every event, formatted as LiveTable prints it', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(
      descriptorDoc('d', ['x', 'n', 's'], { keys: { n: { dtype: 'integer' }, s: { dtype: 'string' } } }),
    );
    run.putEvent(eventDoc('d', 1, { x: 2.5, n: 3, s: 'open' }, 1700000000.25));
    const view = tableView(run, spec(['x', 'n', 's']));
    expect(view.headings.map(({ label, key }) => [key, label])).toEqual([
      ['seq_num', 'seq_num'],
      [':time', 'time'],
      ['x', 'x'],
      ['n', 'n'],
      ['s', 's'],
    ]);
    expect(cells(view)).toEqual([['1', '22:13:20.2', '2.500', '3', 'open']]);
    expect(view.notice).toBe('');
  });

  it('shows what it can of values that a printed table gives up on', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('d', ['x']));
    [true, 'off', [1, 2], undefined, NaN].forEach((x, i) =>
      run.putEvent(eventDoc('d', i + 1, x === undefined ? {} : { x })),
    );
    expect(cells(tableView(run, spec(['x']))).map((row) => row[2])).toEqual(['True', 'off', '[1, 2]', '', 'nan']);
  });

  it('has the whole of every value: digits, units, text, and the date', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('d', ['x', 's'], { keys: { x: { units: 'mm' }, s: { dtype: 'string' } } }));
    run.putEvent(eventDoc('d', 1, { x: 1 / 3, s: 'a text that no column has room for' }, 1700000000.25));
    const view = tableView(run, spec(['x', 's']));
    expect([0, 1, 2, 3, 4].map((column) => view.full(0, column))).toEqual([
      '1',
      '2023-11-14T22:13:20.250000+00:00',
      '0.3333333333333333 mm',
      'a text that no column has room for',
      '',
    ]);
    expect(view.full(1, 0)).toBe('');
  });

  it('shows tiny numbers and whole texts on a screen, where they are printed as Python prints them', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('d', ['x', 's'], { keys: { s: { dtype: 'string' } } }));
    const text = 'a text that no column has room for';
    [1.25e-9, 2.5e-9].forEach((x, i) => run.putEvent(eventDoc('d', i + 1, { x, s: text })));
    const rows = (manner: 'shown' | 'printed'): string[][] =>
      cells(tableView(run, spec(['x', 's']), manner)).map((row) => row.slice(2));
    expect(rows('shown')).toEqual([
      ['1.250e-09', text],
      ['2.500e-09', text],
    ]);
    expect(rows('printed')).toEqual([
      ['0.000', 'a text th'],
      ['0.000', 'a text th'],
    ]);
  });

  it('tells large arrays by their shape, and has columns for small ones on a screen', () => {
    const run = new RunColumns(startDoc());
    const keys = { spot: { dtype: 'array', shape: [2] }, image: { dtype: 'array', shape: [20, 30] } } as const;
    run.addDescriptor(descriptorDoc('d', ['x', 'spot', 'image'], { keys }));
    run.putEvent(eventDoc('d', 1, { x: new Array(1000).fill(0), spot: [1, 2] }));
    const view = tableView(run, spec(['x', 'spot', 'image']));
    expect(cells(view).map((row) => row.slice(2))).toEqual([['[1000]', '[1, 2]']]);
    expect(view.notice).toMatch(/^The key image will be skipped .* the dtype array \[20 × 30\]$/);
    const printed = tableView(run, spec(['x', 'spot', 'image']), 'printed');
    expect(printed.headings.map(({ label }) => label)).toEqual(['seq_num', 'time', 'x']);
  });

  it('has exact values to be copied, and values to be sorted by', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('d', ['x'], { keys: { x: { units: 'mm' } } }));
    run.putEvent(eventDoc('d', 1, { x: 1 / 3 }, 1700000000.25));
    const view = tableView(run, spec(['x']));
    expect([0, 1, 2, 3].map((column) => view.exact(0, column))).toEqual([
      '1',
      '2023-11-14T22:13:20.250000+00:00',
      '0.3333333333333333',
      '',
    ]);
    expect([0, 1, 2, 3].map((column) => view.value(0, column))).toEqual([1, 1700000000.25, 1 / 3, undefined]);
    expect([0, 1, 2].map((column) => view.value(1, column))).toEqual([undefined, undefined, undefined]);
  });

  it('knows which points were taken again', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('d', ['x']));
    for (const seqNum of [1, 2]) run.putEvent(eventDoc('d', seqNum, { x: seqNum }));
    run.putEvent(eventDoc('d', 2, { x: 5 }, 300));
    const view = tableView(run, spec(['x']));
    expect([view.rows, view.isRetaken(0), view.isRetaken(1), view.edits]).toEqual([2, false, true, 1]);
    expect([view.full(0, 0), view.full(1, 0)]).toEqual(['1', '2, taken again']);
  });

  it('has the columns of all descriptors of a run, each row those of its own, and rows in the order in which they came', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('a', ['x']));
    run.putEvent(eventDoc('a', 2, { x: 0.5 }, 200));
    run.putEvent(eventDoc('a', 1, { x: 0.25 }, 100));
    run.addDescriptor(descriptorDoc('b', ['y', 'x'], { keys: { x: { precision: 1 } } }));
    run.putEvent(eventDoc('b', 1, { x: 0.75, y: 1 }, 300));
    const view = tableView(run, spec(['x', 'y']));
    expect(view.headings.map(({ label }) => label)).toEqual(['seq_num', 'time', 'x', 'y']);
    expect(cells(view).map(([number, , x, y]) => [number, x, y])).toEqual([
      ['2', '0.5', ''],
      ['1', '0.2', ''],
      ['1', '0.8', '1.000'],
    ]);
  });

  it('has ended with its run, or when there is no more of it', () => {
    const run = new RunColumns(startDoc());
    expect(tableView(run, spec([])).hasEnded).toBe(false);
    run.isClosed = true;
    expect(tableView(run, spec([])).hasEnded).toBe(true);
    run.isClosed = false;
    run.putStop(stopDoc());
    expect(tableView(run, spec([])).hasEnded).toBe(true);
  });

  it('shows a time that is none', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('d', []));
    run.putEvent(eventDoc('d', 1, {}, NaN));
    expect(cells(tableView(run, spec([])))).toEqual([['1', 'nan']]);
  });

  it('says what it left out', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('d', ['image'], { keys: { image: { dtype: 'array' } } }));
    const { notice } = tableView(run, spec(['image', 'nope']));
    expect(notice).toBe(
      'The key image will be skipped because LiveTable does not know how to display the dtype array ' +
        "No event of stream 'primary' has the field 'nope'. The only field is 'image'.",
    );
  });

  it('asks whether a field that there is was meant, and names those that there are', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('d', ['motor', 'det']));
    expect(tableView(run, spec(['det', 'mtor', 'x'])).notice).toBe(
      "No event of stream 'primary' has the field 'mtor'. Did you mean 'motor'? " +
        "No event of stream 'primary' has the field 'x'. The fields are 'motor' and 'det'.",
    );
  });

  it('is empty before a descriptor comes, and silent', () => {
    const view = tableView(new RunColumns(startDoc()), spec(['x']));
    expect([view.rows, view.headings.length, view.notice, view.cell(0, 0)]).toEqual([0, 2, '', '']);
  });

  it('shows only its stream', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('b', ['x'], { name: 'baseline' }));
    run.putEvent(eventDoc('b', 1, { x: 1 }));
    expect(tableView(run, spec(['x'])).rows).toBe(0);
  });
});
