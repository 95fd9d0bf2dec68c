import { describe, expect, it } from 'vitest';

import type { Named } from '../src/documents/index.js';
import { normalizeDocuments, normalizeMessages } from './normalize.js';

const [first, second] = ['788f8abb-cc05-4f13-8354-85743bf71656', 'e8b0d347-65a9-4183-8bcd-1bf3657fabf8'] as const;

const start = (uid: string, more: object = {}): Named => ['start', { uid, time: 1, plan_name: 'p', ...more }];
const stop = (uid: string, run: string): Named => ['stop', { uid, time: 2, run_start: run, exit_status: 'success' }];

describe('normalizeDocuments', () => {
  it('makes runs equal that differ in uids and times', () => {
    expect(normalizeDocuments([start(first), stop(second, first)])).toEqual(
      normalizeDocuments([start(second, { time: 9 }), stop(first, second)]),
    );
  });

  it('keeps which uid refers to which', () => {
    expect(normalizeDocuments([start(first), stop(second, first)])).not.toEqual(
      normalizeDocuments([start(first), stop(second, second)]),
    );
  });

  it('keeps the order of the keys of a start document', () => {
    const ab = normalizeDocuments([start(first, { a: 1, b: 2 })]);
    expect(ab).not.toEqual(normalizeDocuments([start(first, { b: 2, a: 1 })]));
  });

  it('forgets the names of hand-written generators only', () => {
    expect(normalizeDocuments([start(first, { plan_name: '' })])).toEqual(normalizeDocuments([start(first)]));
    expect(normalizeDocuments([start(first, { plan_name: 'count' })])).not.toEqual(normalizeDocuments([start(first)]));
  });
});

describe('normalizeMessages', () => {
  const msg = (command: string, group: string): Parameters<typeof normalizeMessages>[0][number] => ({
    command,
    obj: null,
    args: [0.1],
    kwargs: { group },
    run: null,
  });

  it('renumbers groups, and keeps which message belongs to which', () => {
    const ours = normalizeMessages([msg('set', 'set-1a2b3c'), msg('wait', 'set-1a2b3c')]);
    expect(ours).toEqual(normalizeMessages([msg('set', 'set-#1'), msg('wait', 'set-#1')]));
    expect(ours).not.toEqual(normalizeMessages([msg('set', 'set-#1'), msg('wait', 'set-#2')]));
  });

  it('leaves named groups alone', () => {
    expect(normalizeMessages([msg('set', 'g')])).not.toEqual(normalizeMessages([msg('set', 'h')]));
  });
});
