import { afterEach, describe, expect, it, vi } from 'vitest';

import { FakeScreen } from '../../tests/instruments/fake-screen.js';
import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import type { DataKey, Event } from '../documents/index.js';
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

  it('asks the page for the fields that it shows, not for images', () => {
    const screen = new FakeScreen();
    installHost({ screen });
    const table = new LiveTable(['x', 'image', 'spot', 'absent'], { onWarning: () => {} });
    table.receive('start', startDoc('run', START));
    const keys = { image: { dtype: 'array', shape: [2048, 2048] }, spot: { dtype: 'array', shape: [2] } } as const;
    table.receive('descriptor', descriptorDoc('d', ['x', 'y', 'image', 'spot'], { keys }));
    expect([...screen.wanted]).toEqual(['x', 'spot']);
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

/** What a table of one field, described by a data key, prints for values. */
function rows(
  values: readonly unknown[],
  key: Partial<DataKey> = {},
  options: LiveTableOptions = {},
  event: Partial<Event> = {},
): string[] {
  const lines: string[] = [];
  const table = new LiveTable(['x'], { separatorLines: false, ...options, out: (text) => lines.push(text) });
  table.receive('start', startDoc('run', START));
  table.receive('descriptor', descriptorDoc('d', ['x'], { keys: { x: key } }));
  const before = lines.length;
  values.forEach((x, i) => table.receive('event', { ...eventDoc('d', i + 1, { x }, 1700000000.25), ...event }));
  return lines.slice(before);
}

describe("LiveTable's text where input is odd, as Python has it", () => {
  const last = (row: string | undefined): string | undefined => row?.split('|').at(-2)?.trim();
  const FAILED = ' failed to format row ';

  it.each([
    ['a whole number beyond doubles, as Python makes a float of it', 12345678901234567890n, '12345678901234567168.000'],
    ['nothing', null, FAILED],
    ['an object without a prototype', Object.create(null), FAILED],
    ['a whole number larger than any float', 10n ** 400n, FAILED],
    ['minus zero', -0, '-0.000'],
  ])('a number that is %s', (_, value, text) => {
    const [row] = rows([value]);
    expect(text === FAILED ? row : last(row)).toBe(text);
  });

  it.each([
    [1200, 1202],
    [10_000, 10_002],
    [1_000_000_000, 10_002],
  ])('a precision of %s', (precision, length) => {
    expect(last(rows([2.5], { precision })[0])).toHaveLength(length);
  });

  it('a precision for which Python has no room', () => {
    expect(rows([2.5], { precision: 2 ** 31 })).toEqual([FAILED]);
  });

  it.each([
    ['no padding', -1, '|          1|22:13:20.2|         2.500|'],
    [
      'more padding than the columns are wide',
      11,
      `|           1           |           22:13:20.2           |${' '.repeat(11)}2.500${' '.repeat(11)}|`,
    ],
  ])('%s', (_, extraPad, row) => {
    expect(rows([2.5], {}, { extraPad })).toEqual([row]);
  });

  it('times that are none, or of no year that Python knows', () => {
    for (const time of [NaN, 1e18, -1e12, null, 'noon'])
      expect(rows([1], {}, {}, { time: time as number })).toEqual([FAILED]);
  });

  it('values that are elsewhere, but for booleans', () => {
    const filled = { x: false };
    expect(last(rows([2.5], {}, {}, { filled })[0])).toBe('');
    expect(last(rows([true], { dtype: 'boolean' }, {}, { filled })[0])).toBe('True');
  });

  it('a header every 0 rows, by which Python cannot divide', () => {
    expect(rows([1, 2], {}, { printHeaderInterval: 0 })).toEqual([FAILED, FAILED]);
    expect(rows([1, 2], {}, { printHeaderInterval: -2 })).toHaveLength(5);
  });

  it('a start document whose names are no texts', () => {
    const lines: string[] = [];
    const table = new LiveTable([], { separatorLines: false, out: (text) => lines.push(text) });
    table.receive('start', startDoc('😀'.repeat(9), { plan_type: null, plan_name: { a: 1 }, scan_id: true }));
    table.receive('stop', stopDoc('😀'.repeat(9)));
    expect(lines).toEqual([`None {'a': 1} ['${'😀'.repeat(8)}'] (scan num: True)`]);
  });
});
