import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import type { DocumentName } from '../src/documents/index.js';
import { DOCUMENT_NAMES, EventModelValidationError, parseDocuments, toJson, validate } from '../src/documents/index.js';
import { damaged } from './instruments/damage.js';
import { runPython } from './instruments/python.js';
import { freshSeed, Random } from './instruments/random.js';

const JUDGE = new URL('./python/judge_documents.py', import.meta.url).pathname;

/** How many randomly damaged documents are judged here and by Python. */
const DAMAGED = 15_000;

interface Recorded {
  what: string;
  name: DocumentName;
  valid: boolean;
  errors: { path: (string | number)[] }[];
  doc: object;
}

const recorded = readFileSync(new URL('./golden/schemas/documents.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Recorded);

type Judge = (name: DocumentName, doc: unknown) => EventModelValidationError | undefined;

const ours: Judge = (name, doc) => {
  try {
    validate(name, doc);
    return undefined;
  } catch (error) {
    if (error instanceof EventModelValidationError) return error;
    throw error;
  }
};

describe('documents as Python judges them', () => {
  it('has recordings of all twelve kinds', () => {
    expect(recorded).toHaveLength(271);
    expect(new Set(recorded.map(({ name }) => name))).toEqual(new Set(DOCUMENT_NAMES));
  });

  it.each(recorded)('$what ($name)', ({ name, doc, valid, errors }) => {
    const error = ours(name, doc);
    expect(error === undefined).toBe(valid);
    if (!error) return;
    expect(error.document).toBe(name);
    expect(errors.map(({ path }) => path)).toContainEqual(error.path);
    expect(error.message).toContain(`The ${name} document is not valid`);
  });

  it("takes every document of bluesky's plans", () => {
    const folder = new URL('./golden/documents/', import.meta.url);
    const names = readdirSync(folder).filter((name) => name.endsWith('.docs.jsonl'));
    const documents = names.flatMap((name) => parseDocuments(readFileSync(new URL(name, folder), 'utf8')));
    expect(documents).toHaveLength(708);
    for (const [name, doc] of documents) expect(() => validate(name, doc)).not.toThrow();
  });

  it('judges randomly damaged documents as Python does in this run', async () => {
    const random = new Random(freshSeed('damaged documents'));
    const documents = damagedDocuments(random);
    const verdicts = await pythonVerdicts(documents);
    expect(verdicts).toHaveLength(DAMAGED);
    expect(disagreements(documents, verdicts, ours)).toEqual([]);
    // Neither side has it easy: many are valid, and many are not.
    const valid = verdicts.filter((each) => each.valid).length;
    expect(valid).toBeGreaterThan(DAMAGED / 10);
    expect(valid).toBeLessThan((DAMAGED * 9) / 10);
    // Control: a judge that takes NaN for no number, or keys with a dot, is noticed.
    expect(disagreements(documents, verdicts, withoutNaN)).not.toEqual([]);
    expect(disagreements(documents, verdicts, dotted)).not.toEqual([]);
  }, 300_000);
});

interface Verdict {
  valid: boolean;
  paths?: (string | number)[][];
}

type Case = readonly [DocumentName, object];

/** Damaged documents, as many of each kind. */
function damagedDocuments(random: Random): Case[] {
  const valid = recorded.filter((each) => each.valid);
  return Array.from({ length: DAMAGED }, (_, i): Case => {
    const name = DOCUMENT_NAMES[i % DOCUMENT_NAMES.length] as DocumentName;
    return [name, damaged(random.of(valid.filter((each) => each.name === name)).doc, random)];
  });
}

async function pythonVerdicts(documents: readonly Case[]): Promise<Verdict[]> {
  const { code, output } = await runPython([JUDGE], documents.map((each) => toJson(each)).join('\n'));
  if (code !== 0) throw new Error(output);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict);
}

/** Where we accept what Python refuses, refuse what it accepts, or refuse it at a place where it sees nothing. */
function disagreements(documents: readonly Case[], verdicts: readonly Verdict[], judge: Judge): unknown[] {
  return documents.flatMap(([name, doc], i) => {
    const { valid, paths = [] } = verdicts[i] as Verdict;
    const error = judge(name, doc);
    const same = error ? paths.some((path) => samePath(path, error.path)) : valid;
    return same ? [] : [{ name, doc: toJson(doc), python: paths, ours: error?.message }];
  });
}

function samePath(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const withoutNaN: Judge = (name, doc) =>
  ours(name, doc) ?? (toJson(doc).includes('NaN') ? new EventModelValidationError(name, [], 'holds NaN') : undefined);

const dotted: Judge = (name, doc) => {
  const error = ours(name, doc);
  return error?.reason.includes('dot or a slash') ? undefined : error;
};
