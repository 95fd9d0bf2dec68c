import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import {
  composeRun,
  ndArray,
  packDatumPage,
  packEventPage,
  sanitizeDoc,
  unpackEventPage,
  verifyFilled,
} from '../src/documents/index.js';
import type { ComposedDescriptor, ComposedRun, Event, EventFields } from '../src/documents/index.js';
import { OWN_ERRORS } from './deliberate-differences.js';

interface Recorded {
  what: string;
  ok: boolean;
  result?: unknown;
  raises?: string;
  message?: string;
}

const recorded = JSON.parse(
  readFileSync(new URL('./golden/schemas/compose.json', import.meta.url), 'utf8'),
) as Recorded[];

const KEYS = {
  x: { dtype: 'number', shape: [], source: 's' },
  img: { dtype: 'array', shape: [2, 2], source: 's', external: 'FILESTORE:' },
} as const;

function run(): ComposedRun {
  return composeRun({ uid: 'b1afef82-f9e9-4663-8b1d-100a678292b0', time: 1 });
}

function primary(of: ComposedRun = run()): ComposedDescriptor {
  return of.composeDescriptor({ name: 'primary', data_keys: { ...KEYS }, uid: 'd1', time: 2 });
}

function event(fields: Partial<EventFields> = {}): Event {
  return primary().composeEvent({
    data: { x: 1, img: 'a/0' },
    timestamps: { x: 1, img: 1 },
    uid: 'e1',
    time: 3,
    ...fields,
  });
}

const [first, second] = [
  { descriptor: 'd', uid: 'a', time: 3, seq_num: 1, data: { x: 1 }, timestamps: { x: 2 }, filled: {} },
  { descriptor: 'd', uid: 'b', time: 7, seq_num: 2, data: { x: 5 }, timestamps: { x: 6 }, filled: {} },
];

/** The call that each recording is of. */
const CALLS: Readonly<Record<string, () => unknown>> = {
  compose_event: () => event(),
  'compose_event: data lacks a key': () => event({ data: { x: 1 } }),
  'compose_event: data has an extra key': () => event({ data: { x: 1, img: 'a/0', y: 2 } }),
  'compose_event: filled unknown key': () => event({ filled: { nope: false } }),
  'compose_event: seq_num given': () => event({ seq_num: 7 }),
  'compose_event thrice: seq_nums': () => {
    const { composeEvent } = primary();
    return [1, 2, 3].map(() => composeEvent({ data: { x: 1, img: 'a/0' }, timestamps: { x: 1, img: 1 } }).seq_num);
  },
  compose_stop: () => {
    const composed = run();
    primary(composed);
    return composed.composeStop({ uid: 's', time: 4 });
  },
  'compose_stop twice': () => {
    const composed = run();
    composed.composeStop();
    return composed.composeStop();
  },
  'second descriptor of a stream with other data_keys': () => {
    const composed = run();
    primary(composed);
    return composed.composeDescriptor({ name: 'primary', data_keys: { x: KEYS.x } });
  },
  'descriptor: hints field not in data_keys': () =>
    run().composeDescriptor({
      name: 'z',
      data_keys: { x: KEYS.x },
      object_keys: { x: ['x'] },
      hints: { x: { fields: ['nope'] } },
      uid: 'd2',
      time: 2,
    }).descriptorDoc,
  pack_event_page: () => packEventPage(first as Event, second as Event),
  'pack_event_page of nothing': () => packEventPage(),
  unpack_event_page: () => [...unpackEventPage(packEventPage(first as Event, second as Event))],
  pack_datum_page: () => packDatumPage([0, 1].map((i) => ({ resource: 'a', datum_id: `a/${i}`, datum_kwargs: { i } }))),
  'sanitize_doc with numpy': () => sanitizeDoc({ a: 1.5, b: ndArray(Int32Array.of(0, 1, 2)), c: [1, 2] }),
  'verify_filled: unfilled': () => verifyFilled(packEventPage(first as Event)) ?? null,
};

describe('composing as event_model does it', () => {
  it('has a call for every recording', () => {
    expect(recorded).toHaveLength(16);
    expect(Object.keys(CALLS).sort()).toEqual(recorded.map(({ what }) => what).sort());
  });

  it.each(recorded)('$what', ({ what, ok, result, raises = '' }) => {
    const call = CALLS[what] as () => unknown;
    if (ok) expect(JSON.stringify(call())).toBe(JSON.stringify(result));
    else expect(call).toThrow(expect.objectContaining({ name: OWN_ERRORS[raises] ?? raises }) as Error);
  });

  it('control: other values are noticed', () => {
    const { result } = recorded.find(({ what }) => what === 'compose_event') as Recorded;
    expect(JSON.stringify(event({ time: 4 }))).not.toBe(JSON.stringify(result));
  });
});
