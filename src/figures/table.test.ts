import { describe, expect, it } from 'vitest';

import { descriptorDoc, eventDoc, startDoc } from '../../tests/instruments/runs.js';
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
