import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { printedByPython, printedByUs, randomTables } from './instruments/random-tables.js';
import { freshSeed } from './instruments/random.js';

const COUNT = Number(process.env.LIVESKY_SOAK_TABLES ?? 150);

describe('random tables beside bluesky', () => {
  // Tables say what was wrong with a start document; so does Python's, to its logger.
  beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
  afterAll(() => void vi.restoreAllMocks());

  it('print the same text, whatever the documents hold', async () => {
    const tables = randomTables(COUNT, freshSeed('random tables'));
    const theirs = await printedByPython(tables);
    expect(theirs).toHaveLength(COUNT);
    tables.forEach((table, at) => expect(printedByUs(table), JSON.stringify(table.options)).toEqual(theirs[at]));
    // control: a table that is one character wider is noticed
    const wider = tables.filter((table, at) => {
      const printed = printedByUs(table, (options) => ({ ...options, minWidth: (options.minWidth ?? 12) + 1 }));
      return JSON.stringify(printed) !== JSON.stringify(theirs[at]);
    });
    expect(wider.length).toBeGreaterThan(COUNT / 4);
  }, 120_000);
});
