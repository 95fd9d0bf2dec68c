import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { LiveTable } from '../src/callbacks/index.js';
import type { LiveTableOptions } from '../src/callbacks/index.js';
import * as sim from '../src/devices/sim/index.js';
import { parseDocuments } from '../src/documents/index.js';
import type { Named } from '../src/documents/index.js';
import { formatCell } from '../src/figures/index.js';
import { WHOLE_FLOAT_IN_INTEGER_COLUMN } from './deliberate-differences.js';
import { camelKeys } from './instruments/camel-case.js';
import { inTimeZone } from './instruments/time-zone.js';

const FOLDER = new URL('./golden/livetable/', import.meta.url);

interface Recording {
  fields: (string | { device: 'motor' | 'motor1' | 'det' })[];
  fields_resolved: string[];
  kwargs: Record<string, unknown>;
  tz: string;
  warnings: string[];
  logbook_calls?: string[];
}

interface Shown {
  text: string;
  warnings: string[];
  logbook: string[];
}

type MakeTable = (fields: ConstructorParameters<typeof LiveTable>[0], options: LiveTableOptions) => LiveTable;

const realTable: MakeTable = (fields, options) => new LiveTable(fields, options);

const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .sort();

async function run(name: string, make: MakeTable): Promise<Shown & { fields: readonly string[] }> {
  const { fields, kwargs, tz } = JSON.parse(read(`${name}.json`)) as Recording;
  const documents = parseDocuments(read(`${name}.docs.jsonl`));
  const shown: Shown = { text: '', warnings: [], logbook: [] };
  const table = make(
    fields.map((field) => (typeof field === 'string' ? field : sim[field.device])),
    {
      ...camelKeys(kwargs),
      out: (text) => (shown.text += `${text}\n`),
      onWarning: (text) => shown.warnings.push(text),
      ...(hasLogbook(name) ? { logbook: (text) => shown.logbook.push(text) } : {}),
    },
  );
  await inTimeZone(tz, () => documents.forEach((document: Named) => table.receive(...document)));
  return { ...shown, fields: table.fields };
}

function hasLogbook(name: string): boolean {
  return (JSON.parse(read(`${name}.json`)) as Recording).logbook_calls !== undefined;
}

function expected(name: string): Shown {
  const { warnings, logbook_calls: logbook = [] } = JSON.parse(read(`${name}.json`)) as Recording;
  return { text: read(`${name}.txt`), warnings, logbook };
}

async function matches(name: string, make: MakeTable): Promise<boolean> {
  const { text, warnings, logbook } = await run(name, make);
  return JSON.stringify({ text, warnings, logbook }) === JSON.stringify(expected(name));
}

async function rejected(make: MakeTable): Promise<string[]> {
  const wrong: string[] = [];
  for (const name of cases) if (!(await matches(name, make))) wrong.push(name);
  return wrong;
}

describe('LiveTable against recordings of bluesky', () => {
  it('finds all recordings', () => {
    expect(cases).toHaveLength(43);
  });

  it.each(cases)('%s', async (name) => {
    const { fields, ...shown } = await run(name, realTable);
    expect(shown).toEqual(expected(name));
    expect(fields).toEqual((JSON.parse(read(`${name}.json`)) as Recording).fields_resolved);
  });

  it('differs on purpose: a float without a fraction is a whole number', () => {
    const { value, python, ours } = WHOLE_FLOAT_IN_INTEGER_COLUMN;
    const text = formatCell(value, { width: 11, prec: 0, code: 'd' }, 1);
    expect(text).toBe(ours);
    expect(text).not.toBe(python);
  });

  describe('control: a wrong table is noticed', () => {
    it('whose header comes one row late', async () => {
      const late: MakeTable = (fields, options) =>
        new LiveTable(fields, { ...options, printHeaderInterval: (options.printHeaderInterval ?? 50) + 1 });
      expect(await rejected(late)).toContain('livetable_header_interval_10');
    });

    it('that rounds as toFixed does', async () => {
      expect(await rejected((fields, options) => new RoundsUp(fields, options))).toContain('livetable_rounding');
    });
  });
});

/** Nudges exact ties upwards, which is what `Number.toFixed` makes of them. */
class RoundsUp extends LiveTable {
  override event(doc: Parameters<LiveTable['event']>[0]): void {
    const nudged = Object.entries(doc.data).map(([key, value]) => [
      key,
      typeof value === 'number' ? value * (1 + Number.EPSILON) : value,
    ]);
    super.event({ ...doc, data: Object.fromEntries(nudged) as typeof doc.data });
  }
}
