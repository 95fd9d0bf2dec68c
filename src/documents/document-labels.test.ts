import { describe, expect, it } from 'vitest';

import { DocumentLabels } from './document-labels.js';
import type { DocumentName, Documents } from './documents.js';

const UID = '1a2b3c4d-0000-4000-8000-000000000000';
const RUN = 'fedcba98-0000-4000-8000-000000000000';

const doc = (fields: object | undefined): Documents[DocumentName] => fields as never;

describe('DocumentLabels', () => {
  const labels = new DocumentLabels();
  labels.note('descriptor', doc({ uid: 'd', name: 'primary', run_start: RUN }));

  it.each([
    ['start', { uid: UID }, 'start document (uid 1a2b3c4d)'],
    ['descriptor', { uid: UID, name: 'baseline' }, "descriptor document of the stream 'baseline' (uid 1a2b3c4d)"],
    [
      'event',
      { uid: UID, descriptor: 'd', seq_num: 3 },
      "event document with seq_num 3 of the stream 'primary' (uid 1a2b3c4d)",
    ],
    ['event', { uid: UID, descriptor: 'never seen', seq_num: 3 }, 'event document with seq_num 3 (uid 1a2b3c4d)'],
    [
      'event_page',
      { uid: [UID, UID], descriptor: 'd', seq_num: [4, 5, 6] },
      "event_page document with seq_num 4 to 6 of the stream 'primary'",
    ],
    ['event_page', { descriptor: 'd', seq_num: [4] }, "event_page document with seq_num 4 of the stream 'primary'"],
    ['stop', { uid: UID, run_start: RUN }, 'stop document of run fedcba98 (uid 1a2b3c4d)'],
    ['resource', { uid: UID }, 'resource document (uid 1a2b3c4d)'],
    ['datum', {}, 'datum document'],
    ['event', {}, 'event document with seq_num undefined'],
    ['stop', undefined, 'stop document'],
  ] as const)('labels %s document %#', (name, fields, label) => {
    expect(labels.of(name, doc(fields))).toBe(label);
  });

  it('forgets the streams of a run that has ended, and only those', () => {
    const two = new DocumentLabels();
    two.note('descriptor', doc({ uid: 'a', name: 'first', run_start: 'one' }));
    two.note('descriptor', doc({ uid: 'b', name: 'second', run_start: 'two' }));
    two.note('stop', doc({ run_start: 'one' }));
    expect(two.of('event', doc({ descriptor: 'a', seq_num: 1 }))).toBe('event document with seq_num 1');
    expect(two.of('event', doc({ descriptor: 'b', seq_num: 1 }))).toContain("'second'");
  });
});
