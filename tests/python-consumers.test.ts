import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { SynAxis, SynGauss } from '../src/devices/sim/index.js';
import type { Named } from '../src/documents/index.js';
import { toTagged } from '../src/documents/index.js';
import { RunEngine } from '../src/engine/index.js';
import type { Plan } from '../src/engine/index.js';
import { count, scan } from '../src/plans/index.js';
import type { PerStep } from '../src/plans/index.js';
import { runWrapper } from '../src/plans/preprocessors/index.js';
import { movePerStep, pause, triggerAndRead } from '../src/plans/stubs.js';
import { hardware } from './golden-plans.js';
import { perform } from './golden-plans/perform.js';
import { DocumentCollector } from './instruments/document-collector.js';
import { runPython } from './instruments/python.js';

const CHECK = new URL('./python/check_documents.py', import.meta.url).pathname;

/** What real bluesky's consumers say of these documents. */
async function verdict(
  documents: readonly Named[],
  ...flags: string[]
): Promise<{ code: number; last: string; output: string }> {
  const lines = documents.map((each) => JSON.stringify(toTagged(each))).join('\n');
  const { code, output } = await runPython([CHECK, ...flags], lines);
  return { code, last: output.trim().split('\n').at(-1) ?? '', output };
}

async function documentsOf(run: (RE: RunEngine, hw: Hardware) => Promise<unknown>): Promise<Named[]> {
  const RE = new RunEngine({ sample: 'LaB6' });
  const collector = new DocumentCollector();
  RE.subscribe(collector);
  const motor = new SynAxis({ name: 'motor' });
  await run(RE, { motor, det: new SynGauss({ name: 'det', motor }) });
  return collector.documents;
}

interface Hardware {
  motor: SynAxis;
  det: SynGauss;
}

/** Takes each point, then pauses once after the second, so that it is taken again. */
function pausingStep(): PerStep {
  let steps = 0;
  return function* step(detectors, positions, known): Plan {
    yield* movePerStep(positions, known);
    yield* triggerAndRead([...detectors, ...positions.keys()]);
    steps += 1;
    if (steps === 2) yield* pause();
  };
}

function* failing(det: SynGauss): Plan {
  yield* triggerAndRead([det]);
  throw new Error('beam lost');
}

const RUNS: [string, string[], (RE: RunEngine, hw: Hardware) => Promise<unknown>][] = [
  ['a count', [], (RE, { det }) => RE(count([det], 3), undefined, { operator: 'Anna' })],
  ['a scan', [], (RE, { det, motor }) => RE(scan([det], motor, -1, 1, 7))],
  [
    'a scan that was paused and resumed',
    ['--allow-rewind'],
    async (RE, { det, motor }) => {
      await RE(scan([det], motor, -1, 1, 4, { perStep: pausingStep() })).catch(() => undefined);
      await RE.resume();
    },
  ],
  ['a plan that fails', [], (RE, { det }) => RE(runWrapper(failing(det))).catch(() => undefined)],
  [
    'a run that was aborted',
    [],
    async (RE, { det, motor }) => {
      await RE(scan([det], motor, -1, 1, 4, { perStep: pausingStep() })).catch(() => undefined);
      await RE.abort('enough');
    },
  ],
];

/** The recording of a device whose values are of other types than it declares: tables cannot format them, in Python too. */
const UNFORMATTED: ReadonlySet<string> = new Set(['count_flying_types']);

/** The recordings in which points are taken again, or interruptions recorded: as in Python, numbers then repeat. */
const REWOUND: ReadonlySet<string> = new Set(['pause_after_read_rewind', 'pause_record_interruptions']);

const FOLDER = new URL('./golden/documents/', import.meta.url);
const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.docs.jsonl'))
  .map((name) => name.slice(0, -'.docs.jsonl'.length));

/** The documents of every plan that Python recorded, as our engine runs it. */
async function documentsOfRecorded(name: string): Promise<Named[]> {
  const text = readFileSync(new URL(`${name}.json`, FOLDER), 'utf8');
  const { RE_md_before, call_md, calls } = JSON.parse(text) as {
    RE_md_before: Record<string, unknown>;
    call_md: Record<string, unknown>;
    calls: { steps: { do: string }[] }[];
  };
  const RE = new RunEngine(RE_md_before);
  const collector = new DocumentCollector();
  RE.subscribe(collector);
  const parts = { hw: hardware(), tap: () => () => undefined };
  for (const step of calls.flatMap(({ steps }) => steps)) {
    await perform(RE, name, parts, step.do, call_md).catch(() => undefined);
  }
  return collector.documents;
}

describe('our documents in the real Python consumers', () => {
  it('those of every recorded plan', async () => {
    expect(cases).toHaveLength(114);
    const flagOf = (name: string): string =>
      REWOUND.has(name) ? '--allow-rewind' : UNFORMATTED.has(name) ? '--allow-unformatted' : '';
    const groups = new Map<string, Named[]>();
    for (const name of cases) {
      const documents = await documentsOfRecorded(name);
      groups.set(flagOf(name), [...(groups.get(flagOf(name)) ?? []), ...documents]);
    }
    expect(groups.get('')?.length).toBeGreaterThan(600);
    for (const [flag, documents] of groups) {
      const { code, last, output } = await verdict(documents, ...(flag === '' ? [] : [flag]));
      expect({ code, last }, output.slice(-1000)).toEqual({ code: 0, last: 'OK' });
      // Control: without its flag the exception is noticed.
      if (flag !== '') expect((await verdict(documents)).code).toBe(1);
    }
  }, 300_000);

  it.each(RUNS)('%s', async (_, flags, run) => {
    const documents = await documentsOf(run);
    expect(documents.at(-1)?.[0]).toBe('stop');
    expect(await verdict(documents, ...flags)).toMatchObject({ code: 0, last: 'OK' });
  });

  describe('control: wrong documents are noticed', () => {
    const fiveReadings = (): Promise<Named[]> => documentsOf((RE, { det }) => RE(count([det], 5)));

    it('a run without its stop', async () => {
      const { code, output } = await verdict((await fiveReadings()).slice(0, -1), '--no-callbacks');
      expect(code).toBe(1);
      expect(output).toContain('has no stop document');
    });

    it('a number that is taken twice', async () => {
      const documents = (await fiveReadings()).map(([name, doc]): Named =>
        name === 'event' && doc.seq_num === 3 ? [name, { ...doc, seq_num: 2 }] : ([name, doc] as Named),
      );
      const { code, output } = await verdict(documents, '--no-callbacks');
      expect(code).toBe(1);
      expect(output).toContain('seq_num 2 follows 2');
    });
  });
});
