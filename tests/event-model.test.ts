import { describe, expect, it } from 'vitest';

import { toJson } from '../src/documents/index.js';
import * as documents from '../src/documents/index.js';
import { here, inPython } from './instruments/event-model.js';
import type { EventModelCase } from './instruments/event-model.js';
import { randomCases } from './instruments/event-model-cases.js';
import { freshSeed, Random } from './instruments/random.js';

const CASES = 2100;

describe('composing, pages, routers and fillers beside the real event_model', () => {
  it('makes the same of the same, errors included', async () => {
    const cases = randomCases(new Random(freshSeed('event-model cases')), CASES);
    const theirs = await inPython(cases);
    const ours = await Promise.all(cases.map(here));
    expect(differences(cases, theirs, ours)).toEqual([]);
    const failures = theirs.filter((each) => toJson(each).includes('"error"'));
    expect(failures.length).toBeGreaterThan(CASES / 20);
    expect(failures.length).toBeLessThan(CASES / 2);
    expect(new Set(cases.map(({ kind }) => kind)).size).toBe(5);
    // Control: what came of other cases is not the same.
    expect(differences(cases, theirs, [...ours.slice(7), ...ours.slice(0, 7)]).length).toBeGreaterThan(CASES / 2);
  }, 300_000);
});

function differences(
  cases: readonly EventModelCase[],
  theirs: readonly unknown[],
  ours: readonly unknown[],
): unknown[] {
  return cases.flatMap((each, i) => {
    const order = each.kind === 'compose' ? asItComes : sorted;
    const [python, livesky] = [comparable(theirs[i]), comparable(ours[i], theirs[i])].map((value) =>
      toJson(order(value)),
    );
    return python === livesky ? [] : [{ case: toJson(each), python, livesky }];
  });
}

/** Our classes stand for Python's errors of the same name, and any of ours for those of Python itself. */
function comparable(value: unknown, python: unknown = value): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each, i) => comparable(each, (python as unknown[] | undefined)?.[i]));
  const theirs = (python as { error?: unknown } | null)?.error;
  if ('error' in value && theirs === 'ValidationError') return { error: 'EventModelValidationError' };
  if ('error' in value && typeof theirs === 'string' && !(theirs in documents)) return { error: 'of Python itself' };
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      comparable(each, (python as Record<string, unknown> | null)?.[key]),
    ]),
  );
}

/** Composed documents have their fields in Python's order. */
const asItComes = (value: unknown): unknown => value;

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).map(([key, each]) => [key, sorted(each)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
