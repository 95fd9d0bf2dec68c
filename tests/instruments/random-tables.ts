import { LiveTable } from '../../src/callbacks/index.js';
import type { LiveTableOptions } from '../../src/callbacks/index.js';
import { toJson } from '../../src/documents/index.js';
import type { Named } from '../../src/documents/index.js';
import { camelKeys } from './camel-case.js';
import { runPython } from './python.js';
import { Random } from './random.js';

const PEER = new URL('../python/tables_peer.py', import.meta.url).pathname;

/** A table and what it is given; options have Python's names. */
export interface RandomTable {
  fields: string[];
  options: Record<string, unknown>;
  logbook: boolean;
  documents: [name: string, doc: Record<string, unknown>][];
}

/** What a table said. */
export interface Printed {
  text: string[];
  logbook: string[];
  warnings: string[];
}

const NAMES = ['motor', 'det', 'x'.repeat(20), 'time', 'seq_num', 'ünï', '😀😀😀', 'with space'];
const DTYPES = ['number', 'number', 'integer', 'string', 'boolean', 'array', 'unknown'];
const PRECISIONS = [undefined, null, 0, 1, 5, 17, 120, 1200, -1, '4', ' 2 ', '3_0', 'x', 2.7, true, 2 ** 31, NaN, []];
const OPTIONS: Record<string, readonly unknown[]> = {
  min_width: [0, 1, 3, 8, 12, 30],
  default_prec: [0, 2, 5, 20, -1, -9],
  extra_pad: [0, 1, 2, 5, 10, 11, 15, -1],
  separator_lines: [true, false],
  print_header_interval: [1, 2, 3, 50, 0, -2],
};
const TEXTS = ['open', 'a text that is long', '', '<b>x</b>', 'häß☃', '😀'.repeat(13), 'tab\tx', 'two\nlines'];
// A whole number among floats is no float for us: tests/deliberate-differences.ts.
const NUMBERS = [0, -0.0001, 2.5, 0.125, 0.0005, 5e-324, 12345.678];
const INTEGERS = [0, -7, 1000, 2n ** 53n + 1n, -(2n ** 70n)];
const ODD = [null, true, 'text', 2.75, NaN, -Infinity, [1, 2], { a: 1 }, 10n ** 400n, 0.5];
const TIMES = [0, -0.25, 1e-7, 0.9999999, 0.9999995, 1700000000, 1700000000.25, NaN, 1e18, -1e12, null];

/** So many tables of a seed. */
export function randomTables(count: number, seed: number): RandomTable[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => randomTable(random));
}

function randomTable(random: Random): RandomTable {
  const chosen = Object.entries(OPTIONS).filter(() => random.next() < 0.4);
  const options: Record<string, unknown> = Object.fromEntries(
    chosen.map(([name, values]) => [name, random.of(values)]),
  );
  const stream = random.of(['primary', 'dark']);
  if (stream === 'dark' || random.next() < 0.2) options.stream_name = stream;
  const names = NAMES.filter(() => random.next() < 0.5);
  const fields = [...names].sort(() => random.next() - 0.5).concat(random.next() < 0.3 ? ['absent', ...names] : []);
  const runs = Array.from({ length: 1 + random.below(2) }, (_, run) => randomRun(random, run, stream, names));
  return { fields, options, logbook: random.next() < 0.4, documents: runs.flat() };
}

function randomRun(random: Random, run: number, stream: string, names: readonly string[]): RandomTable['documents'] {
  const uid = random.of([`run-${run}-0123456789`, 'short', '😀'.repeat(12)]);
  const scan_id = random.of([1, null, 'a', true, 2n ** 60n, [1, 'b'], { a: 1 }]);
  const start: Record<string, unknown> = { uid, time: 0, plan_type: 'generator', plan_name: 'scan', scan_id };
  if (random.next() < 0.1) delete start[random.of(['plan_type', 'plan_name', 'scan_id'])];
  const documents: RandomTable['documents'] = [['start', start]];
  const descriptors: { uid: string; keys: Record<string, { dtype: string }> }[] = [];
  for (let i = random.below(4); i > 0; i--) {
    const keys = Object.fromEntries(names.filter(() => random.next() < 0.9).map((name) => [name, randomKey(random)]));
    const doc = { uid: `d${run}-${i}`, keys };
    descriptors.push(doc);
    const name = random.next() < 0.8 ? stream : 'other';
    documents.push(['descriptor', { uid: doc.uid, time: 0, run_start: uid, name, data_keys: keys }]);
    for (let seq = 1; seq <= random.below(12); seq++)
      documents.push(['event', randomEvent(random, random.of(descriptors), seq)]);
  }
  const run_start = random.next() < 0.9 ? uid : 'of another run';
  documents.push(['stop', { uid: 's', time: 0, run_start, exit_status: 'success' }]);
  return documents;
}

function randomKey(random: Random): { source: string; dtype: string; shape: number[] } {
  const precision = random.of(PRECISIONS);
  const key = { source: 'random', dtype: random.of(DTYPES), shape: [] };
  return precision === undefined ? key : ({ ...key, precision } as typeof key);
}

function randomEvent(
  random: Random,
  { uid, keys }: { uid: string; keys: Record<string, { dtype: string }> },
  seq: number,
): Record<string, unknown> {
  const there = Object.entries(keys).filter(() => random.next() < 0.95);
  const data = Object.fromEntries(there.map(([name, { dtype }]) => [name, randomValue(random, dtype)]));
  const marked = there.filter(() => random.next() < 0.1);
  const filled = Object.fromEntries(marked.map(([name]) => [name, random.of([true, false, 'datum', '', null])]));
  const time = random.next() < 0.6 ? 1.7e9 + 1e5 * random.next() : random.of(TIMES);
  const seq_num = random.next() < 0.8 ? seq : random.of([10 ** 12, 123456]);
  return { uid: 'e', descriptor: uid, time, seq_num, data, timestamps: {}, filled };
}

function randomValue(random: Random, dtype: string): unknown {
  if (random.next() < 0.25) return random.of(ODD);
  switch (dtype) {
    case 'number':
      return random.next() < 0.3 ? random.of(NUMBERS) : (random.next() - 0.5) * 10 ** (random.below(24) - 12);
    case 'integer':
      return random.of(INTEGERS);
    case 'string':
      return random.of(TEXTS);
    default:
      return random.next() < 0.5;
  }
}

/** What bluesky's LiveTable makes of tables. */
export async function printedByPython(tables: readonly RandomTable[]): Promise<Printed[]> {
  const { output } = await runPython([PEER], toJson(tables));
  return JSON.parse(output) as Printed[];
}

/** What ours makes of one; `change` may spoil its options. */
export function printedByUs(
  { fields, options, logbook, documents }: RandomTable,
  change: (options: LiveTableOptions) => LiveTableOptions = (same) => same,
): Printed {
  const printed: Printed = { text: [], logbook: [], warnings: [] };
  const table = new LiveTable(fields, {
    ...change(camelKeys(options)),
    out: (text) => printed.text.push(text),
    onWarning: (text) => printed.warnings.push(text),
    ...(logbook ? { logbook: (text: string) => printed.logbook.push(text) } : {}),
  });
  for (const document of documents) table.receive(...(document as unknown as Named));
  return printed;
}
