import { afterEach, describe, expect, it, vi } from 'vitest';

import { FakeScreen } from '../../tests/instruments/fake-screen.js';
import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import { installHost } from '../host/index.js';
import { FieldError } from './fields.js';
import type { LiveTableOptions } from './live-table.js';
import { LiveTable } from './live-table.js';

afterEach(() => {
  installHost({});
  vi.restoreAllMocks();
});

const START = { plan_type: 'generator', plan_name: 'scan', scan_id: 1 };

function show(options: LiveTableOptions, fields: string[] = ['x']): LiveTable {
  const table = new LiveTable(fields, options);
  table.receive('start', startDoc('run', START));
  table.receive('descriptor', descriptorDoc('d', ['x']));
  table.receive('event', eventDoc('d', 1, { x: 1.25 }, 1700000000.25));
  table.receive('stop', stopDoc('run'));
  return table;
}

const TABLE = [
  '\n',
  '+-----------+------------+------------+',
  '|   seq_num |       time |          x |',
  '+-----------+------------+------------+',
  '|         1 | 22:13:20.2 |      1.250 |',
  '+-----------+------------+------------+',
  "generator scan ['run'] (scan num: 1)",
  '\n',
];

describe('LiveTable', () => {
  it('prints where there is no screen', () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    show({});
    expect(log.mock.calls.map(([text]) => text as string)).toEqual(TABLE);
  });

  it('is drawn where there is a screen, and prints nothing', () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const screen = new FakeScreen();
    installHost({ screen });
    show({ minWidth: 20 });
    expect(log).not.toHaveBeenCalled();
    expect(screen.specs).toMatchObject([{ kind: 'table', run: 'run', stream: 'primary', fields: ['x'], minWidth: 20 }]);
    expect(screen.documents.map(([name]) => name)).toEqual(['start', 'descriptor', 'event', 'stop']);
    expect(screen.shown).toHaveLength(1);
  });

  it('is drawn and printed if it is told where to', () => {
    const screen = new FakeScreen();
    installHost({ screen });
    const lines: string[] = [];
    show({ out: (text) => lines.push(text) });
    expect(lines).toEqual(TABLE);
    expect(screen.shown).toHaveLength(1);
  });

  it('gives the logbook the table although it is only drawn', () => {
    installHost({ screen: new FakeScreen() });
    const entries: string[] = [];
    show({ logbook: (text) => entries.push(text) });
    expect(entries).toEqual([expect.stringContaining('|         1 | 22:13:20.2 |      1.250 |')]);
  });

  it('has a figure of its own for each run', () => {
    const screen = new FakeScreen();
    installHost({ screen });
    const table = show({});
    table.receive('start', startDoc('second', START));
    expect(new Set(screen.specs.map(({ id }) => id)).size).toBe(2);
  });

  it('takes options that are undefined as not given', () => {
    const lines: string[] = [];
    show({ minWidth: undefined as never, separatorLines: undefined as never, out: (text) => lines.push(text) });
    expect(lines).toEqual(TABLE);
  });

  it('refuses what is no field', () => {
    expect(() => new LiveTable('x' as never)).toThrow(FieldError);
  });
});
